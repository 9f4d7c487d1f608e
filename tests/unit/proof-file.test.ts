import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { AppError } from '@/utils/errors';
import { safeUrl } from '@/utils/html';
import { bakePng } from '@/utils/open-badges/bake';
import { readBakedImage } from '@/utils/open-badges/baked-image';
import { makeProofFile, type ProofOrigin } from '@/utils/proof-file';
import { fakeIo } from './fake-io';
import { chunk, internationalChunk, makePng, textChunk } from './open-badges/make-png';
import { answers, badgeClass, lumen, record, recordUrl } from './verifiers/lumen-badge';

const encode = (text: string) => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const json = JSON.stringify(record);
const assertionUrls = [safeUrl(recordUrl)].filter((url) => url !== null);
const target = { kind: 'hosted', assertionUrls, pageUrl: null, isExactId: false } as const;
const hosted: ProofOrigin = { kind: 'hosted', target };
const kept = (bytes: Uint8Array, mediaType: string): ProofOrigin => ({
  kind: 'kept',
  bytes: new Uint8Array(bytes),
  mediaType,
});

describe('bakePng', () => {
  it('gives a picture that others can still draw, with the text in it', () => {
    const text = '{"name":"등대지기 🗼"}';
    const baked = bakePng(makePng([]), text, 'openbadges');
    const { width, height, data } = PNG.sync.read(Buffer.from(baked));
    expect([width, height, data[0]]).toEqual([1, 1, 128]);
    expect(readBakedImage(baked)?.texts).toEqual([{ text, place: 'iTXt openbadges', isDamaged: false }]);
  });

  it('takes an older badge out, under any keyword and in any chunk, and leaves all else', () => {
    const others = [textChunk('Software', 'Quill'), chunk('pHYs', [0, 0, 11, 19, 0, 0, 11, 19, 1])];
    const old = [textChunk('openbadges', 'old'), internationalChunk('OpenBadgeCredential', 'old')];
    const baked = bakePng(
      makePng([...old, ...others], [textChunk('openbadges', 'behind')]),
      'new',
      'openbadges',
    );
    expect(readBakedImage(baked)?.texts.map(({ text }) => text)).toEqual(['new']);
    expect(decode(baked)).toContain('Software\0Quill');
    expect(decode(baked)).toContain('pHYs');
    expect(PNG.sync.read(Buffer.from(baked)).width).toBe(1);
  });

  it('drops what hangs behind the end, and refuses what is no whole PNG', () => {
    const whole = makePng([]);
    const baked = bakePng(Uint8Array.from([...whole, 1, 2, 3]), 'x', 'openbadges');
    expect(decode(baked.subarray(-8, -4))).toBe('IEND');
    for (const bytes of [whole.subarray(0, 50), encode('<svg/>'), new Uint8Array(), whole.subarray(8)]) {
      expect(() => bakePng(bytes, 'x', 'openbadges')).toThrow(RangeError);
    }
  });
});

describe('makeProofFile', () => {
  const png = makePng([]);

  it('bakes the record of the issuer, and verifies what came of it', async () => {
    const file = await makeProofFile(hosted, 'image', png, fakeIo(answers()));
    expect(file).toMatchObject({ mediaType: 'image/png', made: 'baked', verdict: 'valid' });
    const [text] = readBakedImage(file.bytes)?.texts ?? [];
    expect(text).toMatchObject({ text: json, place: 'iTXt openbadges' });
  });

  it('gives the record alone, letter by letter', async () => {
    const spaced = JSON.stringify(record, null, 3);
    const file = await makeProofFile(
      hosted,
      'json',
      null,
      fakeIo(answers({ [recordUrl]: { text: spaced } })),
    );
    expect(file).toMatchObject({ mediaType: 'application/json', made: 'fetched', verdict: 'valid' });
    expect(decode(file.bytes)).toBe(spaced);
  });

  it.each([
    ['a baked picture', makePng([textChunk('openbadges', json)]), 'image/png', 'image'],
    ['its JSON', encode(json), 'application/json', 'json'],
  ] as const)('passes %s on byte for byte', async (_, bytes, mediaType, form) => {
    const file = await makeProofFile(kept(bytes, mediaType), form, null, fakeIo(answers()));
    expect(file).toMatchObject({ mediaType, made: 'kept', verdict: 'valid' });
    expect(file.bytes).toEqual(new Uint8Array(bytes));
  });

  it('takes the text out of a baked picture, and follows an address in one', async () => {
    const inPicture = kept(makePng([internationalChunk('openbadges', json)]), 'image/png');
    const out = await makeProofFile(inPicture, 'json', null, fakeIo(answers()));
    expect([out.made, decode(out.bytes)]).toEqual(['taken-out', json]);
    const address = kept(makePng([textChunk('openbadges', recordUrl)]), 'image/png');
    const fetched = await makeProofFile(address, 'json', null, fakeIo(answers()));
    expect([fetched.made, decode(fetched.bytes)]).toEqual(['fetched', json]);
  });

  it('names the keyword of 3.0 for a credential, JSON or token', async () => {
    const credential = {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: ['VerifiableCredential'],
    };
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const token = `${part({ alg: 'ES256', typ: 'JWT' })}.${part({ vc: credential })}.${part({})}`;
    const older = `${part({ alg: 'ES256' })}.${part({ ...record, badge: badgeClass })}.${part({})}`;
    for (const [text, place] of [
      [JSON.stringify(credential), 'iTXt openbadgecredential'],
      [token, 'iTXt openbadgecredential'],
      [older, 'iTXt openbadges'],
    ] as const) {
      const file = await makeProofFile(
        kept(encode(text), 'text/plain'),
        'image',
        png,
        fakeIo({ '*': { status: 404 } }),
      );
      expect(readBakedImage(file.bytes)?.texts[0]).toMatchObject({ text, place });
      // Nobody signed these: it is said, not hidden.
      expect(file.verdict).not.toBe('valid');
    }
  });

  it.each<[string, ProofOrigin, Uint8Array | null, Record<string, object>, string]>([
    ['the issuer has none', hosted, png, { [recordUrl]: { status: 404 } }, 'not-found'],
    ['it was taken back', hosted, png, { [recordUrl]: { status: 410, json: {} } }, 'not-found'],
    ['a page answers', hosted, png, { '*': { text: '<!doctype html><p>Hi' } }, 'not-found'],
    ['nobody answers', hosted, png, { [recordUrl]: { error: new AppError('offline') } }, 'offline'],
    ['there is no picture', hosted, null, answers(), 'unsupported-badge'],
    ['the kept file has none', kept(makePng([]), 'image/png'), png, {}, 'unsupported-badge'],
  ])('says why not: %s', async (_, origin, picture, given, code) => {
    const form = origin === hosted ? 'image' : 'json';
    await expect(makeProofFile(origin, form, picture, fakeIo(given))).rejects.toMatchObject({ code });
  });

  it('tells when the record does not hold', async () => {
    const foreign = { ...record, badge: `${lumen}/c/2` };
    const file = await makeProofFile(
      hosted,
      'image',
      png,
      fakeIo(answers({ [recordUrl]: { json: foreign }, [`${lumen}/c/2`]: { status: 404 } })),
    );
    expect(file.verdict).not.toBe('valid');
  });
});
