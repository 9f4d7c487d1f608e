import type { AccountId, Badge } from './badge';
import {
  db as defaultDb,
  type AccountRow,
  type BadgeRow,
  type LapelPinDatabase,
  type SyncProgress,
} from './db';
import type { ErrorRecord } from './errors';
import type { RecordPage } from './sources/source';

/** A pull that could not go on within a day starts again from the first page: the list has moved on. */
const staleAfterMs = 24 * 60 * 60 * 1000;

/** Notes that the account is to be pulled. One that is under way goes on where it was. */
export async function beginPull(id: AccountId, now: Date, db = defaultDb): Promise<AccountRow | null> {
  return db.transaction('rw', db.accounts, async () => {
    const account = await db.accounts.get(id);
    if (!account) return null;
    const { progress } = account;
    const isStale = progress && now.getTime() - Date.parse(progress.startedAt) > staleAfterMs;
    if (progress && !isStale) return account;
    const begun = { ...account, progress: newProgress(now) };
    await db.accounts.put(begun);
    return begun;
  });
}

/** The user asks again: whatever the source asked us to wait, the next try is now. */
export async function clearWait(id: AccountId, db = defaultDb): Promise<void> {
  await db.transaction('rw', db.accounts, async () => {
    const account = await db.accounts.get(id);
    if (!account?.progress?.notBefore) return;
    await db.accounts.put({ ...account, progress: { ...account.progress, notBefore: null } });
  });
}

function newProgress(now: Date): SyncProgress {
  const startedAt = now.toISOString();
  return {
    runId: startedAt,
    startedAt,
    cursor: null,
    pagesDone: 0,
    pagesTotal: null,
    changes: { added: 0, changed: 0, ids: { added: [], changed: [] } },
    attempts: 0,
    notBefore: null,
  };
}

/**
 * Stores one page and how far the pull has come, all or nothing: whatever stops the background, the next wake finds
 * either the page with the cursor behind it, or neither. Returns the progress, or null when that was the last page
 * (or when the account was removed meanwhile).
 */
export async function storePage(
  id: AccountId,
  page: Pick<RecordPage, 'statedTotal' | 'nextCursor'>,
  badges: readonly Badge[],
  now: Date,
  db = defaultDb,
): Promise<SyncProgress | null> {
  return db.transaction('rw', db.accounts, db.badges, async () => {
    const account = await db.accounts.get(id);
    if (!account?.progress) return null;
    const { progress } = account;
    const known = await db.badges.bulkGet(badges.map((badge) => [account.id, badge.id]));
    await db.badges.bulkPut(badges.map((badge, index) => toRow(badge, known[index], account, progress, now)));
    const statedTotal = page.statedTotal ?? account.statedTotal;
    if (page.nextCursor === null) {
      await finishPull({ ...account, statedTotal }, progress, now, db);
      return null;
    }
    const next = {
      ...progress,
      cursor: page.nextCursor,
      pagesDone: progress.pagesDone + 1,
      attempts: 0,
      notBefore: null,
    };
    await db.accounts.put({ ...account, statedTotal, progress: next });
    return next;
  });
}

function toRow(
  badge: Badge,
  known: BadgeRow | undefined,
  account: AccountRow,
  progress: SyncProgress,
  now: Date,
): BadgeRow {
  // The first pull brings what the user has long had; only what comes later is news.
  const isNew = known ? known.isNew : account.syncedAt === null ? 0 : 1;
  const addedAt = known?.addedAt ?? now.toISOString();
  return { ...badge, addedAt, isNew, runId: progress.runId, missingSince: null };
}

/** The last page is in: counts what came, and marks (never removes) what the source no longer lists. */
async function finishPull(
  account: AccountRow,
  progress: SyncProgress,
  now: Date,
  db: LapelPinDatabase,
): Promise<void> {
  const rows = await db.badges.where('accountId').equals(account.id).toArray();
  const missing = rows.filter((row) => row.runId !== progress.runId && row.missingSince === null);
  await db.badges.bulkPut(missing.map((row) => ({ ...row, missingSince: now.toISOString() })));
  const foundTotal = rows.filter((row) => row.runId === progress.runId).length;
  await db.accounts.put({
    ...account,
    foundTotal,
    syncedAt: now.toISOString(),
    progress: null,
    error: null,
    errorAt: null,
  });
}

/**
 * Notes why a pull stopped. With `retryAt` it goes on from its page after that moment; with null it waits for the
 * user or the next day and then begins anew. The badges stay as they are.
 */
export async function failPull(
  id: AccountId,
  error: ErrorRecord,
  retryAt: Date | null,
  now: Date,
  db = defaultDb,
): Promise<void> {
  await db.transaction('rw', db.accounts, async () => {
    const account = await db.accounts.get(id);
    if (!account?.progress) return;
    const { progress } = account;
    const next = retryAt && {
      ...progress,
      attempts: progress.attempts + 1,
      notBefore: retryAt.toISOString(),
    };
    await db.accounts.put({ ...account, progress: next, error, errorAt: now.toISOString() });
  });
}
