import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { findPngTexts, isPng } from '@/utils/open-badges/png';
import {
  chunk,
  compressedChunk,
  internationalChunk,
  join,
  makePng,
  pngSignature,
  textChunk,
  uint32,
} from './make-png';

const json = '{"id":"https://lumen.example/a/1","name":"Lumière ☀"}';
const address = 'https://lumen.example/a/1';
const read = (bytes: Uint8Array) =>
  findPngTexts(bytes).map(({ keyword, chunk: type, text }) => [type, keyword, text]);

describe('PNG', () => {
  it.each([
    ['tEXt', textChunk('openbadges', address), address],
    ['tEXt with UTF-8, as many bakers write it', textChunk('openbadges', json), json],
    [
      'tEXt with Latin-1',
      textChunk('openbadges', join(['{"name":"Lumi', [0xe8], 're"}'])),
      '{"name":"Lumière"}',
    ],
    ['zTXt', compressedChunk('openbadges', json), json],
    ['iTXt', internationalChunk('openbadges', json), json],
    ['iTXt, compressed', internationalChunk('openbadges', json, { compressed: true }), json],
    [
      'iTXt with language and translated keyword',
      internationalChunk('openbadges', json, { language: 'ko-KR', translated: '배지' }),
      json,
    ],
    [
      'iTXt, compressed, with language',
      internationalChunk('openbadges', json, { compressed: true, language: 'fr', translated: 'insigne' }),
      json,
    ],
    ['iTXt of a baker who left its header out', chunk('iTXt', join(['openbadges', [0], json])), json],
    ['keyword in capitals', textChunk('OpenBadges', json), json],
  ])('reads %s', (_, baked, expected) => {
    for (const file of [makePng([baked]), makePng([], [baked])]) {
      expect(findPngTexts(file)).toMatchObject([{ text: expected, problem: null, isDamaged: false }]);
    }
  });

  it('has the credential first, then what the standard asks for', () => {
    const file = makePng(
      [textChunk('openbadges', address), internationalChunk('openbadges', json)],
      [internationalChunk('clrcredential', '{}'), internationalChunk('openbadgecredential', 'eyJ.a.b')],
    );
    expect(read(file)).toEqual([
      ['iTXt', 'openbadgecredential', 'eyJ.a.b'],
      ['iTXt', 'openbadges', json],
      ['tEXt', 'openbadges', address],
      ['iTXt', 'clrcredential', '{}'],
    ]);
  });

  it('passes over texts of other programs', () => {
    const others = [
      textChunk('Software', 'Lumen'),
      textChunk('openbadges2', json),
      chunk('tEXt', 'openbadges'),
    ];
    expect(read(makePng(others))).toEqual([]);
  });

  it('reads a chunk whose checksum is wrong, and says so', () => {
    const file = makePng([internationalChunk('openbadges', json, { crc: 1 })]);
    expect(findPngTexts(file)).toMatchObject([{ text: json, isDamaged: true }]);
  });

  it.each([
    ['zTXt of another compression', chunk('zTXt', join(['openbadges', [0, 1], deflateSync(json)]))],
    ['zTXt that is cut', chunk('zTXt', join(['openbadges', [0, 0], deflateSync(json).subarray(0, -6)]))],
    ['a bomb in zTXt', compressedChunk('openbadges', new Uint8Array(30_000_000))],
    ['a bomb in iTXt', internationalChunk('openbadges', new Uint8Array(30_000_000), { compressed: true })],
    ['iTXt without an end of its header', chunk('iTXt', join(['openbadges', [0, 0, 0], 'en']))],
    ['a text of more than a megabyte', textChunk('openbadges', new Uint8Array(1_000_001).fill(65))],
  ])('says what is wrong with %s', (_, baked) => {
    const [found] = findPngTexts(makePng([baked]));
    expect(found).toMatchObject({ keyword: 'openbadges', text: null });
    expect(found?.problem).toBeTruthy();
  });

  it('believes no length that cannot be', () => {
    const header = chunk('IHDR', new Uint8Array(13));
    const baked = textChunk('openbadges', address);
    for (const length of [0x7fffffff, 0x80000000, 0xffffffff, 1000]) {
      const lie = join([uint32(length), 'tEXtopenbadges', [0], address, uint32(0)]);
      expect(read(join([pngSignature, header, lie]))).toEqual([]);
      expect(read(join([pngSignature, header, baked, lie])), String(length)).toHaveLength(1);
    }
  });

  it('reads nothing behind the end, and nothing of a file that does not begin as a PNG', () => {
    const baked = textChunk('openbadges', address);
    expect(read(join([makePng([]), baked]))).toEqual([]);
    expect(read(join([pngSignature, baked]))).toEqual([]);
    expect(read(pngSignature)).toEqual([]);
    expect(isPng(join([makePng([])]))).toBe(true);
    expect(isPng(join(['GIF89a']))).toBe(false);
  });

  it('reads a file that was cut as far as it goes', () => {
    const file = makePng([internationalChunk('openbadges', json)]);
    for (let length = 0; length < file.length; length++) {
      const texts = findPngTexts(file.subarray(0, length));
      if (texts.length > 0) expect(texts).toMatchObject([{ text: json }]);
    }
  });

  it('reads from a view into a larger buffer', () => {
    const file = makePng([internationalChunk('openbadges', json)]);
    const larger = join([new Uint8Array(5), file]);
    expect(read(larger.subarray(5))).toEqual([['iTXt', 'openbadges', json]]);
  });

  it('looks at a few texts of a file that has thousands', () => {
    const many = Array.from({ length: 2000 }, () => compressedChunk('openbadges', new Uint8Array(5000)));
    expect(findPngTexts(makePng(many)).length).toBeLessThan(20);
  });
});
