import { crc32 } from './checksums';
import { badgeKeywords, isPng, type BadgeKeyword } from './png';

/** Bytes before the first chunk, and around each chunk's data: length, type, checksum. */
const signatureBytes = 8;
const chunkBytes = 12;
const textTypes = ['tEXt', 'iTXt', 'zTXt'];

/**
 * The PNG with a badge in it: an uncompressed iTXt chunk right behind the header ("Baked Badges", PNGs; PNG, section
 * 11.3.3.4). A badge that it carried before is taken out; every other chunk stays as it is.
 * @throws RangeError for bytes that are no whole PNG
 */
export function bakePng(png: Uint8Array, text: string, keyword: BadgeKeyword): Uint8Array<ArrayBuffer> {
  const [header, ...rest] = splitPng(png);
  if (!header || header.type !== 'IHDR' || rest.at(-1)?.type !== 'IEND') {
    throw new RangeError('not a whole PNG: its header or its end is missing');
  }
  const kept = rest.filter((chunk) => !isBadge(chunk));
  return join([png.subarray(0, signatureBytes), header.bytes, toChunk(keyword, text), ...kept.map(toBytes)]);
}

interface Chunk {
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** All chunks up to the end that the file itself marks; what lies behind it is no part of the picture. */
function splitPng(png: Uint8Array): Chunk[] {
  if (!isPng(png)) return [];
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const chunks: Chunk[] = [];
  for (let at = signatureBytes; at + chunkBytes <= png.length && chunks.at(-1)?.type !== 'IEND';) {
    const end = at + chunkBytes + view.getUint32(at);
    if (end > png.length) break;
    const bytes = png.subarray(at, end);
    chunks.push({ type: latin1(bytes.subarray(4, 8)), bytes });
    at = end;
  }
  return chunks;
}

function isBadge({ type, bytes }: Chunk): boolean {
  if (!textTypes.includes(type)) return false;
  const [keyword = ''] = latin1(bytes.subarray(8, 8 + 80)).split('\0');
  return badgeKeywords.some((name) => name === keyword.trim().toLowerCase());
}

/** Keyword, no compression, no language, no translated keyword, and the text as UTF-8. */
function toChunk(keyword: BadgeKeyword, text: string): Uint8Array {
  const encoder = new TextEncoder();
  const checked = join([encoder.encode(`iTXt${keyword}`), new Uint8Array(5), encoder.encode(text)]);
  return join([toUint32(checked.length - 4), checked, toUint32(crc32(checked))]);
}

function toUint32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

function toBytes({ bytes }: Chunk): Uint8Array {
  return bytes;
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
