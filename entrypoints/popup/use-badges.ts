import { useEffect, useMemo, useState } from 'preact/hooks';
import { db, type BadgeRow, type MergeChoiceRow } from '@/utils/db';
import { toEntries, type Entry } from '@/utils/entries';
import { useLiveQuery } from '@/utils/use-live-query';

/** Enough for two screens: read by the index in a millisecond, however large the collection is. */
const firstCount = 40;

export type Badges =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly cause: unknown }
  | {
      readonly status: 'ready';
      readonly rows: readonly Entry[];
      /** How many there are in all; `rows` may still be the first of them. */
      readonly total: number;
      readonly isComplete: boolean;
    };

interface Read {
  readonly rows: readonly BadgeRow[];
  readonly choices: readonly MergeChoiceRow[];
}

/** The collection, newest first: its first badges at once, then all of it. Both follow every change of the database. */
export function useBadges(): Badges {
  const first = useLiveQuery(readFirst);
  const [isPainted, setIsPainted] = useState(false);
  useEffect(() => {
    if (first.status !== 'ready' || isPainted) return;
    // Ten thousand rows take a while to come: only once the first ones are on the screen.
    requestAnimationFrame(() => setTimeout(() => setIsPainted(true)));
  }, [first.status, isPainted]);
  const all = useLiveQuery(async () => (isPainted ? readAll() : null), [isPainted]);
  const read = all.status === 'ready' && all.value ? all.value : null;
  const shown: Read | null = read ?? (first.status === 'ready' ? first.value : null);
  const entries = useMemo(() => (shown ? toEntries(shown.rows, shown.choices) : []), [shown]);
  if (first.status !== 'ready') return first;
  const { total } = first.value;
  const isComplete = read !== null || first.value.rows.length === total;
  return { status: 'ready', rows: entries, total: isComplete ? entries.length : total, isComplete };
}

async function readFirst(): Promise<Read & { total: number }> {
  const [rows, total, choices] = await Promise.all([
    db.badges.orderBy('issuedOn').reverse().limit(firstCount).toArray(),
    db.badges.count(),
    db.mergeChoices.toArray(),
  ]);
  return { rows, total, choices };
}

/** Reading all in one go and sorting here is several times faster than walking the index backwards. */
async function readAll(): Promise<Read> {
  const [rows, choices] = await Promise.all([db.badges.toArray(), db.mergeChoices.toArray()]);
  return { rows, choices };
}
