import { escapeHtml } from '../html';
import { issuedBy, linkTo, nameOf, tableStart, twinOf, wordsCell } from './parts';
import type { SignatureLayout } from './signature-layout';

/**
 * Names in one line, each a link to its proof. No pictures: in the height of a line they would be under 56 px, where some
 * readers recolour them in the dark; and where pictures are blocked, nothing is missing.
 */
export const line: SignatureLayout = {
  id: 'line',
  uses: ['labels', 'colours'],
  render(badges, options) {
    const items = badges.map((badge) => {
      const name = linkTo(badge.pageUrl, nameOf(badge), options);
      return options.labels === 'full' ? `${name} (${escapeHtml(issuedBy(badge, options))})` : name;
    });
    const cell = wordsCell(items.join(' · '), options, { padding: '4px' });
    return {
      html: badges.length === 0 ? '' : `${tableStart}<tr>${cell}</tr></table>`,
      ...twinOf(badges, options),
    };
  },
};
