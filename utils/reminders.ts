import { isExpired } from './badge';
import { findEntry, type Entry } from './entries';
import type { WebUrl } from './html';

/** Days before an expiry at which it is told, the earliest first. */
export const reminderDays = [60, 30, 7] as const;
export type ReminderStep = (typeof reminderDays)[number];

/** The last step that was told of a badge, by its id and its last day: another last day begins anew. */
export type Told = Readonly<Record<string, number>>;

/** An expiry that is near. */
export interface Reminder {
  readonly entry: Entry;
  /** Whole days until the last day; 0 on that day. */
  readonly daysLeft: number;
  /** The step that it has reached. */
  readonly step: ReminderStep;
  /** Where it can be renewed from today; null where nobody knows, or it is too early. */
  readonly renewUrl: WebUrl | null;
}

/**
 * What expires soon, the nearest first. Not what was taken back, nor what a newer award in the library has renewed.
 * `today` is YYYY-MM-DD in the user's own calendar.
 */
export function findReminders(entries: readonly Entry[], today: string): readonly Reminder[] {
  const found = entries.flatMap((entry) => toReminder(entry, entries, today) ?? []);
  return found.toSorted((a, b) => a.daysLeft - b.daysLeft || (a.entry.id < b.entry.id ? -1 : 1));
}

/** Those of which this step was not told yet. */
export function untold(reminders: readonly Reminder[], told: Told): readonly Reminder[] {
  return reminders.filter((reminder) => reminder.step < (told[keyOf(reminder)] ?? Infinity));
}

/** The notes with these told; those of days that are over are dropped. */
export function withTold(told: Told, reminders: readonly Reminder[], today: string): Told {
  const still = Object.entries(told).filter(([key]) => key.slice(-today.length) >= today);
  return {
    ...Object.fromEntries(still),
    ...Object.fromEntries(reminders.map((one) => [keyOf(one), one.step])),
  };
}

function toReminder(entry: Entry, entries: readonly Entry[], today: string): Reminder | null {
  const { expiresOn, state } = entry;
  if (!expiresOn || state === 'revoked' || state === 'expired' || isExpired(entry, today)) return null;
  const daysLeft = daysBetween(today, expiresOn);
  // The nearest of the steps that have been reached.
  const step = reminderDays.filter((days) => daysLeft <= days).at(-1);
  if (step === undefined || isRenewed(entry, entries, today)) return null;
  const isOpen = entry.renewableFrom !== null && entry.renewableFrom <= today;
  return { entry, daysLeft, step, renewUrl: isOpen ? entry.pageUrl : null };
}

function isRenewed(entry: Entry, entries: readonly Entry[], today: string): boolean {
  return entry.related.some(({ kind, id }) => {
    const newer = kind === 'renewed-by' ? findEntry(entries, id) : undefined;
    return newer !== undefined && newer.state !== 'revoked' && !isExpired(newer, today);
  });
}

function keyOf({ entry }: Reminder): string {
  return `${entry.id} ${entry.expiresOn ?? ''}`;
}

/** Calendar days; both as YYYY-MM-DD. */
function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
