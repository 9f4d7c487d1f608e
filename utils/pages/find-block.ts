import { classifyLink } from '../badge-links';
import { findLinks, linkAddress, textOf, type Insertion } from './insertion';

/** Letters beside the badges that a block of ours may hold: a name, a title, a phone number (the layout with contact). */
const maxOwnText = 300;
/** Links beside the badges: mail, phone, a homepage or two. */
const maxOwnLinks = 6;

/**
 * The signature that we put in earlier: the last outermost table in the user's own words that holds one of its badges
 * (found by the page that proves it) and nothing but badges and a few words. Null where there is none, or where somebody
 * else's words or pictures stand in the same table: those are nobody's to replace.
 */
export function findBlock(editor: HTMLElement, { links }: Insertion): Element | null {
  const wanted = new Set(links);
  const tables = findLinks(editor)
    .filter((link) => wanted.has(linkAddress(link)))
    .map((link) => tableAround(link, editor))
    .filter((part) => part.tagName === 'TABLE');
  return [...new Set(tables)].filter(isOurs).at(-1) ?? null;
}

function isOurs(table: Element): boolean {
  const links = [...table.querySelectorAll('a[href]')];
  const others = links.filter((link) => !isBadgeLink(link));
  if (others.length > maxOwnLinks || others.some((link) => link.querySelector('img'))) return false;
  const pictures = [...table.querySelectorAll('img')];
  if (pictures.some((picture) => !picture.closest('a[href]'))) return false;
  if (table.querySelector('input, textarea, video, iframe, blockquote')) return false;
  const beside = textOf(table, (element) => !links.some((link) => link.contains(element)));
  return beside.replace(/\s+/g, ' ').trim().length <= maxOwnText;
}

function isBadgeLink(link: Element): boolean {
  return classifyLink(linkAddress(link))?.kind === 'badge';
}

/** Whether a block is what would be put in its place: the same links, words and number of pictures and lines. */
export function isSameBlock(block: Element, { html }: Insertion): boolean {
  const fresh = new DOMParser().parseFromString(html, 'text/html').body;
  return shapeOf(block) === shapeOf(fresh);
}

/** What an editor keeps of a block, whatever it does to its styles and to the addresses of its pictures. */
export function shapeOf(part: Element): string {
  const links = [...part.querySelectorAll('a[href]')].map((link) => linkAddress(link));
  const count = (selector: string) => part.querySelectorAll(selector).length;
  return JSON.stringify([links, textOf(part).replace(/\s+/g, ''), count('img'), count('tr')]);
}

/** The outermost table around an element within the editor; the element itself without one. */
export function tableAround(element: Element, editor: HTMLElement): Element {
  let found = element;
  for (let outer = element.parentElement; outer && outer !== editor; outer = outer.parentElement) {
    if (outer.tagName === 'TABLE') found = outer;
  }
  return found;
}

/** An element as a selection. */
export function rangeOver(part: Element): Range {
  const range = part.ownerDocument.createRange();
  range.selectNode(part);
  return range;
}
