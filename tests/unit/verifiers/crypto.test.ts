import { webcrypto } from 'node:crypto';
import { ed25519 } from '@noble/curves/ed25519.js';
import { base64urlnopad } from '@scure/base';
import { describe, expect, it } from 'vitest';
import { keyFault, parseAlgorithm, verifySignature, type SignatureAlgorithm } from '@/utils/verifiers/crypto';
import { verifyEd25519, verifyWithNoble, verifyWithWebCrypto } from '@/utils/verifiers/ed25519';

const text = new TextEncoder().encode('Min-seo blew a vase.');
const rsa = { modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1) };
const parameters = {
  Ed25519: { name: 'Ed25519' },
  ES256: { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' },
  ES384: { name: 'ECDSA', namedCurve: 'P-384', hash: 'SHA-384' },
  ES512: { name: 'ECDSA', namedCurve: 'P-521', hash: 'SHA-512' },
  RS256: { ...rsa, name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
  RS384: { ...rsa, name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-384' },
  RS512: { ...rsa, name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-512' },
  PS256: { ...rsa, name: 'RSA-PSS', hash: 'SHA-256', saltLength: 32 },
  PS384: { ...rsa, name: 'RSA-PSS', hash: 'SHA-384', saltLength: 48 },
  PS512: { ...rsa, name: 'RSA-PSS', hash: 'SHA-512', saltLength: 64 },
} as const;
const names = Object.keys(parameters) as SignatureAlgorithm[];

async function make(algorithm: SignatureAlgorithm, changes: object = {}) {
  const wanted = { ...parameters[algorithm], ...changes };
  const pair = (await webcrypto.subtle.generateKey(wanted, true, ['sign', 'verify'])) as CryptoKeyPair;
  return {
    jwk: await webcrypto.subtle.exportKey('jwk', pair.publicKey),
    signature: new Uint8Array(await webcrypto.subtle.sign(wanted, pair.privateKey, text)),
  };
}

describe.each(names)('%s', (algorithm) => {
  it('takes the key’s signature, and none that differs', async () => {
    const { jwk, signature } = await make(algorithm);
    const { jwk: other } = await make(algorithm);
    const bent = signature.map((byte, index) => (index === 3 ? byte ^ 1 : byte));
    expect(parseAlgorithm(algorithm)).toBe(algorithm);
    expect(await verifySignature(jwk, algorithm, signature, text)).toBe(true);
    expect(await verifySignature(jwk, algorithm, bent, text)).toBe(false);
    expect(await verifySignature(jwk, algorithm, signature, text.subarray(1))).toBe(false);
    expect(await verifySignature(jwk, algorithm, signature.subarray(1), text)).toBe(false);
    expect(await verifySignature(jwk, algorithm, new Uint8Array(), text)).toBe(false);
    expect(await verifySignature(other, algorithm, signature, text)).toBe(false);
  });

  it('does not mind what a key says of its use', async () => {
    const { jwk, signature } = await make(algorithm);
    const said = { ...jwk, use: 'enc', key_ops: ['encrypt'], alg: 'none', ext: false };
    expect(await verifySignature(said, algorithm, signature, text)).toBe(true);
  });
});

describe('parseAlgorithm', () => {
  it.each([undefined, null, 'none', 'HS256', 'ES256K', 'rs256', 'toString', '__proto__', ['RS256'], {}])(
    '%s is none that can be verified',
    (alg) => {
      expect(parseAlgorithm(alg)).toBeNull();
    },
  );

  it('knows the older name of Ed25519', () => {
    expect(parseAlgorithm('EdDSA')).toBe('Ed25519');
  });
});

it('a signature of one algorithm is none of another with the same key', async () => {
  const { jwk, signature } = await make('RS256');
  for (const other of ['RS384', 'RS512', 'PS256'] as const) {
    expect(await verifySignature(jwk, other, signature, text)).toBe(false);
  }
  expect(await verifySignature(jwk, 'RS256', signature, text)).toBe(true);
});

describe('keyFault', () => {
  it('refuses keys for another algorithm', async () => {
    const { jwk, signature } = await make('ES256');
    expect(await keyFault(jwk, 'ES384')).toBe('a key for P-256');
    expect(await keyFault(jwk, 'RS256')).toBe('a key for P-256');
    expect(await verifySignature(jwk, 'ES384', signature, text)).toBe(false);
    expect(await keyFault({ kty: 'oct' }, 'RS256')).toBe('a key for oct');
    expect(await keyFault({}, 'Ed25519')).toBe('a key for nothing');
  });

  it('refuses RSA keys that are too short, too long, or slow on purpose', async () => {
    const { jwk, signature } = await make('RS256', { modulusLength: 1024 });
    expect(await keyFault(jwk, 'RS256')).toMatch(/^RSA key of 102\d bits$/);
    expect(await verifySignature(jwk, 'RS256', signature, text)).toBe(false);
    const { jwk: good } = await make('RS256');
    expect(await keyFault(good, 'RS256')).toBeNull();
    expect(await keyFault({ ...good, e: good.n ?? '' }, 'RS256')).toBe('RSA key with a long exponent');
    expect(await keyFault({ ...good, n: 'A'.repeat(3000) }, 'RS256')).toBe('RSA key of 18000 bits');
  });

  it('refuses what is no point of the curve', async () => {
    const { jwk } = await make('ES256');
    expect(await keyFault({ ...jwk, y: jwk.x ?? '' }, 'ES256')).toBe('no key for ES256');
    expect(await keyFault({ kty: 'OKP', crv: 'Ed25519', x: 'AAAA' }, 'Ed25519')).toBe('no key of Ed25519');
  });
});

/** Signatures that libraries judge differently (https://hdevalence.ca/blog/2020-10-04-its-25519am). */
describe('Ed25519 where libraries differ', () => {
  const { Point } = ed25519;
  const order = Point.Fn.ORDER;
  const { BASE, ZERO } = Point;
  /** A point of order 8. */
  const torsion = Point.fromHex('c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a');
  const secret = 1234567890123456789n;
  const nonce = 987654321n;
  const little = (value: bigint) =>
    Uint8Array.from({ length: 32 }, (_, index) => Number((value >> BigInt(8 * index)) & 255n));
  const toNumber = (bytes: Uint8Array) => bytes.reduceRight((sum, byte) => (sum << 8n) + BigInt(byte), 0n);

  async function challenge(commitment: Uint8Array, key: Uint8Array) {
    const hash = await webcrypto.subtle.digest('SHA-512', Uint8Array.of(...commitment, ...key, ...text));
    return toNumber(new Uint8Array(hash)) % order;
  }
  /** The signature that solves [S]B = R + [k]A but for points of small order. */
  async function sign(key: Uint8Array, commitment: Uint8Array, more = 0n) {
    const scalar = (nonce + (await challenge(commitment, key)) * secret) % order;
    return { key, signature: Uint8Array.of(...commitment, ...little(scalar + more)) };
  }
  const key = BASE.multiply(secret).toBytes();
  const commitment = BASE.multiply(nonce).toBytes();
  const nothing = ZERO.toBytes();
  /** y = 1 written as p + 1. */
  const unreduced = little(2n ** 255n - 18n);
  const identity = (bytes: Uint8Array) => ({
    key: bytes,
    signature: Uint8Array.of(...commitment, ...little(nonce)),
  });

  it.each([
    ['an honest signature', () => sign(key, commitment), true],
    ['a scalar that is not reduced', () => sign(key, commitment, order), false],
    ['a key of small order, which fits any text', () => identity(nothing), false],
    ['a key of order 8', () => identity(torsion.toBytes()), false],
    ['a key of small order that is not reduced', () => identity(unreduced), false],
    ['a negative zero', () => identity(Uint8Array.of(1, ...nothing.slice(1, 31), 0x80)), false],
    ['a commitment of small order', () => sign(key, torsion.toBytes()), false],
    [
      'a commitment off by a point of small order',
      () => sign(key, BASE.multiply(nonce).add(torsion).toBytes()),
      false,
    ],
    ['a key that is no point', () => identity(little(7n)), false],
  ])('%s', async (_, make, isGood) => {
    const { key: bytes, signature } = await make();
    const x = base64urlnopad.encode(bytes);
    expect(await verifyEd25519(x, signature, text, verifyWithWebCrypto)).toBe(isGood);
    expect(await verifyEd25519(x, signature, text, verifyWithNoble)).toBe(isGood);
    expect(await verifyEd25519(x, signature, text)).toBe(isGood);
  });

  it('a key off by a point of small order: both ways agree, whatever the challenge', async () => {
    const mixed = BASE.multiply(secret).add(torsion).toBytes();
    const answers = [];
    for (let round = 1n; round <= 24n; round++) {
      const r = BASE.multiply(nonce + round).toBytes();
      const scalar = (nonce + round + (await challenge(r, mixed)) * secret) % order;
      const signature = Uint8Array.of(...r, ...little(scalar));
      const x = base64urlnopad.encode(mixed);
      const own = await verifyEd25519(x, signature, text, verifyWithWebCrypto);
      expect(await verifyEd25519(x, signature, text, verifyWithNoble)).toBe(own);
      answers.push(own);
    }
    // With the cofactor every one of them would pass.
    expect(answers).toContain(false);
  });

  it('a hundred keys: both ways agree on right and wrong', async () => {
    for (let round = 0; round < 100; round++) {
      const { jwk, signature } = await make('Ed25519');
      const bent = signature.map((byte, index) => (index === round % 64 ? byte ^ (1 << (round % 8)) : byte));
      for (const [candidate, isGood] of [
        [signature, true],
        [bent, false],
      ] as const) {
        expect(await verifyEd25519(jwk.x ?? '', candidate, text, verifyWithWebCrypto)).toBe(isGood);
        expect(await verifyEd25519(jwk.x ?? '', candidate, text, verifyWithNoble)).toBe(isGood);
      }
    }
  });
});
