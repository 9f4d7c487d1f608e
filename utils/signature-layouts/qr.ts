import type { Badge } from '../badge';
import { escapeHtml } from '../html';
import { toCardRows } from './card';
import { nameOf, tableStart, twinOf } from './parts';
import type { SignatureLayout, SignatureOptions } from './signature-layout';
import { signatureWords } from './words';

/**
 * As the card, with a QR code of its page beside each badge, for mail that is printed or shown on a screen. The code is a
 * picture of our own making, and nobody hosts it: only a file may hold it (`data:`, which Gmail and Windows Mail do not
 * show). What is copied leaves it out; as a picture it is copied by itself, so that the mail program attaches it.
 */
export const qr: SignatureLayout = {
  id: 'qr',
  uses: ['size', 'labels', 'colours', 'side'],
  needsFile: true,
  render: (badges, options) => ({
    html:
      badges.length === 0
        ? ''
        : `${tableStart}${toCardRows(badges, options, (badge) => qrCell(badge, options))}</table>`,
    ...twinOf(badges, options),
  }),
};

function qrCell(badge: Badge, { makeCode, language }: SignatureOptions): string {
  if (!makeCode || !badge.pageUrl) return '';
  const { address, side } = makeCode(badge.pageUrl);
  const alt = escapeHtml(signatureWords[language].qrAlt(nameOf(badge)));
  const picture = `<img src="${address}" width="${side}" height="${side}" border="0" alt="${alt}" style="width:${side}px;border:0;color:#444444;">`;
  return `<td width="${side}" align="center" valign="middle" bgcolor="#ffffff" style="padding:0;background-color:#ffffff;">${picture}</td>`;
}
