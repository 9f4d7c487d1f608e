import { browser } from 'wxt/browser';

/** Every key of `_locales`, as `wxt prepare` typed it. */
export type MessageKey = Parameters<typeof browser.i18n.getMessage>[0];

/** The words for a key in the browser's language. `substitutions` fill $1, $2… */
export function t(key: MessageKey, ...substitutions: readonly (string | number)[]): string {
  return lookUp(key, substitutions) || key;
}

/** The same for a key made at run time (`error_not-found`); null when there are no such words. */
export function tMaybe(key: string, ...substitutions: readonly (string | number)[]): string | null {
  return lookUp(key.replaceAll('-', '_'), substitutions) || null;
}

/** Plurals: looks up `<key>_one`, `<key>_other`… by the rule of the browser's language. $1 is the number. */
export function tn(key: string, count: number, ...substitutions: readonly (string | number)[]): string {
  const rule = new Intl.PluralRules(uiLanguage()).select(count);
  const all = [formatNumber(count), ...substitutions];
  return lookUp(`${key}_${rule}`, all) || lookUp(`${key}_other`, all) || key;
}

export function uiLanguage(): string {
  return browser.i18n.getMessage('@@ui_locale').replace('_', '-') || browser.i18n.getUILanguage();
}

export function formatNumber(value: number): string {
  return new Intl.NumberFormat(uiLanguage()).format(value);
}

/** A day (YYYY-MM-DD) in words: "Mar 5, 2026", "2026년 3월 5일". */
export function formatDay(day: string, style: 'long' | 'month' = 'long'): string {
  const [year, month, date] = day.split('-').map(Number);
  if (!year || !month || !date) return day;
  const options: Intl.DateTimeFormatOptions =
    style === 'month'
      ? { year: 'numeric', month: 'short' }
      : { year: 'numeric', month: 'short', day: 'numeric' };
  return new Intl.DateTimeFormat(uiLanguage(), { ...options, timeZone: 'UTC' }).format(
    Date.UTC(year, month - 1, date),
  );
}

/** A moment by the clock: "2:05 PM", "오후 2:05"; with its day when that is not today. */
export function formatMoment(moment: string, now: Date): string {
  const date = new Date(moment);
  const isToday = date.toDateString() === now.toDateString();
  const day: Intl.DateTimeFormatOptions = isToday ? {} : { month: 'short', day: 'numeric' };
  return new Intl.DateTimeFormat(uiLanguage(), { ...day, hour: 'numeric', minute: '2-digit' }).format(date);
}

/** "a.example and b.example", "a.example 및 b.example". */
export function formatList(items: readonly string[]): string {
  return new Intl.ListFormat(uiLanguage(), { type: 'conjunction' }).format(items);
}

/** How long ago a moment was: "3 minutes ago", "3분 전"; "just now" within the minute. */
export function formatAgo(moment: string, now: Date): string {
  const seconds = Math.round((new Date(moment).getTime() - now.getTime()) / 1000);
  const format = new Intl.RelativeTimeFormat(uiLanguage(), { numeric: 'auto' });
  const units: readonly [Intl.RelativeTimeFormatUnit, number][] = [
    ['day', 86_400],
    ['hour', 3600],
    ['minute', 60],
  ];
  const unit = units.find(([, size]) => Math.abs(seconds) >= size);
  return unit ? format.format(Math.trunc(seconds / unit[1]), unit[0]) : t('justNow');
}

function lookUp(key: string, substitutions: readonly (string | number)[]): string {
  // The typed overloads know the literal keys only; this one place takes keys made at run time, too.
  const getMessage = browser.i18n.getMessage as (key: string, substitutions?: string[]) => string;
  return getMessage(key, substitutions.map(String));
}
