import type { AccountId } from './badge';
import { db as defaultDb, type AccountRow, type LapelPinDatabase } from './db';
import { toAppError, type AppError, type ErrorCode } from './errors';
import type { Io } from './io';
import { beginPull, failPull, storePage } from './library-pulls';
import { badgeSources } from './sources/index';
import type { BadgeSource } from './sources/source';

/** What a pull needs beside the database; tests hand in their own. */
export interface PullParts {
  readonly io: Io;
  /** The io of one account, where it differs (`oauth.ts`). */
  readonly ioFor?: (account: AccountRow) => Io;
  readonly db?: LapelPinDatabase;
  readonly sources?: readonly BadgeSource[];
  /** Waits between two pages. */
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Aborted when the pull is told to stop; then nothing is noted, and the next pull goes on. */
  readonly signal?: AbortSignal;
  /** Called after each stored page: sign of life for the browser, and for the alarm that takes over. */
  readonly onPage?: () => Promise<void>;
}

/** Between two pages of one list. The habits seen in others' code are 0.5 to 6 s (facts on sources, section 5). */
const pauseMs = 1000;

/** Waits after a fault that passes by itself, by the number of tries before; then the daily pull takes over. */
const retryMinutes = [1, 5, 30];
/** A source that asks for a longer wait than a day is asked again the next day. */
const longestWaitSeconds = 24 * 60 * 60;

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
  if (!source) return;
  try {
    await pullPages(account, source, parts, db);
  } catch (cause) {
    if (parts.signal?.aborted) return;
    const error = toAppError(cause);
    const attempts = (await db.accounts.get(id))?.progress?.attempts ?? 0;
    const now = parts.io.now();
    await failPull(id, error.toRecord(), retryAt(error, attempts, now), now, db);
  }
}

async function pullPages(
  account: AccountRow,
  source: BadgeSource,
  parts: PullParts,
  db: LapelPinDatabase,
): Promise<void> {
  let progress = account.progress;
  while (progress) {
    const page = await source.fetchRecords(account, progress.cursor, parts.ioFor?.(account) ?? parts.io);
    const badges = source.toBadges(page.records, account);
    progress = await storePage(account.id, page, badges, parts.io.now(), db);
    await parts.onPage?.();
    if (parts.signal?.aborted) return;
    if (progress) await parts.wait(pauseMs);
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
function retryAt(error: AppError, attempts: number, now: Date): Date | null {
  if (!passing.has(error.code)) return null;
  const minutes = retryMinutes[attempts];
  if (error.retryAfter === undefined && minutes === undefined) return null;
  const seconds = Math.min(error.retryAfter ?? (minutes ?? 0) * 60, longestWaitSeconds);
  return new Date(now.getTime() + seconds * 1000);
}
