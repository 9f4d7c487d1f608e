import { SaxesParser, type SaxesTagNS } from 'saxes';

/** What an SVG carries in its `assertion` (1.x, 2.0) or `credential` (3.0) element ("Baked Badges", SVGs). */
export interface SvgBadge {
  readonly element: 'assertion' | 'credential';
  /** An address, or a JWS; null when the attribute is not there. */
  readonly verify: string | null;
  /** What stands in the element; null when nothing does. */
  readonly body: string | null;
}

/** Namespaces of the standards, as bakers write them. The prefix alone counts where nobody declared it. */
const namespaces = /^https?:\/\/(?:www\.)?(?:openbadges\.org|purl\.imsglobal\.org\/ob\/v3p0)\/?$/i;
const mayCarry = /openbadges|purl\.imsglobal\.org\/ob/i;

/** What an SVG may be. Drawings have a depth of some ten. */
const limits = { characters: 5_000_000, body: 1_000_000, depth: 200, attributes: 500, faults: 1000 } as const;
/** What the parser gets at once, so that it can be left when the badge is found or a limit is reached. */
const sliceLength = 2048;

/**
 * The badge in an SVG; null when there is none. Reads with a tokenizer: no document is built, nothing is loaded, and a
 * document type is passed over, so that its entities stay what they are: text. A drawing with faults is read as far as
 * it goes.
 */
export function findSvgBadge(text: string): SvgBadge | null {
  if (text.length > limits.characters || !mayCarry.test(text)) return null;
  const reading: Reading = { found: null, body: null, depth: 0, attributes: 0, faults: 0, isOver: false };
  const parser = createParser(reading);
  for (let at = 0; at < text.length && !reading.isOver; at += sliceLength) {
    parser.write(text.slice(at, at + sliceLength));
  }
  return reading.found;
}

interface Reading {
  found: SvgBadge | null;
  /** Of the element that is open; null outside. */
  body: { text: string; readonly depth: number } | null;
  depth: number;
  /** Of the tag that is being read. */
  attributes: number;
  faults: number;
  isOver: boolean;
}

function createParser(reading: Reading): SaxesParser<{ xmlns: true }> {
  const parser = new SaxesParser({ xmlns: true });
  // Without a listener the first fault would be thrown. Each costs the making of an error.
  parser.on('error', () => {
    reading.faults += 1;
    if (reading.faults > limits.faults) reading.isOver = true;
  });
  parser.on('attribute', () => {
    reading.attributes += 1;
    if (reading.attributes > limits.attributes) reading.isOver = true;
  });
  parser.on('opentag', (tag) => openTag(tag, reading));
  parser.on('closetag', () => closeTag(reading));
  parser.on('text', (text) => addText(text, reading));
  parser.on('cdata', (text) => addText(text, reading));
  return parser;
}

function openTag(tag: SaxesTagNS, reading: Reading): void {
  reading.depth += 1;
  reading.attributes = 0;
  if (reading.depth > limits.depth) reading.isOver = true;
  const element = elementOf(tag);
  if (!element || reading.body || reading.isOver) return;
  // A credential of 3.0 beside an assertion of 2.0 is the newer copy.
  if (reading.found && element === 'assertion') return;
  const verify = tag.attributes['verify']?.value.trim() || null;
  reading.found = { element, verify, body: null };
  reading.body = { text: '', depth: reading.depth };
}

function closeTag(reading: Reading): void {
  if (reading.body && reading.found && reading.depth === reading.body.depth) {
    reading.found = { ...reading.found, body: reading.body.text.trim() || null };
    reading.body = null;
    reading.isOver = reading.found.element === 'credential';
  }
  reading.depth -= 1;
}

function addText(text: string, reading: Reading): void {
  if (!reading.body) return;
  reading.body.text += text;
  if (reading.body.text.length > limits.body) reading.isOver = true;
}

function elementOf({ local, prefix, uri }: SaxesTagNS): SvgBadge['element'] | null {
  // An undeclared prefix stands for itself.
  const isOurs = namespaces.test(uri) || (uri === prefix && prefix === 'openbadges');
  if (!isOurs) return null;
  return local === 'assertion' || local === 'credential' ? local : null;
}
