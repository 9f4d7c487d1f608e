import { Dexie, type EntityTable, type Table } from 'dexie';
import type { Account, AccountId, Badge } from './badge';
import type { ErrorRecord } from './errors';
import { unasked, type KnownVerification, type Verification } from './verification';

/** How far a pull has come. Stored with every page, in the same transaction: a killed background goes on from here. */
export interface SyncProgress {
  /** Names the run; badges seen in it carry it. */
  readonly runId: string;
  readonly startedAt: string;
  /** What to ask next; null for the first page. */
  readonly cursor: string | null;
  readonly pagesDone: number;
  /** Failed tries since the last page that came. */
  readonly attempts: number;
  /** ISO moment before which the source asked not to be called; null when it did not. */
  readonly notBefore: string | null;
}

export interface AccountRow extends Account {
  readonly addedAt: string;
  /** When the last whole pull ended; null before the first. */
  readonly syncedAt: string | null;
  /** How many the source says there are; null while unknown. */
  readonly statedTotal: number | null;
  /** How many different ones the last whole pull brought. */
  readonly foundTotal: number | null;
  /** The pull under way; null when none is. */
  readonly progress: SyncProgress | null;
  /** Why the last pull did not end well; null when it did. */
  readonly error: ErrorRecord | null;
  readonly errorAt: string | null;
}

export interface BadgeRow extends Badge {
  readonly addedAt: string;
  /** 1 until the user has seen it in the list. A number because IndexedDB cannot index booleans. */
  readonly isNew: 0 | 1;
  /** The pull that saw it last. */
  readonly runId: string;
  /** Since when the source no longer lists it; kept all the same. Null while listed. */
  readonly missingSince: string | null;
}

/** A picture's bytes, by `pictureKey` of its badge. `bytes` is null when it could not be had; then `triedAt` says when. */
export interface PictureRow {
  readonly key: string;
  readonly mediaType: string;
  readonly bytes: ArrayBuffer | null;
  readonly triedAt: string;
}

/** The last results for a badge, by `source:id`. */
export interface VerificationRow extends KnownVerification {
  readonly key: string;
}

/** Why a request left this browser. The words are `purpose_<purpose>` in `_locales`. */
export type RequestPurpose = 'list' | 'picture' | 'verification';

export interface NetworkLogRow {
  readonly id: number;
  readonly at: string;
  readonly host: string;
  readonly purpose: RequestPurpose;
  /** "200", or the code of the error. */
  readonly outcome: string;
}

/** The database. A released `version(n)` is history: add `n + 1` with an upgrade and a fixture of the old rows. */
export class LapelPinDatabase extends Dexie {
  declare accounts: Table<AccountRow, AccountId>;
  declare badges: Table<BadgeRow, string>;
  declare pictures: Table<PictureRow, string>;
  declare verifications: Table<VerificationRow, string>;
  declare networkLog: EntityTable<NetworkLogRow, 'id'>;

  constructor(name = 'lapelpin') {
    super(name);
    this.version(1).stores({
      accounts: 'id',
      badges: 'id, accountId, issuedOn, isNew',
      pictures: 'key',
      verifications: 'key',
      networkLog: '++id, at',
    });
    // The same indexes; results gained who the issuer is, whose the badge is, endorsements, and the last good one.
    this.version(2)
      .stores({ verifications: 'key' })
      .upgrade((old) => old.table('verifications').toCollection().modify(toVersion2));
  }
}

/** Changes the row in place, as Dexie asks. */
function toVersion2(row: { verification: Verification; lastGood?: Verification | null }): void {
  row.verification = { ...unasked, ...row.verification };
  row.lastGood = null;
}

export const db = new LapelPinDatabase();
