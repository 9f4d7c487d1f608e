import type { BadgeId } from './badge';
import type { ErrorRecord } from './errors';

/** How far a pull has come. Stored with every page, in the same transaction: a killed background goes on from here. */
export interface SyncProgress {
  /** Names the run; badges seen in it carry it. */
  readonly runId: string;
  readonly startedAt: string;
  /** What to ask next; null for the first page. */
  readonly cursor: string | null;
  readonly pagesDone: number;
  /** How many pages there are in all; null while the source does not say. */
  readonly pagesTotal: number | null;
  /** How many different badges the pages so far had; left out before the first. */
  readonly found?: number;
  /** What the pages so far brought, for the summary at the end. */
  readonly changes: SyncChanges;
  /** Exams of the pages so far; left out while none of them lists any. */
  readonly exams?: readonly Exam[];
  /** What failed by itself on a page that came, for the end. */
  readonly problem?: ErrorRecord;
  /** Asks only for links that were added last: what it does not see is not gone, and is no news to the user. */
  readonly isPart?: true;
  /** Failed tries since the last page that came. */
  readonly attempts: number;
  /** ISO moment before which the source asked not to be called; null when it did not. */
  readonly notBefore: string | null;
}

/** What a pull changed. `ids` has at most fifty of each; the counts are whole. */
export interface SyncChanges {
  readonly added: number;
  readonly changed: number;
  readonly ids: { readonly added: readonly BadgeId[]; readonly changed: readonly BadgeId[] };
}

/** What the last whole pull that changed anything did, until the user has read it. */
export interface SyncSummary extends SyncChanges {
  readonly at: string;
  /** No longer listed by the source. They stay in the library. */
  readonly gone: number;
  readonly goneIds: readonly BadgeId[];
}

/** An exam that a source says was passed. Not a badge: several may make one certification, and some make none. */
export interface Exam {
  readonly title: string;
  readonly number: string;
  /** YYYY-MM-DD */
  readonly takenOn: string;
}
