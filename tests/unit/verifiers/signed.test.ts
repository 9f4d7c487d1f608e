import { describe, expect, it } from 'vitest';
import { verify } from '@/utils/verify';
import { fakeIo, type FakeAnswer } from '../fake-io';
import { createTokenKey, forge, type TokenKey } from './make-token';
import { svg } from './lumen-badge';

const issuerUrl = 'https://lumen.example/issuer.json';
const classUrl = 'https://lumen.example/glass.json';
const keyUrl = 'https://lumen.example/key.json';
const listUrl = 'https://lumen.example/revoked.json';
const imageUrl = 'https://lumen.example/glass.png';
const context = 'https://w3id.org/openbadges/v2';

const assertion = {
  '@context': context,
  id: 'urn:uuid:0b8d6a10-0a7e-4f35-8f2e-2f3a1c9d7e55',
  type: 'Assertion',
  badge: classUrl,
  issuedOn: '2025-03-01T09:00:00Z',
  recipient: { type: 'email', hashed: false, identity: 'minseo@example.com' },
  verification: { type: 'SignedBadge', creator: keyUrl },
};
const issuer = {
  '@context': context,
  id: issuerUrl,
  type: 'Issuer',
  name: 'Lumen Workshop',
  url: 'https://lumen.example/',
  publicKey: keyUrl,
};

function world(key: TokenKey, changes: Record<string, FakeAnswer> = {}): Record<string, FakeAnswer> {
  return {
    [classUrl]: {
      json: {
        '@context': context,
        id: classUrl,
        type: 'BadgeClass',
        name: 'Glass Blower',
        description: 'Blows glass.',
        image: imageUrl,
        criteria: 'https://lumen.example/criteria',
        issuer: issuerUrl,
      },
    },
    [issuerUrl]: { json: issuer },
    [keyUrl]: {
      json: {
        '@context': context,
        id: keyUrl,
        type: 'CryptographicKey',
        owner: issuerUrl,
        publicKeyPem: key.pem,
      },
    },
    [imageUrl]: svg,
    ...changes,
  };
}
const judge = async (token: string, answers: Record<string, FakeAnswer>) => verify(token, fakeIo(answers));

describe('signed 2.0', () => {
  it.each(['RS256', 'ES256', 'EdDSA'] as const)('%s › a good badge', async (alg) => {
    const key = await createTokenKey(alg);
    const result = await judge(await key.sign(assertion), world(key));
    expect(result).toMatchObject({
      verdict: 'valid',
      form: 'Open Badges 2.0, signed',
      badge: { name: 'Glass Blower', issuerName: 'Lumen Workshop', issuedOn: '2025-03-01' },
    });
    expect(result.checks.filter(({ result: found }) => found !== 'pass')).toEqual([]);
  });

  it.each<[string, (key: TokenKey) => Record<string, FakeAnswer>, string]>([
    [
      'the issuer lists its keys',
      (key) =>
        world(key, {
          [issuerUrl]: { json: { ...issuer, publicKey: ['https://lumen.example/old.json', keyUrl] } },
        }),
      'valid',
    ],
    [
      'the issuer carries its key',
      (key) =>
        world(key, {
          [issuerUrl]: { json: { ...issuer, publicKey: { id: keyUrl, publicKeyPem: key.pem } } },
        }),
      'valid',
    ],
    ['the key as bare PEM', (key) => world(key, { [keyUrl]: { text: key.pem } }), 'valid'],
    [
      'the key with written line breaks',
      (key) =>
        world(key, {
          [keyUrl]: { json: { id: keyUrl, owner: issuerUrl, publicKeyPem: key.pem.replaceAll('\n', '\\n') } },
        }),
      'valid',
    ],
    [
      'an issuer that lists another key',
      (key) =>
        world(key, { [issuerUrl]: { json: { ...issuer, publicKey: 'https://lumen.example/other.json' } } }),
      'invalid',
    ],
    [
      'an issuer without keys',
      (key) => world(key, { [issuerUrl]: { json: { ...issuer, publicKey: undefined } } }),
      'invalid',
    ],
    [
      'a key that belongs to somebody else',
      (key) =>
        world(key, {
          [keyUrl]: { json: { id: keyUrl, owner: 'https://other.example/', publicKeyPem: key.pem } },
        }),
      'invalid',
    ],
    ['a key that nobody answers with', (key) => world(key, { [keyUrl]: { status: 503 } }), 'unverifiable'],
    [
      'an issuer that nobody answers for',
      (key) => world(key, { [issuerUrl]: { status: 503 } }),
      'unverifiable',
    ],
    [
      'a list that does not name it',
      (key) => world(key, withList({ revokedAssertions: ['urn:uuid:other'] })),
      'valid',
    ],
    [
      'a list that names it',
      (key) =>
        world(key, withList({ revokedAssertions: [{ id: assertion.id, revocationReason: 'Asked for' }] })),
      'revoked',
    ],
    [
      'a list that nobody answers with',
      (key) =>
        world(key, {
          [issuerUrl]: { json: { ...issuer, revocationList: listUrl } },
          [listUrl]: { status: 500 },
        }),
      'unverifiable',
    ],
  ])('%s', async (_, answers, verdict) => {
    const key = await createTokenKey('RS256');
    expect((await judge(await key.sign(assertion), answers(key))).verdict).toBe(verdict);
  });

  it.each<[string, (key: TokenKey) => Promise<string> | string, string]>([
    ['padding in its parts', (key) => key.signPadded({ ...assertion, evidence: [] }), 'valid'],
    ['expired', (key) => key.sign({ ...assertion, expires: '2026-01-01T00:00:00Z' }), 'expired'],
    [
      'issued in the future',
      (key) => key.sign({ ...assertion, issuedOn: '2027-01-01T00:00:00Z' }),
      'invalid',
    ],
    [
      'another payload',
      async (key) =>
        (await key.sign(assertion)).replace(
          /\.[^.]+\./,
          `.${Buffer.from(JSON.stringify({ ...assertion, issuedOn: '2024-01-01' })).toString('base64url')}.`,
        ),
      'tampered',
    ],
    ['signed by another key', async () => (await createTokenKey('RS256')).sign(assertion), 'tampered'],
    ['HMAC', () => forge({ alg: 'HS256' }, assertion), 'invalid'],
    ['no signature', () => forge({ alg: 'none' }, assertion, ''), 'invalid'],
    ['no badge in it', (key) => key.sign({ hello: 'world' }), 'invalid'],
  ])('%s', async (_, make, verdict) => {
    const key = await createTokenKey('RS256');
    expect((await judge(await make(key), world(key))).verdict).toBe(verdict);
  });

  it('asks nobody for a token that no key can have signed', async () => {
    const io = fakeIo({});
    await verify(forge({ alg: 'HS256' }, assertion), io);
    expect(io.asked).toEqual([]);
  });
});

describe('signed 1.0', () => {
  const old = {
    uid: 'glass-7',
    badge: classUrl,
    issuedOn: '2014-03-01',
    recipient: { type: 'email', hashed: false, identity: 'minseo@example.com' },
    verify: { type: 'signed', url: 'https://lumen.example/key.pem' },
  };
  const oldClass = {
    name: 'Glass Blower',
    description: 'Blows glass.',
    image: imageUrl,
    criteria: 'https://lumen.example/criteria',
    issuer: issuerUrl,
  };
  const oldIssuer = { name: 'Lumen Workshop', url: 'https://lumen.example/', revocationList: listUrl };
  const before = (key: TokenKey, changes: Record<string, FakeAnswer> = {}) => ({
    [classUrl]: { json: oldClass },
    [issuerUrl]: { json: oldIssuer },
    'https://lumen.example/key.pem': { text: key.pem },
    [listUrl]: { json: {} },
    [imageUrl]: svg,
    ...changes,
  });

  it.each<[string, object, Record<string, FakeAnswer>, string]>([
    ['a good badge', {}, {}, 'valid'],
    ['one whose uid is on the list', {}, { [listUrl]: { json: { 'glass-7': 'Asked for' } } }, 'revoked'],
    [
      'one whose key lies with somebody else',
      { verify: { type: 'signed', url: 'https://other.example/key.pem' } },
      {},
      'invalid',
    ],
  ])('%s', async (_, changes, answers, verdict) => {
    const key = await createTokenKey('RS256');
    const all = before(key, { 'https://other.example/key.pem': { text: key.pem }, ...answers });
    expect((await judge(await key.sign({ ...old, ...changes }), all)).verdict).toBe(verdict);
  });
});

describe('signed endorsements of 2.0', () => {
  it.each<[string, object, string]>([
    ['of this badge', {}, 'valid'],
    ['of another', { claim: { id: 'urn:uuid:other', endorsementComment: 'Good' } }, 'invalid'],
  ])('%s', async (_, changes, verdict) => {
    const key = await createTokenKey('ES256');
    const endorsement = {
      '@context': context,
      id: 'urn:uuid:endorsement',
      type: 'Endorsement',
      issuer: issuerUrl,
      claim: { id: assertion.id, endorsementComment: 'Good' },
      issuedOn: '2025-04-01T00:00:00Z',
      verification: { type: 'signed', creator: keyUrl },
      ...changes,
    };
    const token = await key.sign({ ...assertion, endorsement: await key.sign(endorsement) });
    const result = await judge(token, world(key));
    expect(result.verdict).toBe('valid');
    expect(result.endorsements).toMatchObject([{ issuerName: 'Lumen Workshop', comment: 'Good', verdict }]);
  });
});

function withList(list: object): Record<string, FakeAnswer> {
  const json = { '@context': context, id: listUrl, type: 'RevocationList', issuer: issuerUrl, ...list };
  return { [issuerUrl]: { json: { ...issuer, revocationList: listUrl } }, [listUrl]: { json } };
}
