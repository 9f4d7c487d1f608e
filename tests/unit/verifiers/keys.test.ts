import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { base58 } from '@scure/base';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { didWebAddress } from '@/utils/verifiers/key-documents';
import { keyBelongsToIssuer } from '@/utils/verifiers/key-owner';
import { resolveKey } from '@/utils/verifiers/keys';
import { parseBase58Key, parseMultikey } from '@/utils/verifiers/multikey';
import { parsePem } from '@/utils/verifiers/pem';
import { fakeIo } from '../fake-io';
import { createTokenKey } from './make-token';

const codecs = { 'P-256': [0x80, 0x24], 'P-384': [0x81, 0x24], 'P-521': [0x82, 0x24] } as const;
const multibase = (...bytes: number[]) => `z${base58.encode(Uint8Array.from(bytes))}`;

function makeEc(namedCurve: keyof typeof codecs): { jwk: JsonWebKey; point: number[] } {
  const jwk = generateKeyPairSync('ec', { namedCurve }).publicKey.export({ format: 'jwk' });
  const [x, y] = [Buffer.from(jwk.x ?? '', 'base64url'), Buffer.from(jwk.y ?? '', 'base64url')];
  return { jwk, point: [2 + ((y.at(-1) ?? 0) & 1), ...x] };
}

describe('multikey', () => {
  it.each(['P-256', 'P-384', 'P-521'] as const)('%s comes with both coordinates', async (curve) => {
    const { jwk, point } = makeEc(curve);
    expect(await parseMultikey(multibase(...codecs[curve], ...point))).toEqual(jwk);
    expect(await parseBase58Key(base58.encode(Uint8Array.from(point)))).toEqual(jwk);
  });

  it.each([2048, 4096])('RSA of %s bits', async (modulusLength) => {
    const key = generateKeyPairSync('rsa', { modulusLength }).publicKey;
    const text = multibase(0x85, 0x24, ...key.export({ format: 'der', type: 'pkcs1' }));
    expect(await parseMultikey(text)).toMatchObject(key.export({ format: 'jwk' }));
  });

  it('reads a JWK inside of a did:key', async () => {
    const { jwk } = await createTokenKey('ES256');
    const text = multibase(0xd1, 0xd6, 0x03, ...Buffer.from(JSON.stringify(jwk)));
    expect(await parseMultikey(text)).toEqual(jwk);
  });

  it.each([
    ['a curve of coins', multibase(0xe7, 0x01, ...new Uint8Array(33).fill(2))],
    ['a key that is too short', multibase(0xed, 0x01, 1, 2, 3)],
    ['a point that is on no curve', multibase(0x80, 0x24, 2, ...new Uint8Array(32).fill(255))],
    ['RSA that is none', multibase(0x85, 0x24, 1, 2, 3)],
    ['letters that are not of base58', 'z0OIl'],
    ['another base', 'mAQID'],
    ['nothing', ''],
    ['a megabyte', `z${'1'.repeat(1_000_000)}`],
  ])('%s is no key', async (_, text) => {
    expect(await parseMultikey(text)).toBeNull();
  });
});

describe('PEM', () => {
  const pem = (key: KeyObject, type: 'spki' | 'pkcs1') => key.export({ format: 'pem', type }).toString();
  const rsa = createPublicKey(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey);
  const { n, e } = rsa.export({ format: 'jwk' });

  it.each([
    ['as SubjectPublicKeyInfo', pem(rsa, 'spki')],
    ['as PKCS #1', pem(rsa, 'pkcs1')],
    ['on one line', pem(rsa, 'spki').replaceAll('\n', '')],
    ['with line breaks of Windows', pem(rsa, 'spki').replaceAll('\n', '\r\n')],
  ])('RSA %s', async (_, text) => {
    expect(await parsePem(text)).toMatchObject({ kty: 'RSA', n, e });
  });

  it('Ed25519 and the curves of NIST', async () => {
    for (const alg of ['EdDSA', 'ES256', 'ES384'] as const) {
      const key = await createTokenKey(alg);
      expect(await parsePem(key.pem)).toMatchObject({ crv: key.jwk.crv, x: key.jwk.x });
    }
  });

  it('that is no key is none', async () => {
    expect(await parsePem('-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----')).toBeNull();
    expect(await parsePem('hello')).toBeNull();
  });
});

describe('did:web', () => {
  it.each([
    ['did:web:lumen.example', 'https://lumen.example/.well-known/did.json'],
    ['did:web:lumen.example:issuers:7', 'https://lumen.example/issuers/7/did.json'],
    ['did:web:lumen.example%3A8443', 'https://lumen.example:8443/.well-known/did.json'],
    ['did:web:lumen.example:..:secret', null],
    ['did:web:lumen.example/evil', null],
    ['did:web:evil@lumen.example', null],
    ['did:web:', null],
  ])('%s lies at %s', (did, address) => {
    expect(didWebAddress(did)).toBe(address);
  });

  it('on a port of its own is not asked', async () => {
    const io = fakeIo({});
    expect(await resolveKey('did:web:lumen.example%3A8443#k', { io })).toMatchObject({ kind: 'unknown' });
    // The rule of the network refuses ports; nothing else would be served there.
    expect(io.asked).toEqual(['https://lumen.example:8443/.well-known/did.json']);
  });
});

describe('resolveKey', () => {
  it.each([
    ['', 'invalid'],
    ['no-scheme', 'invalid'],
    ['xxx:method', 'invalid'],
    ['urn:uuid:1', 'unknown'],
    ['did:example:7#k', 'unknown'],
    ['did:jwk:%%%', 'invalid'],
    ['did:key:zzzz', 'unknown'],
  ])('%s is %s', async (id, kind) => {
    expect(await resolveKey(id, { io: fakeIo({}) })).toMatchObject({ kind });
  });

  it('tells a key inside of an address from one that is published there', async () => {
    const { jwk } = await createTokenKey();
    const raw = Buffer.from(jwk.x ?? '', 'base64url');
    const id = `https://lumen.example/issuer#${multibase(0xed, 0x01, ...raw)}`;
    const io = fakeIo({ '*': { status: 404 } });
    const key = await resolveKey(id, { io });
    expect(key).toMatchObject({ kind: 'key', jwk, controller: null });
    if (key.kind !== 'key') throw new Error('no key');
    const owner = await keyBelongsToIssuer(key, 'https://lumen.example/issuer', { io });
    expect(owner).toMatchObject({ id: 'signing-key', result: 'unknown' });
  });
});

describe('Ed25519 where the browser has none', () => {
  afterEach(() => vi.restoreAllMocks());

  it('is verified all the same, and refuses what it should', async () => {
    vi.resetModules();
    const importKey = crypto.subtle.importKey.bind(crypto.subtle) as (
      ...args: unknown[]
    ) => Promise<CryptoKey>;
    vi.spyOn(crypto.subtle, 'importKey').mockImplementation(((...args: unknown[]) =>
      JSON.stringify(args[2]).includes('Ed25519')
        ? Promise.reject(new DOMException('no curve', 'NotSupportedError'))
        : importKey(...args)) as typeof crypto.subtle.importKey);
    const { verifySignature } = await import('@/utils/verifiers/crypto');
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const { sign } = await import('node:crypto');
    const data = new TextEncoder().encode('a badge');
    const signature = new Uint8Array(sign(null, data, privateKey));
    const jwk = publicKey.export({ format: 'jwk' });
    expect(await verifySignature(jwk, 'Ed25519', signature, data)).toBe(true);
    expect(await verifySignature(jwk, 'Ed25519', signature, data.slice(1))).toBe(false);
    expect(await verifySignature({ ...jwk, x: 'AA' }, 'Ed25519', signature, data)).toBe(false);
  });
});
