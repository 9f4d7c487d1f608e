import type { AccountId, Badge, BadgeId } from './badge';
import {
  db as defaultDb,
  type AccountRow,
  type BadgeRow,
  type LapelPinDatabase,
  type SyncProgress,
} from './db';
import type { ErrorRecord } from './errors';
import { addPage, toSummary } from './library-changes';
import { putOriginals } from './library-originals';
import type { Original, RecordPage } from './sources/source';

/** Rows that are looked at together when a pull ends: a long list must not be in memory at once. */
const chunkSize = 500;
/** More than anybody has passed; a source cannot fill the row of an account. */
const examLimit = 1000;

/** A page as it was read, with the cursor that it was asked for with. */
export interface PulledPage extends Omit<RecordPage, 'records'> {
  readonly badges: readonly Badge[];
  /** What proves them; left out by sources whose badges are proven where they lie. */
  readonly originals?: readonly Original[];
  readonly asked: SyncProgress;
}

/**
 * Stores one page and how far the pull has come, all or nothing: whatever stops the background, the next wake finds
 * either the page with the cursor behind it, or neither. Returns the account as it is now; null when that was the last
 * page, or when the account was removed or the pull stopped meanwhile.
 */
export async function storePage(
  id: AccountId,
  page: PulledPage,
  now: Date,
  db = defaultDb,
): Promise<AccountRow | null> {
  return db.transaction('rw', db.accounts, db.badges, db.originals, async () => {
    const account = await db.accounts.get(id);
    if (!account?.progress || !isSamePlace(account.progress, page.asked)) return null;
    const badges = [...page.badges, ...(await takenBack(id, page.revoked ?? [], db))];
    const known = await db.badges.bulkGet(badges.map((badge) => [id, badge.id]));
    await db.badges.bulkPut(badges.map((badge, index) => toRow(badge, known[index], account, now)));
    if (page.originals) await putOriginals(page.badges, page.originals, now, db);
    const progress = toNext(account.progress, { ...page, badges }, known);
    const next = { ...account, statedTotal: page.statedTotal ?? account.statedTotal, progress };
    const cursor = page.nextCursor ?? nextLink(account);
    if (cursor === null) {
      await finishPull(next, progress, now, db);
      return null;
    }
    const going = { ...next, progress: { ...progress, cursor }, error: null, errorAt: null };
    await db.accounts.put(going);
    return going;
  });
}

/** Of a revoked badge a host often keeps no more than that: the rest is what the library knew before. */
async function takenBack(id: AccountId, ids: readonly BadgeId[], db: LapelPinDatabase): Promise<Badge[]> {
  const rows = await db.badges.bulkGet(ids.map((badge) => [id, badge]));
  return rows.flatMap((row) => (row ? { ...row, state: 'revoked' as const } : []));
}

/** False when this is no longer the pull that asked. */
function isSamePlace(progress: SyncProgress, asked: SyncProgress): boolean {
  return progress.runId === asked.runId && progress.cursor === asked.cursor;
}

function toNext(
  progress: SyncProgress,
  page: PulledPage,
  known: readonly (BadgeRow | undefined)[],
): SyncProgress {
  const exams = page.exams && [...(progress.exams ?? []), ...page.exams].slice(0, examLimit);
  const problem = graver(progress.problem, page.problem);
  return {
    ...progress,
    pagesDone: progress.pagesDone + 1,
    found: (progress.found ?? 0) + countUnseen(page.badges, known, progress.runId),
    pagesTotal: page.pagesTotal ?? progress.pagesTotal,
    changes: addPage(progress, page.badges, known),
    ...(exams ? { exams } : {}),
    ...(problem ? { problem } : {}),
    attempts: 0,
    notBefore: null,
  };
}

function countUnseen(
  badges: readonly Badge[],
  known: readonly (BadgeRow | undefined)[],
  runId: string,
): number {
  return new Set(badges.filter((_, index) => known[index]?.runId !== runId).map(({ id }) => id)).size;
}

/** One problem stands for all. That something is gone is known; any other leaves open what is there. */
function graver(one: ErrorRecord | undefined, other: ErrorRecord | undefined): ErrorRecord | undefined {
  return !one || (other && one.code === 'not-found') ? (other ?? one) : one;
}

/** A link that was added while the last one was asked for. */
function nextLink({ links = [], progress }: AccountRow): string | null {
  const next = Number(progress?.cursor ?? '0') + 1;
  return next < links.length ? String(next) : null;
}

function toRow(badge: Badge, known: BadgeRow | undefined, account: AccountRow, now: Date): BadgeRow {
  // The first pull brings what the user has long had, and a link is the user's own doing: only the rest is news.
  const isNews = account.syncedAt !== null && !account.progress?.isPart;
  const isNew = known ? known.isNew : isNews ? 1 : 0;
  const addedAt = known?.addedAt ?? now.toISOString();
  return { ...badge, addedAt, isNew, runId: account.progress?.runId ?? '', missingSince: null };
}

/** The last page is in: counts what came, and marks (never removes) what the source no longer lists. */
async function finishPull(
  account: AccountRow,
  progress: SyncProgress,
  now: Date,
  db: LapelPinDatabase,
): Promise<void> {
  const { problem, isPart } = progress;
  // What a page could not show may still be there; a link that leads nowhere does not.
  const knowsAll = !isPart && (!problem || problem.code === 'not-found');
  const { foundTotal, gone } = await sweep(account.id, progress, knowsAll ? now : null, db);
  await db.accounts.put({
    ...account,
    foundTotal,
    exams: progress.exams ?? account.exams,
    summary: isPart ? account.summary : toSummary(account.summary, progress.changes, gone, now),
    syncedAt: now.toISOString(),
    progress: null,
    stopped: null,
    error: problem ?? null,
    errorAt: problem ? now.toISOString() : null,
  });
}

/** Goes over the rows of an account: how many the source lists, and which it no longer does (marked with `missingSince`). */
async function sweep(
  id: AccountId,
  { runId, isPart }: SyncProgress,
  missingSince: Date | null,
  db: LapelPinDatabase,
): Promise<{ foundTotal: number; gone: BadgeId[] }> {
  const keys = await db.badges.where('accountId').equals(id).primaryKeys();
  const gone: BadgeId[] = [];
  let foundTotal = 0;
  for (let start = 0; start < keys.length; start += chunkSize) {
    const rows = await db.badges
      .where(':id')
      .anyOf(keys.slice(start, start + chunkSize))
      .toArray();
    const missing = rows.filter((row) => row.runId !== runId && row.missingSince === null);
    foundTotal += rows.filter((row) => (isPart ? row.missingSince === null : row.runId === runId)).length;
    if (!missingSince) continue;
    gone.push(...missing.map((row) => row.id));
    await db.badges.bulkPut(missing.map((row) => ({ ...row, missingSince: missingSince.toISOString() })));
  }
  return { foundTotal, gone };
}
