import type { Badge } from '../badge';
import { escapeHtml, safeUrl } from '../html';
import { toPlainLine } from '../plain-line';
import type { SignatureContact } from '../signature-setting';
import {
  hasMailPicture,
  inOrder,
  inRows,
  linkTo,
  palettes,
  restCell,
  pictureCell,
  tableStart,
  toLines,
  twinOf,
  wordsCell,
} from './parts';
import type { SignatureLayout, SignatureOptions } from './signature-layout';
import { signatureWords } from './words';

/** Longer lines of a contact are cut. */
const maxLine = 120;
/** Badges beside each other next to a contact: with the words it stays within 320 px. */
const perRow = 2;

/** Who signs: name, title, phone and links, with the badges beside. */
export const contact: SignatureLayout = {
  id: 'contact',
  uses: ['contact', 'size', 'labels', 'colours', 'side'],
  render(badges, options) {
    const twin = twinOf(badges, options);
    const lines = toContactText(options);
    const text = [lines.join('\n'), twin.text].filter(Boolean).join('\n\n');
    return { html: toHtml(badges, options), text, links: twin.links };
  },
};

function toHtml(badges: readonly Badge[], options: SignatureOptions): string {
  const words = toContactHtml(options);
  const pictures = toPictures(badges, options);
  if (!words && !pictures && badges.length === 0) return '';
  const spoken = toSpoken(badges, options);
  const cell = [words, spoken].filter(Boolean).join('<br>');
  const wordsPart = cell ? wordsCell(cell, options) : '';
  const { ground } = palettes[options.colours];
  const colour = ground ? ` bgcolor="${ground}" style="background-color:${ground};"` : '';
  const picturePart = pictures ? `<td valign="middle"${colour}>${tableStart}${pictures}</table></td>` : '';
  return `${tableStart}<tr>${inOrder(picturePart, wordsPart, options)}</tr></table>`;
}

function toPictures(badges: readonly Badge[], options: SignatureOptions): string {
  const pictured = badges.filter((badge) => hasMailPicture(badge, options));
  const columns = Math.min(pictured.length, perRow);
  const toRow = (line: readonly Badge[]) =>
    line.map((badge) => pictureCell(badge, options)).join('') + restCell(columns - line.length, options);
  return inRows(pictured, perRow)
    .map((line) => `<tr>${toRow(line)}</tr>`)
    .join('');
}

/** Badges in words: all of them where labels are wanted, else those without a picture. */
function toSpoken(badges: readonly Badge[], options: SignatureOptions): string {
  const { labels } = options;
  const isSpoken = labels === 'name' || labels === 'full';
  const spoken = isSpoken ? badges : badges.filter((badge) => !hasMailPicture(badge, options));
  return spoken.map((badge) => toLines(badge, options, labels === 'full' ? 'full' : 'name')).join('<br>');
}

function toContactHtml(options: SignatureOptions): string {
  const { name, position, phone, email, links } = readContact(options.contact);
  const words = signatureWords[options.language];
  const linked = links.map(({ address, shown }) => linkTo(address, shown, options)).join(' · ');
  const lines = [
    name && `<b>${escapeHtml(name)}</b>`,
    escapeHtml(position),
    phone && `${words.phone} ${linkTo(`tel:${phone.replace(/[^\d+]/g, '')}`, phone, options)}`,
    email &&
      `${words.email} ${linkTo(`mailto:${encodeURIComponent(email).replace('%40', '@')}`, email, options)}`,
    linked,
  ];
  return lines.filter(Boolean).join('<br>');
}

function toContactText({ contact, language }: SignatureOptions): string[] {
  const { name, position, phone, email, links } = readContact(contact);
  const words = signatureWords[language];
  const lines = [name, position, phone && `${words.phone} ${phone}`, email && `${words.email} ${email}`];
  return [...lines, ...links.map(({ address }) => address)].filter(Boolean);
}

/** What the user wrote, as harmless lines; a phone without digits, a mail address without @ and other links are left out. */
function readContact(contact: SignatureContact) {
  const line = (text: string) => toPlainLine(text, maxLine);
  const phone = line(contact.phone);
  const email = line(contact.email);
  return {
    name: line(contact.name),
    position: [line(contact.title), line(contact.company)].filter(Boolean).join(', '),
    phone: /\d/.test(phone) ? phone : '',
    email: /^[^\s@]+@[^\s@]+$/.test(email) ? email : '',
    links: contact.links.flatMap((link) => toLink(link.trim())),
  };
}

/** `example.org/me` is meant as https. */
function toLink(text: string): { address: string; shown: string }[] {
  if (!text) return [];
  const address = safeUrl(/^[a-z][a-z\d+.-]*:/i.test(text) ? text : `https://${text}`);
  if (!address || !new URL(address).hostname.includes('.')) return [];
  const shown = toPlainLine(address.replace(/^https:\/\/(?:www\.)?|\/$/g, ''), 60);
  return [{ address, shown }];
}
