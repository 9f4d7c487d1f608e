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
    return linked + text.split(trace).length - 1;
  });
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
  const walker = editor.ownerDocument.createTreeWalker(editor, 4 /* NodeFilter.SHOW_TEXT */);
  const parts: string[] = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.parentElement && !isQuoted(node.parentElement, editor)) parts.push(node.nodeValue ?? '');
  }
  return flat(parts.join(''));
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
