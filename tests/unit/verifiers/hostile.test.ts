import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verify } from '@/utils/verify';
import { readContent } from '@/utils/verifiers/read-content';
import {
  chunk,
  compressedChunk,
  internationalChunk,
  join,
  makePng,
  pngSignature,
  textChunk,
  uint32,
} from '../open-badges/make-png';
import { refusingIo } from '../refusing-io';

const old = 'xmlns:openbadges="http://openbadges.org"';
const million = 1_000_000;
const base64url = (text: string) => Buffer.from(text).toString('base64url');
const token = (header: string, payload: string) => [header, payload, 'signature'].map(base64url).join('.');
const nested = (depth: number) => `{"a":`.repeat(depth) + '1' + '}'.repeat(depth);
const wrapped = (depth: number, inner: string) =>
  Array.from({ length: depth }).reduce<string>((text) => JSON.stringify({ a: text }), inner);
const header = chunk('IHDR', new Uint8Array(13));
const laughs = `<!DOCTYPE svg [<!ENTITY a0 "ha">${Array.from({ length: 40 }, (_, n) => `<!ENTITY a${n + 1} "${`&a${n};`.repeat(10)}">`).join('')}]>`;

/** Each is what an attacker would bake, link or send, at a size at which a careless reader stands still. */
const ladders: readonly (readonly [string, string | Uint8Array])[] = [
  ['a bomb in zTXt', makePng([compressedChunk('openbadges', new Uint8Array(100 * million))])],
  [
    'a bomb in iTXt',
    makePng([internationalChunk('openbadges', new Uint8Array(100 * million), { compressed: true })]),
  ],
  [
    'a bomb of JSON',
    makePng([internationalChunk('openbadgecredential', nested(150_000), { compressed: true })]),
  ],
  [
    'a bomb in a bomb',
    makePng([compressedChunk('openbadges', new Uint8Array(deflateSync(new Uint8Array(100 * million))))]),
  ],
  [
    'eight bombs',
    makePng(Array.from({ length: 8 }, () => compressedChunk('openbadges', new Uint8Array(5 * million)))),
  ],
  ['a hundred thousand empty chunks', join([pngSignature, header, new Uint8Array(12 * 100_000)])],
  ['a chunk of two gigabytes', join([pngSignature, header, uint32(0x7fffffff), 'tEXtopenbadges', [0], 'x'])],
  ['a chunk of four gigabytes', join([pngSignature, header, uint32(0xffffffff), 'iTXtopenbadges', [0], 'x'])],
  ['JSON nested a million times', nested(million)],
  ['JSON nested 64 times', nested(64)],
  ['lists nested a million times', `{"a":${'['.repeat(million)}`],
  ['JSON in JSON in JSON', wrapped(12, '{}')],
  ['a hundred thousand members', `{${Array.from({ length: 100_000 }, (_, n) => `"m${n}":0`).join(',')}}`],
  ['one name, many times', `{${'"id":"urn:lumen:1",'.repeat(40_000)}"id":"urn:lumen:2"}`],
  ['ten megabytes of text', `{"a":"${'x'.repeat(10 * million)}"}`],
  [
    'members of every object',
    '{"__proto__":{"kind":"hosted"},"constructor":1,"toString":2,"type":"Assertion"}',
  ],
  [
    'members of every object, again',
    '{"constructor":{"prototype":{}},"hasOwnProperty":1,"type":["__proto__","constructor"]}',
  ],
  ['a number beyond all numbers', '{"@context":"https://w3id.org/openbadges/v2","id":1e999,"type":-1e999}'],
  ['a JWS of a bomb', token(nested(100_000), nested(100_000))],
  ['a JWS of ten megabytes', `eyJhbGciOiJFUzI1NiJ9.${'A'.repeat(10 * million)}.AAAA`],
  ['a JWS of a hundred thousand parts', 'eyJ'.padEnd(100_000, '.e')],
  [
    'a JWS whose names are those of every object',
    token('{"alg":"constructor","kid":"__proto__"}', '{"vc":"toString"}'),
  ],
  [
    'an SVG of laughs',
    `${laughs}<svg ${old}><openbadges:assertion verify="&a40;">&a40;</openbadges:assertion></svg>`,
  ],
  [
    'an SVG that reads a file',
    `<!DOCTYPE svg [<!ENTITY f SYSTEM "file:///etc/passwd">]><svg ${old}><openbadges:assertion>&f;</openbadges:assertion></svg>`,
  ],
  ['an SVG of uses', `<svg ${old}><g id="a">${'<use href="#a"/>'.repeat(100_000)}</g></svg>`],
  ['a deep SVG', `<svg ${old}>${'<g>'.repeat(500_000)}`],
  [
    'an SVG of prefixes',
    `<svg ${Array.from({ length: 50_000 }, (_, n) => `xmlns:openbadges${n}="u:${n}"`).join(' ')}/>`,
  ],
  ['spaces before nothing', ' '.repeat(5 * million)],
  ['quotes around quotes', '"'.repeat(million)],
];

describe('hostile content', () => {
  it.each(ladders)('comes to a verdict: %s', async (_, target) => {
    const io = refusingIo();
    const { verdict, checks } = await verify(target, io);
    expect(['invalid', 'unverifiable', 'tampered']).toContain(verdict);
    expect(checks.some(({ result }) => result !== 'pass')).toBe(true);
    expect(io.asked).toEqual([]);
  });

  it('does not change what every object is', async () => {
    await verify(
      '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}',
      refusingIo(),
    );
    expect('polluted' in {}).toBe(false);
  });

  it('asks for the address that is baked in, and for nothing else', async () => {
    const io = refusingIo();
    const image = makePng([textChunk('openbadges', 'http://lumen.example/a/1')]);
    expect((await verify(image, io)).verdict).toBe('unverifiable');
    expect(new Set(io.asked)).toEqual(new Set(['https://lumen.example/a/1']));
  });
});

describe('damaged content', () => {
  const json =
    '{"@context":"https://w3id.org/openbadges/v2","type":"Assertion","id":"urn:uuid:1","name":"Lumen"}';
  const samples = [
    makePng([
      internationalChunk('openbadges', json, { compressed: true }),
      compressedChunk('openbadges', json),
    ]),
    join([
      `<svg ${old}><openbadges:assertion verify="urn:uuid:1"><![CDATA[${json}]]></openbadges:assertion></svg>`,
    ]),
    join([json]),
    join([token('{"alg":"ES256"}', json)]),
  ];
  const change = fc.record({ at: fc.nat(), byte: fc.integer({ min: 0, max: 255 }), cut: fc.boolean() });

  it.each(samples.map((sample, index) => [index, sample] as const))(
    'no. %i never throws',
    async (_, sample) => {
      await fc.assert(
        fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
          const damaged = changes.reduce((bytes, { at, byte, cut }) => {
            const place = at % Math.max(bytes.length, 1);
            return cut
              ? bytes.subarray(0, place)
              : bytes.map((before, index) => (index === place ? byte : before));
          }, sample);
          const { subject, checks } = await readContent(damaged, { container: 'file', url: null });
          expect(checks.length).toBeGreaterThan(0);
          expect(checks[0]?.result === 'pass').toBe(subject !== null);
        }),
        { numRuns: 300, seed: 42 },
      );
    },
  );
});
