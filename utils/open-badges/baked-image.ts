import { findPngTexts, isPng, type PngText } from './png';
import { findSvgBadge } from './svg';

/** One text in a baked image that may be a badge: JSON, a JWS or an address. */
export interface BakedText {
  readonly text: string;
  /** Where it stood, as the standard names it ("iTXt openbadges"). */
  readonly place: string;
  /** The file says itself that these bytes are not the ones that were written. */
  readonly isDamaged: boolean;
}

/** A PNG or SVG, whether or not a badge is in it ("Baked Badges", https://www.imsglobal.org/spec/ob/v3p0/#baked-badges). */
export interface BakedImage {
  readonly container: 'png' | 'svg';
  /** Best first. */
  readonly texts: readonly BakedText[];
  /** Why there is none; empty when there is one. */
  readonly problem: string;
}

/** What a PNG or SVG carries; null for bytes that are neither. */
export function readBakedImage(bytes: Uint8Array): BakedImage | null {
  if (isPng(bytes)) return readPng(bytes);
  const svg = toSvg(bytes);
  return svg === null ? null : readSvg(svg);
}

function readPng(bytes: Uint8Array): BakedImage {
  const found = findPngTexts(bytes);
  // A record of several achievements is another standard (Comprehensive Learner Record).
  const ours = found.filter(({ keyword }) => keyword !== 'clrcredential');
  const texts = ours.flatMap(({ text, isDamaged, ...chunk }) =>
    text === null ? [] : [{ text, isDamaged, place: placeOf(chunk) }],
  );
  const worst = ours[0] ?? found[0];
  const problem = worst ? `${placeOf(worst)}: ${worst.problem ?? 'not supported'}` : 'PNG without badge data';
  return { container: 'png', texts, problem: texts.length > 0 ? '' : problem };
}

function placeOf({ chunk, keyword }: Pick<PngText, 'chunk' | 'keyword'>): string {
  return `${chunk} ${keyword}`;
}

function readSvg(text: string): BakedImage {
  const badge = findSvgBadge(text);
  if (!badge) return { container: 'svg', texts: [], problem: 'SVG without badge data' };
  const { element, verify, body } = badge;
  const inAttribute = { text: verify, place: `${element} verify` };
  const inBody = { text: body, place: `${element} body` };
  // What is signed stands in the attribute; an address there only repeats what the body says.
  const order = verify?.startsWith('ey') ? [inAttribute, inBody] : [inBody, inAttribute];
  const texts = order.flatMap((item) =>
    item.text === null ? [] : [{ text: item.text, place: item.place, isDamaged: false }],
  );
  return { container: 'svg', texts, problem: texts.length > 0 ? '' : `${element} is empty` };
}

/** As far as the root element of a drawing may stand behind comments and a document type. */
const prologBytes = 65_536;

/** The text of an SVG; null when the bytes are none. XML says its encoding itself (XML 1.0, section 4.3.3). */
function toSvg(bytes: Uint8Array): string | null {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, prologBytes)).replace(/^ï»¿/, '');
  const root = /<(?:[\w-]+:)?(svg|html|body)\b/i.exec(start);
  if (!/^\s*</.test(start) || root?.[1]?.toLowerCase() !== 'svg') return null;
  const encoding = /^\s*<\?xml[^>]{0,200}\bencoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(start)?.[1];
  return toDecoder(encoding ?? 'utf-8').decode(bytes);
}

function toDecoder(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding);
  } catch {
    return new TextDecoder();
  }
}
