import { crc32 } from './checksums';
import { inflateZlib } from './inflate';
import { decodeUtf8 } from './json-text';

/** Text that a PNG carries under one of our keywords ("Baked Badges", PNGs). */
export interface PngText {
  readonly keyword: BadgeKeyword;
  readonly chunk: 'tEXt' | 'iTXt' | 'zTXt';
  /** Null when it could not be read; then `problem` says why. */
  readonly text: string | null;
  readonly problem: string | null;
  /** The chunk's own checksum is wrong: the file was damaged, or written by a careless baker. */
  readonly isDamaged: boolean;
}

/** Best first: a credential of 3.0, an assertion of 1.x or 2.0, and a record of several, which is another standard's. */
export const badgeKeywords = ['openbadgecredential', 'openbadges', 'clrcredential'] as const;
export type BadgeKeyword = (typeof badgeKeywords)[number];

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Of one text, compressed and not. */
export const maxTextBytes = 1_000_000;
/** A baked image has one of them; more than a few are an attack. */
const maxTexts = 8;

/** True for bytes that begin as a PNG does (PNG, section 5.2). */
export function isPng(bytes: Uint8Array): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/**
 * The badges' texts of a PNG, best first. Walks over the chunks without copying the file; the picture itself is not
 * looked at. What lies beyond a length that cannot be right is not there.
 */
export function findPngTexts(bytes: Uint8Array): readonly PngText[] {
  const found: PngText[] = [];
  for (const chunk of chunksOf(bytes)) {
    const text = toText(chunk);
    if (text) found.push(text);
    if (found.length === maxTexts) break;
  }
  return found.toSorted((a, b) => rank(a) - rank(b));
}

/** iTXt is what the standard asks for; tEXt and zTXt are older. */
function rank({ keyword, chunk, text }: PngText): number {
  return (text === null ? 100 : 0) + badgeKeywords.indexOf(keyword) * 10 + (chunk === 'iTXt' ? 0 : 1);
}

interface Chunk {
  readonly type: PngText['chunk'];
  readonly data: Uint8Array;
  /** Type and data, over which the checksum goes. */
  readonly checked: Uint8Array;
  readonly crc: number;
}

/** Types are compared as numbers: a file may be nothing but a million empty chunks. */
const textTypes = new Map<number, PngText['chunk']>([
  [0x74455874, 'tEXt'],
  [0x69545874, 'iTXt'],
  [0x7a545874, 'zTXt'],
]);
const typeIhdr = 0x49484452;
/** Apple's own form of PNG begins with this one. */
const typeCgbi = 0x43674249;
const typeIend = 0x49454e44;

/** Chunks of text, wherever they stand; some bakers put them behind the picture (PNG, section 5.3). */
function* chunksOf(bytes: Uint8Array): Generator<Chunk> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // 12: length, type and checksum around each chunk's data.
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = view.getUint32(at);
    const end = at + 12 + length;
    if (length > 0x7fffffff || end > bytes.length) return;
    const code = view.getUint32(at + 4);
    if (at === 8 && code !== typeIhdr && code !== typeCgbi) return;
    const type = textTypes.get(code);
    if (type) {
      const checked = bytes.subarray(at + 4, end - 4);
      yield { type, checked, data: checked.subarray(4), crc: view.getUint32(end - 4) };
    }
    if (code === typeIend) return;
    at = end;
  }
}

function toText(chunk: Chunk): PngText | null {
  const end = chunk.data.subarray(0, 80).indexOf(0);
  const word = latin1(chunk.data.subarray(0, Math.max(end, 0)))
    .trim()
    .toLowerCase();
  const keyword = badgeKeywords.find((name) => name === word);
  if (!keyword) return null;
  const rest = chunk.data.subarray(end + 1);
  const isTooLong = rest.length > maxTextBytes;
  const read = isTooLong ? `larger than ${maxTextBytes} bytes` : readers[chunk.type](rest);
  return {
    keyword,
    chunk: chunk.type,
    text: read instanceof Uint8Array ? decode(read) : null,
    problem: typeof read === 'string' ? read : null,
    isDamaged: isTooLong || crc32(chunk.checked) !== chunk.crc,
  };
}

/** What follows the keyword, uncompressed; or what is wrong with it. */
const readers: Readonly<Record<PngText['chunk'], (rest: Uint8Array) => Uint8Array | string>> = {
  tEXt: (rest) => rest,
  // One byte of compression method, of which there is only one (PNG, section 11.3.3.3).
  zTXt: (rest) => (rest[0] === 0 ? inflateText(rest.subarray(1)) : 'unknown compression'),
  iTXt: readInternational,
};

/** Flag, method, language tag and keyword in that language stand before the text (PNG, section 11.3.3.4). */
function readInternational(rest: Uint8Array): Uint8Array | string {
  const [flag, method] = rest;
  const tagEnd = rest.indexOf(0, 2);
  const wordEnd = tagEnd === -1 ? -1 : rest.indexOf(0, tagEnd + 1);
  // Some bakers wrote the text right behind the keyword, as in tEXt.
  if (flag !== 0 && flag !== 1) return rest;
  if (wordEnd === -1) return 'its header does not end';
  const text = rest.subarray(wordEnd + 1);
  if (flag === 0) return text;
  return method === 0 ? inflateText(text) : 'unknown compression';
}

function inflateText(bytes: Uint8Array): Uint8Array | string {
  const inflated = inflateZlib(bytes, maxTextBytes);
  return inflated.kind === 'bytes' ? inflated.bytes : inflated.reason;
}

/** Latin-1 is what tEXt and zTXt have, but JSON is UTF-8, and bakers write it as it is. */
function decode(bytes: Uint8Array): string {
  return decodeUtf8(bytes) ?? latin1(bytes);
}

function latin1(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}
