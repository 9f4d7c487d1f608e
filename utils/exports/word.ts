import type { Badge } from '../badge';
import { escapeHtml } from '../html';
import type { Export } from './export';
import { issuerAndDay, toLine } from './text';

/** Lines for a résumé in Word or another word processor, pasted as they look. */
export const word: Export = {
  id: 'word',
  accepts: () => true,
  render: (badges) => ({
    mediaType: 'text/html',
    fileName: 'resume-badges.html',
    body: badges.map(toParagraph).join('\n'),
    plain: badges.map(toPlain).join('\n\n'),
  }),
};

function toParagraph(badge: Badge): string {
  const name = `<strong>${escapeHtml(toLine(badge.achievement.name))}</strong>`;
  const linked = badge.pageUrl ? `<a href="${escapeHtml(badge.pageUrl)}">${name}</a>` : name;
  return `<p>${linked}<br>${escapeHtml(issuerAndDay(badge))}</p>`;
}

function toPlain(badge: Badge): string {
  return [toLine(badge.achievement.name), issuerAndDay(badge), badge.pageUrl].filter(Boolean).join('\n');
}
