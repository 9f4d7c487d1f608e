import type { Badge } from '../badge';
import { escapeHtml } from '../html';
import { toPlainLine } from '../plain-line';
import type { SignatureLayout, SignatureOptions } from './signature-layout';

/** Four cells of 72 px stay within 320 px: phones, and the reply column of Outlook. */
const perRow = 4;
/** A name longer than any real one would eat Gmail's 10,000 characters. */
const maxName = 120;

const tableStart = '<table cellpadding="0" cellspacing="0" border="0">';
const textStyle =
  "font-family:Arial,'Malgun Gothic',sans-serif;font-size:13px;line-height:18px;color:#444444;";

/**
 * Badges side by side, each a picture that links to its proof; a single one has its words beside it. Why it looks so
 * old: Outlook for Windows knows tables, attributes and padding on cells, nothing newer; Gmail drops style sheets and
 * `data:` pictures; a transparent badge needs a white cell in dark mode; under about 50 px Gmail inverts pictures.
 * No `role` (Windows Mail) and no `target` (Gmail, Yahoo): a table without borders and headings is read as layout
 * anyway, and mail opens links in a new tab by itself. The picture's text carries the meaning where pictures are
 * blocked.
 */
export const row: SignatureLayout = {
  id: 'row',
  render(badges, options) {
    return {
      html: badges.length === 0 ? '' : `${tableStart}${toRows(badges, options)}</table>`,
      text: badges.map((badge) => toTextLine(badge, options)).join('\n'),
      links: badges.flatMap((badge) => badge.pageUrl ?? []),
    };
  },
};

function toRows(badges: readonly Badge[], options: SignatureOptions): string {
  const [only] = badges;
  if (only && badges.length === 1) return `<tr>${pictureCell(only)}${wordsCell([only], options)}</tr>`;
  const pictured = badges.filter(hasMailPicture);
  const others = badges.filter((badge) => !hasMailPicture(badge));
  const starts = pictured.flatMap((_, index) => (index % perRow === 0 ? index : []));
  const rows = starts.map(
    (start) =>
      `<tr>${pictured
        .slice(start, start + perRow)
        .map(pictureCell)
        .join('')}</tr>`,
  );
  const columns = Math.min(Math.max(pictured.length, 1), perRow);
  return rows.join('') + (others.length > 0 ? `<tr>${wordsCell(others, options, columns)}</tr>` : '');
}

/** SVG, WebP and AVIF are not shown by Gmail's or Outlook's readers. */
function hasMailPicture(badge: Badge): boolean {
  return badge.imageUrl !== null && !/\.(?:svg|webp|avif)$/i.test(new URL(badge.imageUrl).pathname);
}

/** Asked for at twice the size it is shown in (see `Badge.imageUrl`). Empty for a badge without a picture. */
function pictureCell(badge: Badge): string {
  if (!badge.imageUrl || !hasMailPicture(badge)) return '';
  const alt = escapeHtml(nameOf(badge));
  const picture = `<img src="${escapeHtml(badge.imageUrl)}" width="64" height="64" border="0" alt="${alt}" style="width:64px;border:0;">`;
  return (
    '<td width="72" align="center" valign="top" bgcolor="#ffffff" style="padding:4px;background-color:#ffffff;">' +
    `${badge.pageUrl ? `<a href="${escapeHtml(badge.pageUrl)}">${picture}</a>` : picture}</td>`
  );
}

function wordsCell(badges: readonly Badge[], options: SignatureOptions, columns = 1): string {
  const span = columns > 1 ? ` colspan="${columns}"` : '';
  const lines = badges.map((badge) => toHtmlLine(badge, options)).join('<br>');
  return `<td${span} valign="middle" style="padding:0 0 0 10px;${textStyle}">${lines}</td>`;
}

function toHtmlLine(badge: Badge, options: SignatureOptions): string {
  const name = escapeHtml(nameOf(badge));
  const linked = badge.pageUrl
    ? `<a href="${escapeHtml(badge.pageUrl)}" style="color:#0a66c2;">${name}</a>`
    : name;
  return `${linked}<br>${escapeHtml(issuedBy(badge, options))}`;
}

function toTextLine(badge: Badge, options: SignatureOptions): string {
  return `${nameOf(badge)} — ${badge.pageUrl ?? issuedBy(badge, options)}`;
}

function issuedBy(badge: Badge, { words }: SignatureOptions): string {
  return words.issuedBy(toPlainLine(badge.issuer.name, maxName), badge.issuedOn);
}

function nameOf(badge: Badge): string {
  return toPlainLine(badge.achievement.name, maxName);
}
