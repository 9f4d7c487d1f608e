import { Dexie, type EntityTable, type Table } from 'dexie';
import type { Account, AccountId, Badge, BadgeId, SourceId } from './badge';
import type { CollectionRow } from './collections';
import { defineVersions } from './db-versions';
import type { ErrorRecord } from './errors';
import type { HashedAddress } from './hashed-address';
import type { WebUrl } from './html';
import type { PlaceRow } from './placements-kept';
import type { Exam, SyncProgress, SyncSummary } from './sync-progress';
import type { KnownVerification } from './verification';

export type { Exam, SyncChanges, SyncProgress, SyncSummary } from './sync-progress';

export interface AccountRow extends Account {
  /** The user's own name for it; null for the one that the source gives. */
  readonly label: string | null;
  /** E-mail addresses that the user says it has, for comparing alone. */
  readonly addresses?: readonly HashedAddress[];
  /** What a whole pull changed; null before the first, and once the user has read it. */
  readonly summary: SyncSummary | null;
  /** Exams that the source lists beside the badges. */
  readonly exams: readonly Exam[];
  readonly addedAt: string;
  /** When the last whole pull ended; null before the first. */
  readonly syncedAt: string | null;
  /** How many the source says there are; null while unknown. */
  readonly statedTotal: number | null;
  /** How many different ones the last whole pull brought. */
  readonly foundTotal: number | null;
  /** The pull under way; null when none is. */
  readonly progress: SyncProgress | null;
  /** A pull that ended before its last page; the next goes on from it when it was the user who stopped it. */
  readonly stopped?: SyncProgress | null;
  /** Why the last pull did not end well; null when it did. What came with a problem is there all the same: see `syncedAt`. */
  readonly error: ErrorRecord | null;
  readonly errorAt: string | null;
}

/** One proof: one record of a badge, from one account. The same badge may have several (see `entries.ts`). */
export interface BadgeRow extends Badge {
  readonly addedAt: string;
  /** 1 until the user has seen it in the list. A number because IndexedDB cannot index booleans. */
  readonly isNew: 0 | 1;
  /** The pull that saw it last. */
  readonly runId: string;
  /** Since when the source no longer lists it; kept all the same. Null while listed. */
  readonly missingSince: string | null;
}

/** What proves a badge by itself: a file byte for byte as it came, which cannot be fetched again; or what an API listed (`BadgeSource.originals`). */
export interface OriginalRow {
  /** The badge that was read from it. */
  readonly id: BadgeId;
  /** The file's name, or the beginning of a pasted text; the badge's name for what an API listed. */
  readonly name: string;
  /** What the bytes are by their own first bytes. */
  readonly mediaType: string;
  readonly bytes: ArrayBuffer;
  /** Where it was fetched from, for what was added by its address. */
  readonly from: WebUrl | null;
  readonly addedAt: string;
}

/** The user's own word on whether two badges are one; stronger than every rule. */
export interface MergeChoiceRow {
  /** Both ids in order, with a space between. */
  readonly key: string;
  readonly ids: readonly [BadgeId, BadgeId];
  readonly choice: 'together' | 'apart';
  readonly at: string;
}

/** A badge that a mail offered and that the user set out to claim. */
export interface ClaimRow {
  /** Digest of the claim link. The link itself is not kept: whoever has it can claim the badge. */
  readonly id: string;
  readonly sourceId: SourceId;
  readonly openedAt: string;
  /** When a new badge of that source came in; null while waiting. */
  readonly resolvedAt: string | null;
}

/** A line of LinkedIn's own export. What the user remembers himself stands in `places`. */
export interface PlacementRow {
  readonly id: string;
  readonly place: 'linkedin-profile';
  readonly name: string;
  readonly issuerName: string;
  readonly url: WebUrl | null;
  /** YYYY-MM, as the export has it; null without one. */
  readonly startedOn: string | null;
  readonly finishedOn: string | null;
  readonly credentialId: string | null;
  /** When the export was read. */
  readonly readAt: string;
}

/** What a host gave us to speak for the user there (OAuth 2.0, RFC 6749). Erased with its account; never in a backup that is not encrypted. */
export interface GrantRow {
  readonly accountId: AccountId;
  /** Where the API lives, without a slash at the end. */
  readonly apiBase: WebUrl;
  readonly tokenUrl: WebUrl;
  readonly revocationUrl: WebUrl | null;
  readonly clientId: string;
  readonly clientSecret: string | null;
  readonly accessToken: string;
  readonly refreshToken: string | null;
  /** ISO moment; null when the host did not say. */
  readonly expiresAt: string | null;
  readonly scopes: readonly string[];
}

/** A picture's bytes, by `pictureKey` of its badge. `bytes` is null when it could not be had; then `triedAt` says when. */
export interface PictureRow {
  readonly key: string;
  readonly mediaType: string;
  readonly bytes: ArrayBuffer | null;
  readonly triedAt: string;
  /** The day (YYYY-MM-DD) on which it was last shown: what was not shown for longest goes first when space runs out. */
  readonly usedOn: string;
}

/** The last results for a badge, by `source:id`. */
export interface VerificationRow extends KnownVerification {
  readonly key: string;
}

/** Why a request left this browser. The words are `purpose_<purpose>` in `_locales`. */
export type RequestPurpose = 'list' | 'picture' | 'verification' | 'signin' | 'import';

export interface NetworkLogRow {
  readonly id: number;
  readonly at: string;
  readonly host: string;
  readonly purpose: RequestPurpose;
  /** "200", or the code of the error. */
  readonly outcome: string;
}

/** A row of a backup that waits until the whole file is read; under `table` '' the restore itself (see `restore.ts`). */
export interface RestoringRow {
  readonly table: string;
  readonly key: string;
  readonly row: unknown;
}

/** What tells this database from one that the browser made anew after losing it (see `library-watch.ts`). */
export interface MarkRow {
  readonly key: 'library';
  readonly value: string;
}

/** The database. A released `version(n)` is history: add `n + 1` with an upgrade and a fixture of the old rows. */
export class LapelPinDatabase extends Dexie {
  declare accounts: Table<AccountRow, AccountId>;
  declare badges: Table<BadgeRow, [AccountId, BadgeId]>;
  declare originals: Table<OriginalRow, BadgeId>;
  declare pictures: Table<PictureRow, string>;
  declare verifications: Table<VerificationRow, string>;
  declare mergeChoices: Table<MergeChoiceRow, string>;
  declare claims: Table<ClaimRow, string>;
  declare placements: Table<PlacementRow, string>;
  declare places: Table<PlaceRow, string>;
  declare collections: Table<CollectionRow, string>;
  declare grants: Table<GrantRow, AccountId>;
  declare restoring: Table<RestoringRow, [string, string]>;
  declare marks: Table<MarkRow, string>;
  declare networkLog: EntityTable<NetworkLogRow, 'id'>;

  constructor(name = 'lapelpin') {
    super(name);
    defineVersions(this);
  }
}

export const db = new LapelPinDatabase();

/** Adds those rows whose keys are free, within a transaction. Returns the others, which are left as they are. */
export async function addMissing<Row>(
  table: Pick<Table<Row>, 'bulkAdd'>,
  rows: readonly Row[],
): Promise<Row[]> {
  try {
    await table.bulkAdd(rows);
    return [];
  } catch (cause) {
    if (!(cause instanceof Dexie.BulkError)) throw cause;
    const other = cause.failures.find(({ name }) => name !== 'ConstraintError');
    if (other) throw other;
    return Object.keys(cause.failuresByPos).flatMap((index) => rows[Number(index)] ?? []);
  }
}
