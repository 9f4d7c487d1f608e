import type { Badge } from '../badge';
import {
  hasMailPicture,
  inOrder,
  pictureCell,
  restCell,
  tableStart,
  toLines,
  twinOf,
  wordsCell,
} from './parts';
import type { SignatureLayout, SignatureOptions } from './signature-layout';

/** A badge to a line: its picture, and beside it name, issuer and month. */
export const card: SignatureLayout = {
  id: 'card',
  uses: ['size', 'labels', 'colours', 'side'],
  render: (badges, options) => ({
    html: badges.length === 0 ? '' : `${tableStart}${toCardRows(badges, options, () => '')}</table>`,
    ...twinOf(badges, options),
  }),
};

/** The lines, each with what `endOf` adds at its end. */
export function toCardRows(
  badges: readonly Badge[],
  options: SignatureOptions,
  endOf: (badge: Badge) => string,
): string {
  const isPictured = badges.some((badge) => hasMailPicture(badge, options));
  const rows = badges.map((badge) => {
    const picture = pictureCell(badge, options) || (isPictured ? restCell(1, options) : '');
    const isBare = options.labels === 'none' && hasMailPicture(badge, options);
    const words = wordsCell(toLines(badge, options, options.labels === 'name' ? 'name' : 'full'), options);
    return `<tr>${inOrder(picture, isBare ? '' : words, options)}${endOf(badge)}</tr>`;
  });
  return rows.join('');
}
