import type { AccountId } from './badge';
import { db as defaultDb, type AccountRow, type SyncProgress } from './db';
import type { ErrorRecord } from './errors';
import { noChanges } from './library-changes';

/** A pull that could not go on within a day starts again from the first page: the list has moved on. */
const staleAfterMs = 24 * 60 * 60 * 1000;

/** Notes that the account is to be pulled. One that is under way, or that the user stopped, goes on where it was. */
export async function beginPull(id: AccountId, now: Date, db = defaultDb): Promise<AccountRow | null> {
  return db.transaction('rw', db.accounts, async () => {
    const account = await db.accounts.get(id);
    if (!account) return null;
    if (account.progress && !isStale(account.progress, now)) return account;
    const begun = { ...account, progress: nextProgress(account, now), stopped: null };
    const isWaited = account.error?.code === 'cancelled';
    await db.accounts.put(isWaited ? { ...begun, error: null, errorAt: null } : begun);
    return begun;
  });
}

function nextProgress({ progress, stopped, error }: AccountRow, now: Date): SyncProgress {
  const before = progress ?? stopped;
  if (before && error?.code === 'cancelled' && !isStale(before, now))
    return { ...before, attempts: 0, notBefore: null };
  // What the pages so far brought was not told yet.
  return newProgress(now, before?.changes);
}

function isStale({ startedAt }: SyncProgress, now: Date): boolean {
  return now.getTime() - Date.parse(startedAt) > staleAfterMs;
}

/** The user asks again: whatever the source asked us to wait, the next try is now, and what went wrong before is past. */
export async function clearWait(id: AccountId, db = defaultDb): Promise<void> {
  await db.transaction('rw', db.accounts, async () => {
    const account = await db.accounts.get(id);
    if (!account?.progress) return;
    const progress = { ...account.progress, notBefore: null };
    await db.accounts.put({ ...account, progress, error: null, errorAt: null });
  });
}

/** The first progress of a pull. */
export function newProgress(now: Date, changes = noChanges): SyncProgress {
  const startedAt = now.toISOString();
  return {
    runId: crypto.randomUUID(),
    startedAt,
    cursor: null,
    pagesDone: 0,
    pagesTotal: null,
    changes,
    attempts: 0,
    notBefore: null,
  };
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
    const stopped = next ? null : progress;
    await db.accounts.put({ ...account, progress: next, stopped, error, errorAt: now.toISOString() });
  });
}

/** The user wants no more of it now. What came stays, and the next pull goes on behind it. */
export async function cancelPull(id: AccountId, now: Date, db = defaultDb): Promise<void> {
  const account = await db.accounts.get(id);
  const { pagesDone = 0, pagesTotal = null } = account?.progress ?? {};
  const detail = `after page ${pagesDone} of ${pagesTotal ?? 'unknown'}`;
  await failPull(id, { code: 'cancelled', detail }, null, now, db);
}
