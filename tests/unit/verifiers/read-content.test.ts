import { describe, expect, it } from 'vitest';
import { readContent } from '@/utils/verifiers/read-content';
import type { Provenance } from '@/utils/verifiers/verifier';
import { internationalChunk, join, makePng, textChunk } from '../open-badges/make-png';

const file: Provenance = { container: 'file', url: null };
const jws = 'eyJhbGciOiJFZERTQSJ9.eyJpZCI6InVybjp1dWlkOjEifQ.c2lnbmF0dXJl';
const json = '{"id": "https://lumen.example/a/1"}';
const read = (input: string | Uint8Array, from = file) =>
  readContent(typeof input === 'string' ? new TextEncoder().encode(input) : input, from);

describe('content', () => {
  it.each([
    ['JSON', json],
    ['JSON with zeros behind it', `${json}\n\0\0\0`],
    ['JSON behind a byte order mark and white space', `\ufeff\r\n  ${json}\n`],
  ])('is %s', async (_, text) => {
    const { subject, checks } = await read(text);
    expect(subject).toEqual({
      kind: 'json',
      json: { id: 'https://lumen.example/a/1' },
      text: json,
      from: file,
    });
    expect(checks).toMatchObject([{ id: 'badge-data', result: 'pass' }]);
  });

  it.each([
    ['a JWS', jws, jws],
    ['a JWS in quotes', ` "${jws}"\n`, jws],
    ['a JWS that a mail program broke', jws.replace('.', '.\r\n '), jws],
    [
      'a JWS with padding',
      `${jws.split('.')[0]}==.eyJhIjoxfQ==.c2ln`,
      `${jws.split('.')[0]}==.eyJhIjoxfQ==.c2ln`,
    ],
    ['a JWS without signature', 'eyJhbGciOiJub25lIn0.e30.', 'eyJhbGciOiJub25lIn0.e30.'],
    [
      'a JWS whose header has a space',
      `${btoa('{ "alg":"ES256"}')}.e30.c2ln`,
      `${btoa('{ "alg":"ES256"}')}.e30.c2ln`,
    ],
    ['an SD-JWT', `${jws}~WyJhIl0~`, `${jws}~WyJhIl0~`],
  ])('is %s', async (_, text, token) => {
    expect((await read(text)).subject).toEqual({ kind: 'jws', token, from: file });
  });

  it.each([
    ['https://lumen.example/a/1', 'https://lumen.example/a/1'],
    ['  "https://lumen.example/a/1"\n', 'https://lumen.example/a/1'],
    ['http://lumen.example/a/1#me', 'https://lumen.example/a/1'],
  ])('is the address %s', async (text, address) => {
    expect((await read(text)).subject).toEqual({
      kind: 'hosted',
      assertionUrls: [address],
      pageUrl: null,
      isExactId: false,
    });
  });

  it.each([
    ['nothing', ''],
    ['white space', ' \n\t '],
    ['broken JSON', '{"id": "https://lumen.example/a/1"'],
    ['a list', '[{"id":1}]'],
    ['a number', '12'],
    [
      'JSON of another encoding',
      Uint8Array.from('{"name":"Lumière"}', (character) => character.charCodeAt(0)),
    ],
  ])('is no badge, for sure: %s', async (_, input) => {
    const { subject, checks } = await read(input);
    expect(subject).toBeNull();
    expect(checks).toMatchObject([{ id: 'badge-data', result: 'fail' }]);
  });

  it.each([
    ['JPEG image', join([[0xff, 0xd8, 0xff, 0xe0, 0, 0x10], 'JFIF'])],
    ['GIF image', join(['GIF89a'])],
    ['WebP image', join(['RIFF', [1, 2, 3, 4], 'WEBPVP8 '])],
    ['PDF document', join(['%PDF-1.7'])],
    ['ZIP archive', join(['PK', [3, 4]])],
    ['gzip archive', join([[0x1f, 0x8b, 8]])],
    ['UTF-16 text', join([[0xff, 0xfe], '{', [0]])],
    ['PNG without badge data', makePng([])],
    ['SVG without badge data', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['a page (HTML)', '<!DOCTYPE html><title>Badge</title>'],
    ['encrypted (JWE)', 'eyJhbGciOiJkaXIifQ..aXY.Y2lwaGVy.dGFn'],
    ['hello', 'hello'],
    ['nested deeper than 64', `{"a":${'['.repeat(1_000_000)}`],
    ['an address that is not asked: http://lumen.example:8080/a', 'http://lumen.example:8080/a'],
    ['not text', join([[0x80, 0x81, 0xff]])],
  ])('leaves it open, and says what it is: %s', async (detail, input) => {
    const { subject, checks } = await read(input);
    expect(subject).toBeNull();
    expect(checks).toMatchObject([{ id: 'badge-data', result: 'unknown', detail }]);
  });

  it('notes names that occur twice', async () => {
    const { checks } = await read('{"id":"a","id":"b"}');
    expect(checks).toMatchObject([
      { id: 'badge-data' },
      { id: 'duplicate-keys', result: 'fail', detail: 'id' },
    ]);
  });
});

describe('content of a baked image', () => {
  it('is where it came from, and the address of the image', async () => {
    const from = { container: 'url', url: null } as const;
    const { subject, checks } = await read(makePng([internationalChunk('openbadges', jws)]), from);
    expect(subject).toMatchObject({ kind: 'jws', from: { container: 'png', url: null } });
    expect(checks).toMatchObject([{ id: 'badge-data', result: 'pass', detail: 'iTXt openbadges, JWS' }]);
  });

  it('is the first text that is a badge', async () => {
    const image = makePng([
      internationalChunk('openbadgecredential', 'soon'),
      textChunk('openbadges', 'https://lumen.example/a/1'),
    ]);
    expect((await read(image)).subject).toMatchObject({ kind: 'hosted' });
  });

  it('is read in spite of a wrong checksum, which is said', async () => {
    const { subject, checks } = await read(makePng([internationalChunk('openbadges', json, { crc: 7 })]));
    expect(subject).toMatchObject({ kind: 'json' });
    expect(checks).toMatchObject([{ result: 'pass', detail: 'iTXt openbadges, wrong CRC, JSON' }]);
  });

  it('is wrong where it is broken, and open where the file was damaged', async () => {
    const broken = '{"id":';
    const result = async (crc?: number) =>
      (await read(makePng([internationalChunk('openbadges', broken, crc === undefined ? {} : { crc })])))
        .checks[0]?.result;
    expect(await result()).toBe('fail');
    expect(await result(7)).toBe('unknown');
  });

  it('names a record of several achievements, which is another standard', async () => {
    const { checks } = await read(makePng([internationalChunk('clrcredential', jws)]));
    expect(checks).toMatchObject([{ result: 'unknown', detail: 'iTXt clrcredential: not supported' }]);
  });

  it('falls back to the address of an SVG whose JSON is broken', async () => {
    const image = `<svg xmlns:openbadges="http://openbadges.org"><openbadges:assertion verify="http://lumen.example/a/1">{id:1}</openbadges:assertion></svg>`;
    const { subject, checks } = await read(image);
    expect(subject).toMatchObject({ kind: 'hosted', assertionUrls: ['https://lumen.example/a/1'] });
    expect(checks).toMatchObject([{ result: 'pass', detail: 'assertion verify, http://lumen.example/a/1' }]);
  });
});
