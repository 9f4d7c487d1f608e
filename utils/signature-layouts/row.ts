import type { Badge } from '../badge';
import {
  hasMailPicture,
  inOrder,
  inRows,
  maxWidth,
  pictureCell,
  pictureWidth,
  restCell,
  tableStart,
  toLines,
  twinOf,
  wordsCell,
} from './parts';
import type { SignatureLayout, SignatureOptions } from './signature-layout';

/** Badges side by side, each a picture that links to its proof; a single one has its words beside it. */
export const row: SignatureLayout = {
  id: 'row',
  uses: ['size', 'labels', 'colours', 'side'],
  render: (badges, options) => ({
    html: badges.length === 0 ? '' : `${tableStart}${toRows(badges, options)}</table>`,
    ...twinOf(badges, options),
  }),
};

function toRows(badges: readonly Badge[], options: SignatureOptions): string {
  const { labels } = options;
  const [only] = badges;
  if (only && badges.length === 1) {
    if (labels === 'none' && hasMailPicture(only, options)) return `<tr>${pictureCell(only, options)}</tr>`;
    const words = wordsCell(toLines(only, options, labels === 'name' ? 'name' : 'full'), options);
    return `<tr>${inOrder(pictureCell(only, options), words, options)}</tr>`;
  }
  const pictured = badges.filter((badge) => hasMailPicture(badge, options));
  const perRow = Math.floor(maxWidth / pictureWidth(options));
  const columns = Math.min(Math.max(pictured.length, 1), perRow);
  const rows = inRows(pictured, perRow).map(
    (line) =>
      `<tr>${line.map((badge) => pictureCell(badge, options)).join('')}${restCell(columns - line.length, options)}</tr>`,
  );
  // Where labels are not wanted, words stand for pictures that mail would not show.
  const isSpoken = labels === 'name' || labels === 'full';
  const spoken = isSpoken ? badges : badges.filter((badge) => !hasMailPicture(badge, options));
  return rows.join('') + wordsRow(spoken, columns, options);
}

function wordsRow(badges: readonly Badge[], columns: number, options: SignatureOptions): string {
  if (badges.length === 0) return '';
  const extra = columns > 1 ? ` colspan="${columns}"` : '';
  const detail = options.labels === 'name' ? 'name' : 'full';
  const lines = badges.map((badge) => toLines(badge, options, detail)).join('<br>');
  return `<tr>${wordsCell(lines, options, { extra, padding: '4px' })}</tr>`;
}
