import type { Badge } from '../badge';
import type { Export } from './export';
import { foldLine } from './fold';
import { issuerAndDay, toLine } from './text';

/** A contact with the badges (RFC 6350, skills by RFC 6715): the format has no property for a certificate. */
export const vcard: Export = {
  id: 'vcard',
  accepts: () => true,
  render: (badges, { language }) => ({
    mediaType: 'text/vcard',
    fileName: 'badges.vcf',
    body: badges.length > 0 ? toCard(badges, language === 'ko' ? '배지' : 'Badges') : '',
  }),
};

function toCard(badges: readonly Badge[], nameless: string): string {
  const name = badges.map(({ recipientName }) => toLine(recipientName ?? '')).find(Boolean) ?? nameless;
  const skills = new Set(badges.flatMap(({ achievement }) => achievement.skills.map(toLine)).filter(Boolean));
  const lines = [
    'BEGIN:VCARD',
    'VERSION:4.0',
    `FN:${escapeValue(name)}`,
    // An address is no text and is not escaped (RFC 6350, 4.2).
    ...badges.flatMap(({ pageUrl }) => (pageUrl ? [`URL;TYPE=badge:${pageUrl}`] : [])),
    `NOTE:${escapeValue(badges.map(toNote).join('\n'))}`,
    ...Array.from(skills, (skill) => `EXPERTISE:${escapeValue(skill)}`),
    'END:VCARD',
  ];
  return `${lines.map(foldLine).join('\r\n')}\r\n`;
}

/** What the note says of one badge. */
export function toNote(badge: Badge): string {
  return [toLine(badge.achievement.name), issuerAndDay(badge)].filter(Boolean).join(' – ');
}

/** Text as a value (RFC 6350, 3.4): unlike in a calendar, the grammar of TEXT-CHAR has no escaped semicolon. */
function escapeValue(text: string): string {
  return text.replace(/[\\,]/g, '\\$&').replace(/\n/g, '\\n');
}
