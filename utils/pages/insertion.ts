import { unwrapUrl } from '../badge-links';

/** What goes into an editor. A rendered signature has this shape. */
export interface Insertion {
  readonly html: string;
  readonly text: string;
  /** How the insertion is recognised in the editor: the only witness that it worked. */
  readonly links: readonly string[];
}

/** Parts of a draft that others wrote. Our own signature in a quoted mail is not a second copy. */
const quotes = 'blockquote, .gmail_quote, #replybody1';
/** Elements that begin a line of their own in a draft. */
const lines = 'div, p, li, td, th, table, blockquote, pre, h1, h2, h3, h4, h5, h6, [contenteditable]';
const quoteMarks = '#divRplyFwdMsg, #appendonsend';

/** What to look for: the links; without any (badges that have no page) the first line of the text. */
export function traces({ links, text }: Insertion): readonly string[] {
  if (links.length > 0) return links;
  const line = text.split('\n').find((candidate) => candidate.trim() !== '');
  return line ? [flat(line)] : [];
}

/** How often each trace stands in what the user wrote, as a link or as text. */
export function countTraces(editor: HTMLElement, insertion: Insertion): number[] {
  const text = ownText(editor);
  const addresses = findLinks(editor).map((link) => linkAddress(link));
  return traces(insertion).map((trace) => {
    const linked = addresses.filter((address) => address === trace).length;
    return linked + countIn(text, trace);
  });
}

/** Whether the words of every line stand in the draft, the addresses behind them aside. */
export function hasWords(editor: HTMLElement, { text }: Insertion): boolean {
  const own = ownText(editor);
  const words = text.split('\n').map((line) => flat(line.replace(/\s*[—-]?\s*https?:\/\/\S+/g, '')));
  return words.every((line) => own.includes(line));
}

/** How often an address stands in a text; `/badges/1` does not stand in `/badges/12`. */
function countIn(text: string, trace: string): number {
  return text
    .split(trace)
    .slice(1)
    .filter((behind) => !/^[\w%-]/.test(behind)).length;
}

/** Links in what the user wrote, quoted parts left out. */
export function findLinks(editor: HTMLElement): Element[] {
  return [...editor.querySelectorAll('a[href]')].filter((link) => !isQuoted(link, editor));
}

/** Where a link leads, redirectors removed. */
export function linkAddress(link: Element): string {
  return unwrapUrl(link.getAttribute('href') ?? '')?.href ?? '';
}

/** The user's own words in one line, for comparing. */
export function ownText(editor: HTMLElement): string {
  if ('value' in editor && typeof editor.value === 'string') return flat(editor.value);
  return flat(textOf(editor, (element) => !isQuoted(element, editor)));
}

/** The text of a part of an editor, with a blank wherever a line ends: an address does not run into what is below it. */
export function textOf(part: Element, isWanted: (element: Element) => boolean = () => true): string {
  const walker = part.ownerDocument.createTreeWalker(part, 5 /* NodeFilter.SHOW_ELEMENT | SHOW_TEXT */);
  const parts: string[] = [];
  let line: Element | null = null;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.nodeName === 'BR') parts.push(' ');
    const parent = node.nodeType === 3 /* Node.TEXT_NODE */ ? node.parentElement : null;
    if (!parent || !isWanted(parent)) continue;
    const own = parent.closest(lines);
    if (own !== line) parts.push(' ');
    line = own;
    parts.push(node.nodeValue ?? '');
  }
  return parts.join('');
}

function isQuoted(element: Element, editor: HTMLElement): boolean {
  const quote = element.closest(quotes);
  if (quote && editor.contains(quote) && quote !== editor) return true;
  const mark = editor.querySelector(quoteMarks);
  return mark !== null && (mark.compareDocumentPosition(element) & 4) /* following */ !== 0;
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
