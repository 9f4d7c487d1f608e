import { crc32, deflateSync } from 'node:zlib';

type Part = string | Uint8Array | readonly number[];

/** One chunk of a PNG with its right checksum, or another. */
export function chunk(type: string, data: Part, crc?: number): Uint8Array {
  const body = join([type, data]);
  return join([uint32(body.length - 4), body, uint32(crc ?? crc32(body))]);
}

/** A PNG of one grey dot with further chunks, before the picture or behind it. */
export function makePng(before: readonly Uint8Array[], after: readonly Uint8Array[] = []): Uint8Array {
  const header = chunk('IHDR', [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  const picture = chunk('IDAT', deflateSync(new Uint8Array([0, 128])));
  return join([pngSignature, header, ...before, picture, ...after, chunk('IEND', '')]);
}

export const pngSignature = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

export function textChunk(keyword: string, text: Part, crc?: number): Uint8Array {
  return chunk('tEXt', join([keyword, [0], text]), crc);
}

export function compressedChunk(keyword: string, text: Part): Uint8Array {
  return chunk('zTXt', join([keyword, [0, 0], deflateSync(join([text]))]));
}

export interface International {
  readonly compressed?: boolean;
  readonly language?: string;
  readonly translated?: string;
  readonly crc?: number;
}

export function internationalChunk(keyword: string, text: Part, options: International = {}): Uint8Array {
  const { compressed = false, language = '', translated = '', crc } = options;
  const body = compressed ? deflateSync(join([text])) : text;
  return chunk(
    'iTXt',
    join([keyword, [0, compressed ? 1 : 0, 0], language, [0], translated, [0], body]),
    crc,
  );
}

/** Bytes one behind the other; text as UTF-8. */
export function join(parts: readonly Part[]): Uint8Array {
  const all = parts.map((part) => (typeof part === 'string' ? new TextEncoder().encode(part) : part));
  return Uint8Array.from(all.flatMap((part) => [...part]));
}

export function uint32(value: number): Uint8Array {
  return Uint8Array.from([24, 16, 8, 0], (shift) => (value >>> shift) & 0xff);
}
