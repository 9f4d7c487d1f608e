import type { Badge } from '../badge';
import {
  hasMailPicture,
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

/** Two columns, each picture with its name under it; without labels a square of pictures. */
export const grid: SignatureLayout = {
  id: 'grid',
  uses: ['size', 'labels', 'colours'],
  render: (badges, options) => ({
    html: badges.length === 0 ? '' : `${tableStart}${toRows(badges, options)}</table>`,
    ...twinOf(badges, options),
  }),
};

function toRows(badges: readonly Badge[], options: SignatureOptions): string {
  const isBare = options.labels === 'none' && badges.every((badge) => hasMailPicture(badge, options));
  const most = Math.floor(maxWidth / pictureWidth(options));
  const columns = isBare ? Math.min(Math.ceil(Math.sqrt(badges.length)), most) : Math.min(badges.length, 2);
  const width = isBare ? pictureWidth(options) : maxWidth / 2;
  return inRows(badges, columns)
    .map((line) => {
      const end = restCell(columns - line.length, options);
      return toPictureRow(line, width, end, options) + (isBare ? '' : toWordsRow(line, width, end, options));
    })
    .join('');
}

function toPictureRow(line: readonly Badge[], width: number, end: string, options: SignatureOptions): string {
  if (!line.some((badge) => hasMailPicture(badge, options))) return '';
  return `<tr>${line.map((badge) => pictureCell(badge, options, width) || restCell(1, options)).join('')}${end}</tr>`;
}

/** Words of a badge that has a picture are left out where no labels are wanted. */
function toWordsRow(line: readonly Badge[], width: number, end: string, options: SignatureOptions): string {
  const { labels } = options;
  const cells = line.map((badge) => {
    const isSpoken = labels !== 'none' || !hasMailPicture(badge, options);
    const words = isSpoken ? toLines(badge, options, labels === 'full' ? 'full' : 'name') : '';
    return wordsCell(words, options, { extra: ` width="${width}" align="center"`, padding: '0 4px 8px' });
  });
  return `<tr>${cells.join('')}${end}</tr>`;
}
