import type { Badge } from '../badge';
import { escapeHtml } from '../html';
import { toPlainLine } from '../plain-line';
import type { SignatureOptions } from './signature-layout';
import { signatureWords } from './words';

/*
 * What all layouts are made of. Why it looks so old: Outlook for Windows knows tables, attributes and padding on cells,
 * nothing newer; Gmail drops style sheets and `data:` pictures; a transparent badge needs a white cell in dark mode. No
 * `role` (Windows Mail) and no `target` (Gmail, Yahoo): a table without borders and headings is read as layout anyway,
 * and mail opens links in a new tab by itself. The picture's text carries the meaning where pictures are blocked.
 */

/** Phones, and the reply column of Outlook. */
export const maxWidth = 320;
/** A name longer than any real one would eat Gmail's 10,000 characters. */
const maxName = 120;
const picturePadding = 4;

export const tableStart = '<table cellpadding="0" cellspacing="0" border="0">';

/**
 * Text, links and ground. `paper` brings its own ground, which holds wherever colours are kept and turns as a whole where
 * they are inverted. `both` has 4.5:1 on white and 3.5:1 on #1e1e1e. `ink` is darkest on white and leaves the dark to the
 * reader's program. `prefers-color-scheme` is of no use: Gmail, Yahoo and Outlook for Windows do not know it.
 */
export const palettes = {
  paper: { text: '#444444', link: '#0a66c2', ground: '#ffffff' },
  both: { text: '#767676', link: '#1976d2', ground: null },
  ink: { text: '#444444', link: '#0a66c2', ground: null },
} as const;

/** Whether mail readers show this picture: SVG, WebP and AVIF they do not. What the library knows of its bytes counts more than its address. */
export function hasMailPicture(
  badge: Badge,
  { mediaTypeOf }: Pick<SignatureOptions, 'mediaTypeOf'>,
): boolean {
  if (badge.imageUrl === null) return false;
  const mediaType = mediaTypeOf(badge);
  if (mediaType) return ['image/png', 'image/jpeg', 'image/gif'].includes(mediaType);
  return !/\.(?:svg|webp|avif)$/i.test(new URL(badge.imageUrl).pathname);
}

/** Outer width of a picture cell. */
export function pictureWidth({ size }: Pick<SignatureOptions, 'size'>): number {
  return size + 2 * picturePadding;
}

/** Asked for at twice the size it is shown in (see `Badge.imageUrl`). Empty for a badge without a picture that mail shows. */
export function pictureCell(badge: Badge, options: SignatureOptions, width = pictureWidth(options)): string {
  const picture = toPicture(badge, options);
  if (!picture) return '';
  return `<td width="${width}" align="center" valign="top" bgcolor="#ffffff" style="padding:${picturePadding}px;background-color:#ffffff;">${picture}</td>`;
}

/** The picture as a link to its proof. The colour is that of its words where it is blocked: they stand on white. */
export function toPicture(badge: Badge, options: SignatureOptions): string {
  if (!badge.imageUrl || !hasMailPicture(badge, options)) return '';
  const { size } = options;
  const alt = escapeHtml(nameOf(badge));
  const picture = `<img src="${escapeHtml(badge.imageUrl)}" width="${size}" height="${size}" border="0" alt="${alt}" style="width:${size}px;border:0;color:#444444;">`;
  return badge.pageUrl ? `<a href="${escapeHtml(badge.pageUrl)}">${picture}</a>` : picture;
}

/** A cell of words. `html` is ready; `extra` are attributes. */
export function wordsCell(
  html: string,
  options: SignatureOptions,
  { extra = '', padding = '0 10px' } = {},
): string {
  const { text, ground } = palettes[options.colours];
  const onGround = ground ? ` bgcolor="${ground}"` : '';
  const groundStyle = ground ? `background-color:${ground};` : '';
  return `<td${extra} valign="middle"${onGround} style="padding:${padding};${groundStyle}font-family:Arial,'Malgun Gothic',sans-serif;font-size:13px;line-height:18px;color:${text};">${html}</td>`;
}

/** Cells in the order of the side: the picture first on the left, last on the right. */
export function inOrder(picture: string, words: string, { side }: Pick<SignatureOptions, 'side'>): string {
  return side === 'left' ? picture + words : words + picture;
}

/** A badge in words: its name as a link, and by whom and when on the next line where that is wanted. */
export function toLines(badge: Badge, options: SignatureOptions, labels: 'name' | 'full'): string {
  const name = linkTo(badge.pageUrl, nameOf(badge), options);
  return labels === 'full' ? `${name}<br>${escapeHtml(issuedBy(badge, options))}` : name;
}

/** Text as a link in a colour that holds; as text without an address. */
export function linkTo(
  address: string | null,
  text: string,
  { colours }: Pick<SignatureOptions, 'colours'>,
): string {
  if (!address) return escapeHtml(text);
  return `<a href="${escapeHtml(address)}" style="color:${palettes[colours].link};">${escapeHtml(text)}</a>`;
}

/** The plain twin of a badge: one line. */
export function toTextLine(badge: Badge, options: SignatureOptions): string {
  const issued = issuedBy(badge, options);
  const name = options.labels === 'full' ? `${nameOf(badge)}, ${issued}` : nameOf(badge);
  return `${name} — ${badge.pageUrl ?? issued}`;
}

/** The plain twin of all, and the links by which they are recognised. */
export function twinOf(
  badges: readonly Badge[],
  options: SignatureOptions,
): { text: string; links: string[] } {
  return {
    text: badges.map((badge) => toTextLine(badge, options)).join('\n'),
    links: badges.flatMap((badge) => badge.pageUrl ?? []),
  };
}

export function issuedBy(badge: Badge, { language }: Pick<SignatureOptions, 'language'>): string {
  return signatureWords[language].issuedBy(toPlainLine(badge.issuer.name, maxName), badge.issuedOn);
}

/** The name in one harmless line; of a badge without a name its issuer or the host of its page, for a link must say something. */
export function nameOf({ achievement, issuer, pageUrl }: Badge): string {
  const name = toPlainLine(achievement.name, maxName) || toPlainLine(issuer.name, maxName);
  return name || (pageUrl ? new URL(pageUrl).hostname : '—');
}

/** Ends an unfinished row of several, so that a ground of its own has no hole in it. */
export function restCell(columns: number, options: SignatureOptions): string {
  if (columns <= 0) return '';
  const { ground } = palettes[options.colours];
  const colour = ground ? ` bgcolor="${ground}" style="background-color:${ground};"` : '';
  return `<td${columns > 1 ? ` colspan="${columns}"` : ''}${colour}></td>`;
}

/** Lists in pieces of a length. */
export function inRows<T>(items: readonly T[], length: number): T[][] {
  const starts = items.flatMap((_, index) => (index % length === 0 ? index : []));
  return starts.map((start) => items.slice(start, start + length));
}
