import type { BadgeId } from './badge';
import { findEntry, type Entry } from './entries';

/** How long a name may be, and how many badges one set holds. */
export const maxCollectionName = 80;
export const maxCollectionBadges = 5_000;

/** A set of badges with a name and an order, made by the user ("cloud", "résumé"). */
export interface CollectionRow {
  readonly id: string;
  readonly name: string;
  /** In the user's order, each once. A badge that is not in the library at the moment keeps its place. */
  readonly badgeIds: readonly BadgeId[];
  readonly createdAt: string;
  /** When it was last written; the later of two wins when a backup is merged. */
  readonly changedAt: string;
}

/** The badges of a set in its order, as the library has them. Those that are gone are passed over; none comes twice. */
export function collectionBadges({ badgeIds }: CollectionRow, entries: readonly Entry[]): readonly Entry[] {
  return [...new Set(badgeIds.flatMap((id) => findEntry(entries, id) ?? []))];
}

/** Whether a badge is in it, under whichever of its proofs it was added. */
export function holds({ badgeIds }: CollectionRow, entry: Entry): boolean {
  return entry.proofs.some(({ id }) => badgeIds.includes(id));
}

/** The set with more badges at its end; those that it has already stay where they are. */
export function withAdded(row: CollectionRow, added: readonly Entry[]): CollectionRow {
  const fresh = added.filter((entry) => !holds(row, entry)).map(({ id }) => id);
  return { ...row, badgeIds: [...row.badgeIds, ...new Set(fresh)].slice(0, maxCollectionBadges) };
}

/** The set without a badge, under any of its proofs. */
export function withRemoved(row: CollectionRow, entry: Entry): CollectionRow {
  const own = new Set(entry.proofs.map(({ id }) => id));
  return { ...row, badgeIds: row.badgeIds.filter((id) => !own.has(id)) };
}

/**
 * The set with a badge moved to where another stands. Places are those of the badges that are shown: what is gone stays
 * behind what it stood behind.
 */
export function withMoved(
  row: CollectionRow,
  entries: readonly Entry[],
  from: number,
  to: number,
): CollectionRow {
  const shown = collectionBadges(row, entries);
  const [moved, target] = [shown[from], shown[to]];
  if (!moved || !target || from === to) return row;
  const idOf = (entry: Entry) => row.badgeIds.find((id) => entry.proofs.some((proof) => proof.id === id));
  const [own, other] = [idOf(moved), idOf(target)];
  if (!own || !other) return row;
  const rest = row.badgeIds.filter((id) => id !== own);
  const at = rest.indexOf(other) + (to > from ? 1 : 0);
  return { ...row, badgeIds: rest.toSpliced(at, 0, own) };
}
