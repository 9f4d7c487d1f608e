import { browser } from 'wxt/browser';
import { dayOf } from '@/utils/badge';
import { db } from '@/utils/db';
import { toEntries } from '@/utils/entries';
import { formatDay, t, tn } from '@/utils/i18n';
import { findReminders, untold, withTold, type Reminder } from '@/utils/reminders';
import { hasConsent, notifyExpiries, remindersSent } from '@/utils/settings';
import { openLibrary } from './first-run';

/** One notification for all of a day: it takes the place of one that still stands. */
const notificationId = 'expiries';

/** Where the user wants it, says once at each step which badges expire soon. Asks nobody. */
export async function notifyOfExpiries(now = new Date()): Promise<void> {
  if (!(await notifyExpiries.getValue()) || !(await hasConsent())) return;
  if (!(await browser.permissions.contains({ permissions: ['notifications'] }))) return;
  const [rows, choices] = await Promise.all([db.badges.toArray(), db.mergeChoices.toArray()]);
  const today = dayOf(now);
  const told = await remindersSent.getValue();
  const due = untold(findReminders(toEntries(rows, choices), today), told);
  if (due.length === 0) return;
  await browser.notifications.create(notificationId, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title: tn('reminderTitle', due.length),
    message: wordsFor(due),
  });
  // Only what was shown is noted: a browser that failed to show it is asked again tomorrow.
  await remindersSent.setValue(withTold(told, due, today));
}

/** Names of the nearest few: a notification has room for some lines. */
function wordsFor(due: readonly Reminder[]): string {
  const lines = due
    .slice(0, 3)
    .map(({ entry }) => t('reminderLine', entry.achievement.name, formatDay(entry.expiresOn ?? '')));
  return lines.join('\n');
}

/** A press on it leads to the library. The interface is there only once the user has allowed it: heard again then. */
export function listenToNotifications(): void {
  const { notifications } = browser as { notifications?: typeof browser.notifications };
  notifications?.onClicked.addListener(onClick);
}

/** One function, so that listening twice is listening once. */
function onClick(id: string): void {
  if (id === notificationId) void openLibrary('collection');
}
