import { browser } from 'wxt/browser';
import type { AccountId } from '@/utils/badge';
import { db } from '@/utils/db';
import { createLoggedIo } from '@/utils/network-log';
import { authorizedIo } from '@/utils/oauth';
import { pullPictures } from '@/utils/pictures';
import { hasConsent } from '@/utils/settings';
import { pendingPulls, pullAccount } from '@/utils/sync';
import { beginPull, clearWait } from '@/utils/library-pulls';
import { showNewCount } from './toolbar';

/** Wakes the background once a day for a refresh. */
const dailyAlarm = 'daily-refresh';
/** Wakes it when work was cut off, or when a source's wait is over. */
const resumeAlarm = 'resume-pulls';
/** The shortest that Chrome grants. */
const soonMs = 30_000;
/** One pull at a time in all of this browser, also while two backgrounds overlap at an update. */
const listLock = 'lapelpin-lists';
/** Pictures of one account must not hold up the list of the next. */
const pictureLock = 'lapelpin-pictures';
const dayMs = 24 * 60 * 60 * 1000;

/** Ends the requests under way in this life of the background; the next life starts with a new one. */
let current = new AbortController();

/** The daily alarm is set anew at each start: some browsers forget it (facts on threats, A3). */
export async function scheduleDaily(): Promise<void> {
  if (await browser.alarms.get(dailyAlarm)) return;
  await browser.alarms.create(dailyAlarm, { delayInMinutes: 24 * 60, periodInMinutes: 24 * 60 });
}

export async function onAlarm(name: string): Promise<void> {
  if (name === dailyAlarm) await pullAll();
  if (name === resumeAlarm) await resume();
}

/** Notes that the account is to be pulled and starts; returns once that is in the database. */
export async function pull(id: AccountId): Promise<void> {
  await beginPull(id, new Date());
  await clearWait(id);
  void resume();
}

export async function pullAll(): Promise<void> {
  if (!(await hasConsent())) return;
  const ids = await db.accounts.toCollection().primaryKeys();
  for (const id of ids) await beginPull(id, new Date());
  await resume();
}

/** Goes on with everything that is under way, or catches up after days without an alarm. */
export async function resume(): Promise<void> {
  if (!(await hasConsent())) return;
  await navigator.locks.request(listLock, async () => {
    await beginOverdue();
    await showSignOfLife();
    await pullDue(current.signal);
  });
  await navigator.locks.request(pictureLock, async () => {
    const { signal } = current;
    await pullPictures({ io: createLoggedIo('picture', signal), db, signal, onEach: showSignOfLife });
    await settle(signal);
  });
}

/** Stops the requests under way and waits until nothing writes any more, then does `work`. */
export async function whileStopped(work: () => Promise<void>): Promise<void> {
  current.abort();
  await navigator.locks.request(listLock, () =>
    navigator.locks.request(pictureLock, async () => {
      current = new AbortController();
      await work();
    }),
  );
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
  for (const { id } of overdue) await beginPull(id, new Date());
}

async function pullDue(signal: AbortSignal): Promise<void> {
  const io = createLoggedIo('list', signal);
  const wait = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds));
  const onPage = async () => {
    await showSignOfLife();
    await showNewCount();
  };
  for (const id of (await pendingPulls(new Date())).due) {
    if (!signal.aborted)
      await pullAccount(id, { io, ioFor: (account) => authorizedIo(account, io), wait, onPage, signal });
  }
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
  const { nextAt } = await pendingPulls(new Date());
  if (!nextAt) {
    await browser.alarms.clear(resumeAlarm);
    return;
  }
  await browser.alarms.create(resumeAlarm, { when: Math.max(nextAt.getTime(), Date.now() + soonMs) });
}
