import type { BadgeId } from './badge';
import type { BadgeRow, MergeChoiceRow } from './db';

/** Why two rows are one badge. */
export type JoinRule = 'same-record' | 'known-as' | 'same-award' | 'chosen';

export interface Join {
  readonly rule: JoinRule;
  readonly ids: readonly [BadgeId, BadgeId];
  /** What both have, for the words in the UI: an id, a number, or empty. */
  readonly shared: string;
}

/** Another award of the same achievement: an earlier or later one (renewed), or one of another level. */
export interface Related {
  readonly id: BadgeId;
  readonly kind: 'renewed-by' | 'renewal-of' | 'other-level';
}

/**
 * One badge as the library shows it: what its best row says, filled up from the others, with all rows that prove it. A
 * view that is computed, never stored: so nothing can be lost by it, and taking a choice back is all there is to undo.
 */
export interface Entry extends BadgeRow {
  /** Every row, best first; the first gave the entry its id. */
  readonly proofs: readonly BadgeRow[];
  readonly joins: readonly Join[];
  readonly related: readonly Related[];
}

/**
 * The rows of the library as entries, newest first. The same rows and choices give the same entries, in whatever order they
 * come.
 */
export function toEntries(rows: readonly BadgeRow[], _choices: readonly MergeChoiceRow[]): Entry[] {
  return rows.map((row) => ({ ...row, proofs: [row], joins: [], related: [] }));
}

/** The entry that an id means: any of its rows' ids will do, so what was chosen once is still found after a merge. */
export function findEntry(entries: readonly Entry[], id: BadgeId): Entry | undefined {
  return entries.find((entry) => entry.proofs.some((row) => row.id === id));
}
