import { dayOf, isExpired, linksHandle, type SourceId } from '../badge';
import { waitingClaims } from '../claims';
import type { AccountRow, BadgeRow, ClaimRow, Exam } from '../db';
import type { ErrorCode } from '../errors';

/** What an account tells of itself. */
export interface KnownAccount {
  readonly sourceId: SourceId;
  readonly handle: string;
  readonly stated: number | null;
  readonly found: number | null;
  /** Whole days since the last pull that ended; null before the first. */
  readonly age: number | null;
  readonly error: ErrorCode | null;
  /** A pull is under way: what it brings is not known yet. */
  readonly isPulling: boolean;
  /** A transcript of Microsoft Learn, which alone lists certifications. */
  readonly isTranscript: boolean;
}

/** Everything that the doctor may know before it asks. Made from the library; nothing of it leaves the browser. */
export interface Knowledge {
  readonly accounts: readonly KnownAccount[];
  readonly badges: number;
  readonly pending: readonly SourceId[];
  readonly private: number;
  readonly expired: number;
  readonly retired: number;
  readonly gone: number;
  /** Exams on a transcript around whose day no certification was earned. */
  readonly loneExams: readonly Exam[];
  readonly waiting: readonly SourceId[];
}

interface Library {
  readonly rows: readonly BadgeRow[];
  readonly accounts: readonly AccountRow[];
  readonly claims: readonly ClaimRow[];
}

const dayMs = 86_400_000;
const learn = 'microsoft-learn';

export function toKnowledge({ rows, accounts, claims }: Library, now: Date): Knowledge {
  const today = dayOf(now);
  const count = (is: (row: BadgeRow) => boolean) => rows.filter(is).length;
  return {
    accounts: accounts.filter(isAsked).map((row) => toKnown(row, now)),
    badges: rows.length,
    pending: rows.filter(({ state }) => state === 'pending').map(({ sourceId }) => sourceId),
    private: count(({ state }) => state === 'private'),
    expired: count((row) => row.state === 'expired' || isExpired(row, today)),
    retired: count(({ state }) => state === 'retired'),
    gone: count(({ missingSince }) => missingSince !== null),
    loneExams: accounts.flatMap(({ id, exams }) => {
      const own = rows.filter(({ accountId }) => accountId === id);
      return exams.filter((exam) => !own.some((row) => isEarnedWith(row, exam)));
    }),
    waiting: waitingClaims(claims, rows, now).map(({ sourceId }) => sourceId),
  };
}

/** Samples and files are asked of nobody; single links say nothing of an account. */
function isAsked({ sourceId, handle }: AccountRow): boolean {
  return sourceId !== 'sample' && sourceId !== 'file' && handle !== linksHandle;
}

function toKnown(row: AccountRow, now: Date): KnownAccount {
  const { sourceId, handle, statedTotal, foundTotal, syncedAt, error, url, progress } = row;
  return {
    sourceId,
    handle,
    stated: statedTotal,
    found: foundTotal,
    age: syncedAt ? Math.floor((now.getTime() - Date.parse(syncedAt)) / dayMs) : null,
    error: error?.code ?? null,
    isPulling: progress !== null,
    isTranscript: sourceId === learn && (row.exams.length > 0 || Boolean(url?.includes('/transcript/'))),
  };
}

/** The last exam of a certification is taken on the day on which it is earned; time zones move it by one, regrading by a few. */
function isEarnedWith({ issuedOn, sourceId }: BadgeRow, { takenOn }: Exam): boolean {
  const days = Math.abs(Date.parse(issuedOn) - Date.parse(takenOn)) / dayMs;
  return sourceId === learn && days <= 3;
}
