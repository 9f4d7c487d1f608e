import { browser } from 'wxt/browser';
import type { AccountId } from '@/utils/badge';
import { db } from '@/utils/db';
import { beginPull, cancelPull, clearWait } from '@/utils/library-pulls';
import { hasConsent } from '@/utils/settings';
import { pendingPulls } from '@/utils/sync';
import { isRefreshable } from '@/utils/sync-sources';
import { pullInLane } from './lanes';
import { pullMissingPictures } from './picture-lanes';
import { notifyOfExpiries } from './reminders';
import { stopAll, stopList, stopPictures, whole } from './stops';

/** Wakes the background once a day for a refresh. */
const dailyAlarm = 'daily-refresh';
/** Wakes it when work was cut off, or when a source's wait is over. */
const resumeAlarm = 'resume-pulls';
/** The shortest that Chrome grants. */
const soonMs = 30_000;
/** Shared by all that pull; whoever needs silence takes it alone. */
const workLock = 'lapelpin-work';
const dayMs = 24 * 60 * 60 * 1000;

/** The daily alarm is set anew at each start: some browsers forget it (facts on threats, A3). */
export async function scheduleDaily(): Promise<void> {
  if (await browser.alarms.get(dailyAlarm)) return;
  await browser.alarms.create(dailyAlarm, { delayInMinutes: 24 * 60, periodInMinutes: 24 * 60 });
}

export async function onAlarm(name: string): Promise<void> {
  // Neither waits for the other: a browser that cannot show a notification still pulls.
  if (name === dailyAlarm) await Promise.all([notifyOfExpiries(), pullAll()]);
  if (name === resumeAlarm) await resume();
}

/** Notes that the account is to be pulled and starts; returns once that is in the database. */
export async function pull(id: AccountId): Promise<void> {
  await beginPull(id, new Date());
  await clearWait(id);
  void resume();
}

/** Pulls every account of which there is something to ask. `isAsked`: by the user, who wants no wait. */
export async function pullAll({ isAsked = false } = {}): Promise<void> {
  if (!(await hasConsent())) return;
  for (const account of await db.accounts.toArray()) {
    if (!(await isRefreshable(account))) continue;
    await beginPull(account.id, new Date());
    if (isAsked) await clearWait(account.id);
  }
  await resume();
}

/** Stops what is being pulled: of one account, or everything. Returns once nothing of it is under way any more. */
export async function cancel(id?: AccountId): Promise<void> {
  const all = await db.accounts.filter((account) => account.progress !== null).primaryKeys();
  const ids = id ? [id] : all;
  // First into the database: whatever happens to this background, nobody goes on with it.
  for (const one of ids) await cancelPull(one, new Date());
  for (const one of ids) stopList(one);
  if (!id) stopPictures();
}

/** Goes on with everything that is under way, or catches up after days without an alarm. */
export async function resume(): Promise<void> {
  if (!(await hasConsent())) return;
  await navigator.locks.request(workLock, { mode: 'shared' }, async () => {
    const { signal } = whole();
    await beginOverdue();
    await showSignOfLife();
    const { due } = await pendingPulls(new Date());
    await Promise.all([...due.map((id) => pullThenPictures(id)), pullMissingPictures(showSignOfLife)]);
    await settle(signal);
  });
}

/** The pictures of one account must not wait for the lists of the others. */
async function pullThenPictures(id: AccountId): Promise<void> {
  await pullInLane(id, showSignOfLife);
  await pullMissingPictures(showSignOfLife);
}

/** Stops the requests under way and waits until nothing writes any more, then does `work`. */
export async function whileStopped(work: () => Promise<void>): Promise<void> {
  stopAll();
  await navigator.locks.request(workLock, () => work());
}

/** The alarm may have been lost, or the computer asleep: what was not pulled for over a day is due now. */
async function beginOverdue(): Promise<void> {
  const limit = new Date(Date.now() - dayMs - 60_000).toISOString();
  const lastTry = (row: { syncedAt: string | null; errorAt: string | null; addedAt: string }) =>
    [row.syncedAt, row.errorAt, row.addedAt]
      .flatMap((at) => at ?? [])
      .toSorted()
      .at(-1) ?? '';
  const overdue = await db.accounts.filter((row) => !row.progress && lastTry(row) < limit).toArray();
  for (const account of overdue) if (await isRefreshable(account)) await beginPull(account.id, new Date());
}

/**
 * Moves the alarm that takes over ahead: should the browser stop us now, it wakes us in half a minute. The call
 * itself also counts as activity, so a long pull is not taken for an idle background.
 */
async function showSignOfLife(): Promise<void> {
  await browser.alarms.create(resumeAlarm, { when: Date.now() + soonMs });
}

/** Work is done for now: the alarm goes, or waits for the moment that a source named. */
async function settle(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  const { due, nextAt } = await pendingPulls(new Date());
  // Begun meanwhile: whoever began it moves the alarm.
  if (due.length > 0) return;
  if (!nextAt) {
    await browser.alarms.clear(resumeAlarm);
    return;
  }
  await browser.alarms.create(resumeAlarm, { when: Math.max(nextAt.getTime(), Date.now() + soonMs) });
}
