import type { Badge } from '../badge';
import type { Export } from './export';
import { escapeValue, foldLine } from './fold';
import { dayIn, toLine } from './text';

/** The last days of the badges as all-day events, with a reminder 30 days before (RFC 5545). */
export const expiryCalendar: Export = {
  id: 'expiry-calendar',
  accepts: ({ expiresOn }) => dayIn(expiresOn) !== null,
  render: (badges, { language, now }) => {
    const stamp = now.toISOString().replace(/[-:]|\.\d+/g, '');
    const events = badges.flatMap((badge) => toEvent(badge, stamp, titles[language]));
    // A calendar without a component is none (RFC 5545, 3.6).
    const lines = events.length > 0 ? [...head, ...events, 'END:VCALENDAR'] : [];
    return {
      mediaType: 'text/calendar',
      fileName: 'badge-expiries.ics',
      body: lines.map((line) => `${foldLine(line)}\r\n`).join(''),
    };
  },
};

const head = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//LapelPin//Badge expiries//EN'] as const;
const titles = {
  en: (name: string) => `Badge expires: ${name}`,
  ko: (name: string) => `배지 만료: ${name}`,
} as const;

function toEvent(badge: Badge, stamp: string, title: (name: string) => string): string[] {
  const day = dayIn(badge.expiresOn);
  if (!day) return [];
  const summary = escapeValue(title(toLine(badge.achievement.name)));
  return [
    'BEGIN:VEVENT',
    // The badge's own id, so that a later file replaces the event instead of adding a second.
    `UID:${encodeURIComponent(toLine(badge.id))}@lapelpin`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
    `SUMMARY:${summary}`,
    `DESCRIPTION:${escapeValue(toLine(badge.issuer.name))}`,
    ...(badge.pageUrl ? [`URL:${badge.pageUrl}`] : []),
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'TRIGGER:-P30D',
    `DESCRIPTION:${summary}`,
    'END:VALARM',
    'END:VEVENT',
  ];
}
