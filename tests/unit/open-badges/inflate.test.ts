import { randomBytes } from 'node:crypto';
import { deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { inflateGzip, inflateZlib } from '@/utils/open-badges/inflate';
import { join } from './make-png';

const million = 1_000_000;
const texts: readonly Uint8Array[] = [
  new Uint8Array(),
  new TextEncoder().encode('{"id":"https://lumen.example/a/1"}'),
  new Uint8Array(20_000).fill(7),
  new Uint8Array(randomBytes(100_000)),
];

describe.each([
  ['zlib', inflateZlib, deflateSync],
  ['gzip', inflateGzip, gzipSync],
] as const)('%s', (_, inflate, pack) => {
  it.each(texts.map((text) => [text.length, text] as const))('gives back %i bytes', (_length, text) => {
    for (const level of [0, 1, 9]) {
      expect(inflate(new Uint8Array(pack(text, { level })), million)).toEqual({ kind: 'bytes', bytes: text });
    }
  });

  it('tolerates what stands behind the stream', () => {
    const packed = pack(texts[1] ?? '');
    const result = inflate(join([packed, new Uint8Array(200_000)]), million);
    expect(result).toEqual({ kind: 'bytes', bytes: texts[1] });
  });

  it('says that a stream ends early, wherever it is cut', () => {
    const packed = new Uint8Array(pack(texts[1] ?? ''));
    for (let length = 0; length < packed.length; length++) {
      expect(inflate(packed.subarray(0, length), million).kind, `${length} bytes`).toBe('error');
    }
  });

  it('never gives other bytes than were packed when one is changed', () => {
    const packed = new Uint8Array(pack(texts[1] ?? ''));
    for (let index = 0; index < packed.length; index++) {
      const changed = packed.map((byte, at) => (at === index ? byte ^ 0x10 : byte));
      const result = inflate(changed, million);
      if (result.kind === 'bytes') expect(result.bytes, `byte ${index}`).toEqual(texts[1]);
    }
  });

  it('stops at the cap', () => {
    const packed = new Uint8Array(pack(new Uint8Array(million + 1)));
    expect(inflate(packed, million)).toEqual({
      kind: 'error',
      reason: 'inflates to more than 1000000 bytes',
    });
    expect(inflate(packed, million + 1).kind).toBe('bytes');
  });

  it('ends with a stream of nothing but empty blocks', () => {
    // 00 00 00 ff ff: a stored block of no bytes, not the last (RFC 1951, section 3.2.4).
    const head = [...pack('').subarray(0, pack === gzipSync ? 10 : 2)];
    const empty = new Uint8Array(500_000).map((_byte, at) => (at % 5 > 2 ? 0xff : 0));
    expect(inflate(join([head, empty]), million).kind).toBe('error');
  });
});

describe('headers', () => {
  it('refuses a preset dictionary', () => {
    const packed = deflateSync('lumen lumen', { dictionary: Buffer.from('lumen') });
    expect(inflateZlib(new Uint8Array(packed), million)).toEqual({
      kind: 'error',
      reason: 'needs a dictionary',
    });
  });

  it('reads a gzip header with name, comment, extra field and checksum', () => {
    const packed = gzipSync('lumen');
    const header = join([
      [0x1f, 0x8b, 8, 2 + 4 + 8 + 16, 0, 0, 0, 0, 0, 3],
      [2, 0, 9, 9],
      'a.json\0',
      'hi\0',
      [0, 0],
    ]);
    const result = inflateGzip(join([header, packed.subarray(10)]), million);
    expect(result).toEqual({ kind: 'bytes', bytes: new TextEncoder().encode('lumen') });
  });

  it.each([
    ['text', join(['hello'])],
    ['nothing', join([])],
    ['a header whose name never ends', join([[0x1f, 0x8b, 8, 8, 0, 0, 0, 0, 0, 3], 'name'])],
    ['flags that no one defined', join([[0x1f, 0x8b, 8, 0x80, 0, 0, 0, 0, 0, 3], 'name'])],
  ])('are refused: %s', (_, bytes) => {
    expect(inflateGzip(bytes, million).kind).toBe('error');
    expect(inflateZlib(bytes, million).kind).toBe('error');
  });
});
