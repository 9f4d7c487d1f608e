import { useEffect, useState } from 'preact/hooks';
import { db, type BadgeRow } from '@/utils/db';
import { useLiveQuery } from '@/utils/use-live-query';

/** Enough for two screens: read by the index in a millisecond, however large the collection is. */
const firstCount = 40;

export type Badges =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly cause: unknown }
  | {
      readonly status: 'ready';
      readonly rows: readonly BadgeRow[];
      /** How many there are in all; `rows` may still be the first of them. */
      readonly total: number;
      readonly isComplete: boolean;
    };

/** The collection, newest first: its first rows at once, then all of it. Both follow every change of the database. */
export function useBadges(): Badges {
  const first = useLiveQuery(readFirst);
  const [isPainted, setIsPainted] = useState(false);
  useEffect(() => {
    if (first.status !== 'ready' || isPainted) return;
    // Ten thousand rows take a while to come: only once the first ones are on the screen.
    requestAnimationFrame(() => setTimeout(() => setIsPainted(true)));
  }, [first.status, isPainted]);
  const all = useLiveQuery(async () => (isPainted ? readAll() : null), [isPainted]);
  if (first.status !== 'ready') return first;
  if (all.status === 'ready' && all.value) {
    return { status: 'ready', rows: all.value, total: all.value.length, isComplete: true };
  }
  const { rows, total } = first.value;
  return { status: 'ready', rows, total, isComplete: rows.length === total };
}

async function readFirst() {
  const [rows, total] = await Promise.all([
    db.badges.orderBy('issuedOn').reverse().limit(firstCount).toArray(),
    db.badges.count(),
  ]);
  return { rows: rows.toSorted(byDay), total };
}

/** Reading all in one go and sorting here is several times faster than walking the index backwards. */
async function readAll(): Promise<BadgeRow[]> {
  return (await db.badges.toArray()).toSorted(byDay);
}

/** Newest first; the same day by id, so that the order never jumps. */
function byDay(a: BadgeRow, b: BadgeRow): number {
  if (a.issuedOn !== b.issuedOn) return a.issuedOn < b.issuedOn ? 1 : -1;
  return a.id < b.id ? 1 : -1;
}
