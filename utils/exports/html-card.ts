import type { Badge } from '../badge';
import { escapeHtml } from '../html';
import type { Export } from './export';
import { issuerAndDay, toLine } from './text';

/** Cards for a web page: inline styles, no script, nothing loaded but the badge's own picture. */
export const htmlCard: Export = {
  id: 'html-card',
  accepts: ({ pageUrl }) => pageUrl !== null,
  render: (badges) => ({
    mediaType: 'text/html',
    fileName: 'badges.html',
    body: badges.flatMap(toCard).join('\n'),
  }),
};

const cardStyle =
  'display:inline-block;box-sizing:border-box;width:220px;margin:8px;padding:16px;border:1px solid #d5d3ce;' +
  'border-radius:10px;background:#ffffff;color:#26241f;font:14px/1.5 system-ui,sans-serif;text-align:center;' +
  'text-decoration:none;vertical-align:top';

function toCard(badge: Badge): string[] {
  if (!badge.pageUrl) return [];
  const picture = badge.imageUrl
    ? `<img src="${escapeHtml(badge.imageUrl)}" alt="" width="110" height="110" style="display:block;margin:0 auto 8px;object-fit:contain">`
    : '';
  const name = `<strong style="display:block">${escapeHtml(toLine(badge.achievement.name))}</strong>`;
  const under = `<span style="display:block;color:#5d5a53;font-size:13px">${escapeHtml(issuerAndDay(badge))}</span>`;
  return [`<a href="${escapeHtml(badge.pageUrl)}" style="${cardStyle}">${picture}${name}${under}</a>`];
}
