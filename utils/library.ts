import { pictureKey, type Account, type AccountId, type Badge } from './badge';
import type { BadgeReference } from './badge-links';
import {
  db as defaultDb,
  type AccountRow,
  type BadgeRow,
  type LapelPinDatabase,
  type SyncProgress,
} from './db';
import type { ErrorRecord } from './errors';
import type { RecordPage } from './sources/source';
import type { Verification } from './verification';

/** A pull that could not go on within a day starts again from the first page: the list has moved on. */
const staleAfterMs = 24 * 60 * 60 * 1000;
/** Rows of the network log that are kept. */
const logLimit = 500;

/** Adds an account, or returns the one that is there: adding twice must not lose anything. */
export async function addAccount(account: Account, now: Date, db = defaultDb): Promise<AccountRow> {
  return db.transaction('rw', db.accounts, async () => {
    const known = await db.accounts.get(account.id);
    if (known) return known;
    const row: AccountRow = {
      ...account,
      addedAt: now.toISOString(),
      syncedAt: null,
      statedTotal: null,
      foundTotal: null,
      progress: null,
      error: null,
      errorAt: null,
    };
    await db.accounts.add(row);
    return row;
  });
}

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
  return { runId: startedAt, startedAt, cursor: null, pagesDone: 0, attempts: 0, notBefore: null };
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
    const known = await db.badges.bulkGet(badges.map((badge) => badge.id));
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

/** Removes an account with its badges, and the pictures that nothing shows any more. */
export async function removeAccount(id: AccountId, db = defaultDb): Promise<void> {
  await db.transaction('rw', db.accounts, db.badges, db.pictures, async () => {
    await db.accounts.delete(id);
    await db.badges.where('accountId').equals(id).delete();
    const used = new Set((await db.badges.toArray()).map(pictureKey));
    const keys = await db.pictures.toCollection().primaryKeys();
    await db.pictures.bulkDelete(keys.filter((key) => !used.has(key)));
  });
}

/** Keeps a picture; `bytes` null notes that it could not be had. Never puts nothing over something. */
export async function storePicture(
  key: string,
  picture: { mediaType: string; bytes: ArrayBuffer } | null,
  now: Date,
  db = defaultDb,
): Promise<void> {
  await db.transaction('rw', db.pictures, async () => {
    if (!picture && (await db.pictures.get(key))?.bytes) return;
    const triedAt = now.toISOString();
    await db.pictures.put({
      key,
      mediaType: picture?.mediaType ?? '',
      bytes: picture?.bytes ?? null,
      triedAt,
    });
  });
}

/** The user has looked: nothing is new any more. */
export async function markSeen(db = defaultDb): Promise<void> {
  await db.badges.where('isNew').equals(1).modify({ isNew: 0 });
}

/** Remembers a result. A good one is never lost to a fault of the network. */
export async function rememberVerification(
  { sourceId, id }: BadgeReference,
  verification: Verification,
  db = defaultDb,
): Promise<void> {
  const key = `${sourceId}:${id}`;
  await db.transaction('rw', db.verifications, async () => {
    if (verification.verdict === 'unverifiable' && (await db.verifications.get(key))) return;
    await db.verifications.put({ key, verification });
  });
}

/** A line in the network log; the oldest go when there are too many. */
export async function logRequest(
  row: { at: string; host: string; purpose: 'list' | 'picture' | 'verification'; outcome: string },
  db = defaultDb,
): Promise<void> {
  await db.networkLog.add(row);
  const surplus = (await db.networkLog.count()) - logLimit;
  if (surplus > 0)
    await db.networkLog.bulkDelete(await db.networkLog.orderBy('id').limit(surplus).primaryKeys());
}

/** Everything goes. The empty database is there again afterwards. */
export async function eraseAll(db = defaultDb): Promise<void> {
  await db.delete();
  await db.open();
}
