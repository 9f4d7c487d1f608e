import { escapeHtml } from '../html';
import { nameOf, issuedBy, twinOf } from './parts';
import type { SignatureLayout } from './signature-layout';

/** Name and address, a line each: what phones' mail programs and strict companies take. */
export const plainText: SignatureLayout = {
  id: 'plain-text',
  uses: ['labels'],
  isPlain: true,
  render(badges, options) {
    // For editors that take no text by itself: the same lines, with nothing but the links.
    const lines = badges.map((badge) => {
      const issued = issuedBy(badge, options);
      const name = options.labels === 'full' ? `${nameOf(badge)}, ${issued}` : nameOf(badge);
      const end = badge.pageUrl ? toPlainLink(badge.pageUrl) : escapeHtml(issued);
      return `${escapeHtml(name)} — ${end}`;
    });
    return { html: lines.join('<br>'), ...twinOf(badges, options) };
  },
};

/** In the reader's own colour: there is no ground of ours under it. */
function toPlainLink(address: string): string {
  return `<a href="${escapeHtml(address)}">${escapeHtml(address)}</a>`;
}
