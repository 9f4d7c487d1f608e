import type { AccountId } from './badge';
import { db as defaultDb, type AccountRow, type LapelPinDatabase, type SyncProgress } from './db';
import { AppError, toAppError, type ErrorCode } from './errors';
import type { Io } from './io';
import { storePage, type PulledPage } from './library-pages';
import { beginPull, failPull } from './library-pulls';
import { withRoom } from './quota';
import { badgeSources } from './sources/index';
import type { BadgeSource } from './sources/source';

/** What a pull needs beside the database; tests hand in their own. */
export interface PullParts {
  readonly io: Io;
  /** The io of one account, where it differs (`oauth.ts`). */
  readonly ioFor?: (account: AccountRow) => Io;
  readonly db?: LapelPinDatabase;
  readonly sources?: readonly BadgeSource[];
  /** Aborted when the pull is told to stop; then nothing is noted, and the next pull goes on. */
  readonly signal?: AbortSignal;
  /** Called after each stored page: sign of life for the browser, and for the alarm that takes over. */
  readonly onPage?: () => Promise<void>;
  /** Between 0 and 1; spreads waits of ours, so that not everybody comes back at once. */
  readonly random?: () => number;
}

/** Waits after a fault that passes by itself, by the number of tries before; then the daily pull takes over. */
const retryMinutes = [1, 5, 30];
/** Of each wait of ours, how much more it may be. */
const jitter = 0.2;
/** A source that asks for a longer wait than a day is asked again the next day. */
const longestWaitSeconds = 24 * 60 * 60;

/** About what a row takes. */
const bytesOfBadge = 3_000;

const passing: ReadonlySet<ErrorCode> = new Set(['offline', 'timeout', 'rate-limited', 'server-error']);

/**
 * Pulls one account to the end, or to the first fault. May be called again and again, also after the background was
 * stopped in the middle: it goes on behind the last page that was stored.
 */
export async function pullAccount(id: AccountId, parts: PullParts): Promise<void> {
  const db = parts.db ?? defaultDb;
  const account = await beginPull(id, parts.io.now(), db);
  if (!account?.progress || mustWait(account, parts.io.now())) return;
  const source = (parts.sources ?? badgeSources).find((candidate) => candidate.id === account.sourceId);
  if (!source)
    return failPull(id, { code: 'source-off', detail: account.sourceId }, null, parts.io.now(), db);
  try {
    await pullPages(account, source, parts, db);
  } catch (cause) {
    if (parts.signal?.aborted) return;
    const error = toAppError(cause);
    const attempts = (await db.accounts.get(id))?.progress?.attempts ?? 0;
    const now = parts.io.now();
    const again = retryAt(error, attempts, now, parts.random ?? Math.random);
    await failPull(id, error.toRecord(), again, now, db);
  }
}

async function pullPages(
  begun: AccountRow,
  source: BadgeSource,
  parts: PullParts,
  db: LapelPinDatabase,
): Promise<void> {
  // Read anew after each page: links may have been added meanwhile.
  let account: AccountRow | null = begun;
  while (account?.progress) {
    const page = await readPage(account, account.progress, source, parts);
    if (parts.signal?.aborted) return;
    // Pictures, which can be fetched again, give way to badges.
    const store = () => storePage(begun.id, page, parts.io.now(), db);
    account = await withRoom(page.badges.length * bytesOfBadge, store, undefined, db);
    await parts.onPage?.();
    if (parts.signal?.aborted) return;
  }
}

/** Whatever a source cannot make sense of is an answer that we cannot read: it must not look like a fault of the library. */
async function readPage(
  account: AccountRow,
  asked: SyncProgress,
  source: BadgeSource,
  parts: PullParts,
): Promise<PulledPage> {
  try {
    const io = parts.ioFor?.(account) ?? parts.io;
    const { records, ...page } = await source.fetchRecords(account, asked.cursor, io);
    const originals = source.originals?.(records, account);
    return { ...page, badges: source.toBadges(records, account), ...(originals ? { originals } : {}), asked };
  } catch (cause) {
    const error = toAppError(cause);
    throw error.code === 'unexpected' ? new AppError('bad-response', error.message) : error;
  }
}

/** Accounts with a pull under way, and how soon the earliest of them may go on; null when there are none. */
export async function pendingPulls(
  now: Date,
  db = defaultDb,
): Promise<{ due: AccountId[]; nextAt: Date | null }> {
  const accounts = (await db.accounts.toArray()).filter((account) => account.progress);
  const due = accounts.filter((account) => !mustWait(account, now)).map((account) => account.id);
  const waits = accounts.flatMap((account) => account.progress?.notBefore ?? []).toSorted();
  return { due, nextAt: waits[0] ? new Date(waits[0]) : null };
}

function mustWait(account: AccountRow, now: Date): boolean {
  const notBefore = account.progress?.notBefore ?? null;
  return notBefore !== null && Date.parse(notBefore) > now.getTime();
}

/** When a failed pull may go on; null when trying again by itself would not help. */
function retryAt(error: AppError, attempts: number, now: Date, random: () => number): Date | null {
  if (!passing.has(error.code)) return null;
  const minutes = retryMinutes[attempts];
  if (error.retryAfter === undefined && minutes === undefined) return null;
  const asked = error.retryAfter;
  // Each time a little later than the last, so that not everybody comes back at once.
  const own = (minutes ?? 0) * 60 * (1 + random() * jitter);
  // A source that says "in a second" again and again is not asked every second.
  const seconds = asked === undefined ? own : Math.max(asked, minutes === undefined ? 30 * 60 : 0);
  return new Date(now.getTime() + Math.min(seconds, longestWaitSeconds) * 1000);
}
