import { selectAll } from 'css-select';
import type { AnyNode, Document, Element } from 'domhandler';
import { getAttributeValue, textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';

/** An element of a page, read only. */
export interface PageElement {
  /** All text in it, spaces and line breaks collapsed. */
  readonly text: string;
  attribute(name: string): string | null;
  all(selector: string): readonly PageElement[];
}

/** A page for people, read without a browser's DOM: a service worker has none, and nothing in it may run or load. */
export interface HtmlPage {
  /** The content of `<meta property|name|itemprop="…">`, the first that says something; null without one. */
  meta(name: string): string | null;
  /** `<title>`. */
  readonly title: string;
  /** Every JSON-LD block that can be read (schema.org), arrays and `@graph` laid flat. */
  readonly jsonLd: readonly Readonly<Record<string, unknown>>[];
  /** Elements that match a CSS selector, in the order of the page. */
  all(selector: string): readonly PageElement[];
}

/** More than any certificate page has; what stands behind it is not read. */
const maxLength = 3_000_000;

/** Never throws: whatever it is, it is a page with nothing in it at worst. */
export function parseHtmlPage(html: string): HtmlPage {
  const document = parseDocument(html.slice(0, maxLength));
  const all = (selector: string) => selectIn(document, selector);
  return {
    meta: (name) =>
      ['property', 'name', 'itemprop']
        .flatMap((key) => all(`meta[${key}="${name}" i]`))
        .map((element) => element.attribute('content')?.trim() ?? '')
        .find((content) => content !== '') ?? null,
    title: all('title')[0]?.text ?? '',
    jsonLd: selectAll<AnyNode, Element>('script[type="application/ld+json"]', document).flatMap((element) =>
      toObjects(textContent(element)),
    ),
    all,
  };
}

function selectIn(root: Document | Element, selector: string): PageElement[] {
  return selectAll<AnyNode, Element>(selector, root).map((element) => ({
    text: textContent(element).replace(/\s+/g, ' ').trim(),
    attribute: (name) => getAttributeValue(element, name) ?? null,
    all: (inner) => selectIn(element, inner),
  }));
}

function toObjects(json: string): Readonly<Record<string, unknown>>[] {
  try {
    return flatten(JSON.parse(json), 0);
  } catch {
    // A page may write anything there; what is no JSON says nothing.
    return [];
  }
}

function flatten(value: unknown, depth: number): Readonly<Record<string, unknown>>[] {
  if (depth > 4 || typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item) => flatten(item, depth + 1));
  const fields = value as Readonly<Record<string, unknown>>;
  return [fields, ...flatten(fields['@graph'], depth + 1)];
}
