import type { Badge } from '../badge';
import { toPlainLine } from '../plain-line';
import { countCharacters, ready } from './count';
import { hasPage, withLink, type ShareTarget } from './share-target';

/**
 * A message in Slack's own mark-up ("mrkdwn"), with the badge's name as the link, to be pasted there. What is pasted into
 * the editor is read as mark-up only where the user has switched that on; the link works either way.
 */
export const slack: ShareTarget = {
  id: 'slack',
  name: 'Slack',
  aliases: ['슬랙'],
  text: { template: 'chat', limit: null, loadCount: ready(countCharacters) },
  accepts: hasPage,
  share: (badge, { text }) => ({ open: null, copy: toMessage(badge, text), fields: [] }),
};

function toMessage(badge: Badge, text: string): string {
  const { pageUrl } = badge;
  if (!pageUrl || text.includes(pageUrl)) return escape(withLink(text, pageUrl, ' '));
  // A bar would end the name of a link.
  const name = toPlainLine(badge.achievement.name, 120).replaceAll('|', '/');
  return `${escape(text.trim())} <${escape(pageUrl).replaceAll('|', '%7C')}|${escape(name)}>`.trim();
}

/** Slack reads three characters as its own ("Formatting text for app surfaces", escaping). */
function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
