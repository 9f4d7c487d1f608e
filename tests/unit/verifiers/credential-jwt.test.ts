import { describe, expect, it } from 'vitest';
import { verify } from '@/utils/verify';
import { fakeIo, type FakeAnswer } from '../fake-io';
import { credential, createTokenKey, forge, toDidKey, type TokenKey } from './make-token';

const seconds = (iso: string) => Date.parse(iso) / 1000;
const run = (token: string, answers: Record<string, FakeAnswer> = {}) => verify(token, fakeIo(answers));
const found = async (token: string, answers: Record<string, FakeAnswer> = {}) => {
  const { verdict, checks } = await run(token, answers);
  return { verdict, open: checks.filter(({ result }) => result !== 'pass').map(({ id }) => id) };
};
const method = ({ did }: TokenKey) => `${did}#0`;

describe('JWT › good ones', () => {
  it.each(['EdDSA', 'ES256', 'ES384', 'RS256'] as const)('%s with a did:jwk', async (alg) => {
    const key = await createTokenKey(alg);
    const token = await key.sign(credential(key.did), { kid: method(key) });
    const result = await run(token);
    expect(result).toMatchObject({
      verdict: 'valid',
      form: `Open Badges 3.0, JWT ${alg}`,
      badge: { name: 'Glass Blower', issuerName: 'Lumen Workshop', issuedOn: '2025-02-01' },
    });
  });

  it('a did:key, named with and without its fragment', async () => {
    const key = await createTokenKey();
    const did = toDidKey(key);
    for (const kid of [did, `${did}#${did.slice(8)}`]) {
      expect((await run(await key.sign(credential(did), { kid }))).verdict).toBe('valid');
    }
  });

  it('the older data model, whose claims stand for what the credential leaves out', async () => {
    const key = await createTokenKey();
    const { validFrom: _, id: __, issuer: ___, ...rest } = credential(key.did);
    const contexts = [
      'https://www.w3.org/2018/credentials/v1',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    ];
    const vc = { ...rest, '@context': contexts };
    const claims = {
      iss: `"${key.did}"`,
      nbf: seconds('2025-02-01T00:00:00Z'),
      jti: 'urn:uuid:1',
      sub: 'did:example:minseo',
      vc,
    };
    expect(await found(await key.sign(claims, { kid: method(key) }))).toEqual({ verdict: 'valid', open: [] });
  });
});

describe('JWT › whose key it is', () => {
  it.each<
    [string, (key: TokenKey) => { kid?: string; answers: Record<string, FakeAnswer>; issuer: string }, string]
  >([
    [
      'did:web, by the id of its method',
      (key) => ({
        issuer: 'did:web:lumen.example',
        kid: 'did:web:lumen.example#one',
        answers: didDocument(key),
      }),
      'valid',
    ],
    [
      'did:web, by the end of its id alone',
      (key) => ({ issuer: 'did:web:lumen.example', kid: 'one', answers: didDocument(key) }),
      'valid',
    ],
    [
      'did:web, by the thumbprint of the key',
      (key) => ({ issuer: 'did:web:lumen.example', kid: key.thumbprint, answers: didDocument(key) }),
      'valid',
    ],
    [
      'did:web, by nothing but the issuer',
      (key) => ({ issuer: 'did:web:lumen.example', answers: didDocument(key) }),
      'valid',
    ],
    [
      'did:web with a path, and its key inside of assertionMethod alone',
      (key) => ({
        issuer: 'did:web:lumen.example:issuers:7',
        kid: 'did:web:lumen.example:issuers:7#k',
        answers: {
          'https://lumen.example/issuers/7/did.json': {
            json: {
              id: 'did:web:lumen.example:issuers:7',
              assertionMethod: [{ id: '#k', type: 'JsonWebKey', publicKeyJwk: key.jwk }],
            },
          },
        },
      }),
      'valid',
    ],
    [
      'a key that may log in, but not assert',
      (key) => ({
        issuer: 'did:web:lumen.example',
        kid: 'did:web:lumen.example#one',
        answers: didDocument(key, { assertionMethod: [], authentication: ['#one'] }),
      }),
      'invalid',
    ],
    [
      'a key that ended',
      (key) => ({
        issuer: 'did:web:lumen.example',
        kid: 'did:web:lumen.example#one',
        answers: didDocument(key, {}, { expires: '2025-01-01T00:00:00Z' }),
      }),
      'invalid',
    ],
    [
      'the document of somebody else under that address',
      (key) => ({
        issuer: 'did:web:lumen.example',
        kid: 'did:web:lumen.example#one',
        answers: didDocument(key, { id: 'did:web:other.example' }),
      }),
      'invalid',
    ],
    [
      'a did:web that nobody answers for',
      () => ({
        issuer: 'did:web:lumen.example',
        kid: 'did:web:lumen.example#one',
        answers: { 'https://lumen.example/.well-known/did.json': { status: 503 } },
      }),
      'unverifiable',
    ],
    [
      'a method of DIDs that we cannot look up',
      () => ({ issuer: 'did:ledger:7', kid: 'did:ledger:7#one', answers: {} }),
      'unverifiable',
    ],
    [
      'a JWK at an address of the issuer',
      (key) => ({
        issuer: 'https://lumen.example/',
        kid: 'https://lumen.example/key.json',
        answers: {
          'https://lumen.example/key.json': { json: key.jwk },
          'https://lumen.example/': { text: '<html>' },
        },
      }),
      'valid',
    ],
    [
      'a JWK at an address of somebody else',
      (key) => ({
        issuer: 'https://lumen.example/',
        kid: 'https://other.example/key.json',
        answers: {
          'https://other.example/key.json': { json: key.jwk },
          'https://lumen.example/': { json: { id: 'https://lumen.example/', name: 'Lumen' } },
        },
      }),
      'unverifiable',
    ],
    [
      'a JWK elsewhere, which the issuer’s own profile publishes',
      (key) => ({
        issuer: 'https://lumen.example/',
        kid: 'https://keys.example/key.json',
        answers: {
          'https://keys.example/key.json': { json: key.jwk },
          'https://lumen.example/': {
            json: { id: 'https://lumen.example/', verificationMethod: [{ id: '#k', publicKeyJwk: key.jwk }] },
          },
        },
      }),
      'valid',
    ],
    [
      'somebody’s did:key in the name of another DID',
      (key) => ({ issuer: 'did:example:lumen', kid: toDidKey(key), answers: {} }),
      'invalid',
    ],
    [
      'somebody’s did:key in the name of a web address without keys',
      (key) => ({
        issuer: 'https://lumen.example/',
        kid: toDidKey(key),
        answers: { 'https://lumen.example/': { status: 404 } },
      }),
      'unverifiable',
    ],
    [
      'somebody’s did:key in the name of an issuer with other keys',
      (key) => ({
        issuer: 'did:web:lumen.example',
        kid: toDidKey(key),
        answers: {
          'https://lumen.example/.well-known/did.json': {
            json: {
              id: 'did:web:lumen.example',
              verificationMethod: [
                { id: '#one', publicKeyMultibase: 'z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK' },
              ],
              assertionMethod: ['#one'],
            },
          },
        },
      }),
      'invalid',
    ],
  ])('%s', async (_, make, verdict) => {
    const key = await createTokenKey();
    const { kid, answers, issuer } = make(key);
    const token = await key.sign(credential(issuer), kid ? { kid } : {});
    expect((await run(token, answers)).verdict).toBe(verdict);
  });

  it('a key in the header shows that nothing was changed, and not who signed', async () => {
    const key = await createTokenKey('RS256');
    const result = await run(await key.sign(credential('urn:uuid:lumen'), { jwk: key.jwk }));
    expect(result.verdict).toBe('unverifiable');
    expect(result.checks).toContainEqual(expect.objectContaining({ id: 'signature', result: 'pass' }));
    expect(result.checks).toContainEqual(expect.objectContaining({ id: 'signing-key', result: 'unknown' }));
  });

  it('a key in the header that the issuer publishes is the issuer’s', async () => {
    const key = await createTokenKey('ES256');
    const token = await key.sign(credential(key.did), { jwk: key.jwk });
    expect((await run(token)).verdict).toBe('valid');
  });
});

describe('JWT › what is wrong with a token', () => {
  it.each<[string, (key: TokenKey) => Promise<string> | string, string]>([
    [
      'another payload under the signature',
      async (key) =>
        swapPayload(
          await key.sign(credential(key.did), { kid: method(key) }),
          credential(key.did, { name: 'Other' }),
        ),
      'tampered',
    ],
    [
      'a signature that was cut',
      async (key) => (await key.sign(credential(key.did), { kid: method(key) })).slice(0, -8),
      'tampered',
    ],
    ['no signature and alg none', (key) => forge({ alg: 'none' }, credential(key.did), ''), 'invalid'],
    ['alg NoNe', (key) => forge({ alg: 'NoNe', kid: method(key) }, credential(key.did), ''), 'invalid'],
    [
      'HMAC with the public key for a secret',
      (key) => forge({ alg: 'HS256', kid: method(key) }, credential(key.did)),
      'invalid',
    ],
    [
      'an algorithm that we do not know',
      (key) => forge({ alg: 'ES256K', kid: method(key) }, credential(key.did)),
      'unverifiable',
    ],
    [
      'an algorithm of another kind of key',
      (key) => forge({ alg: 'RS256', kid: method(key) }, credential(key.did)),
      'invalid',
    ],
    [
      'crit',
      (key) => key.sign(credential(key.did), { kid: method(key), b64: true, crit: ['b64'] }),
      'invalid',
    ],
    [
      'disclosures behind it (SD-JWT)',
      async (key) => `${await key.sign(credential(key.did), { kid: method(key) })}~WyJhIl0~`,
      'unverifiable',
    ],
    [
      'exp in the past',
      (key) =>
        key.sign({ ...credential(key.did), exp: seconds('2026-01-01T00:00:00Z') }, { kid: method(key) }),
      'expired',
    ],
    [
      'nbf in the future',
      (key) =>
        key.sign({ ...credential(key.did), nbf: seconds('2027-01-01T00:00:00Z') }, { kid: method(key) }),
      'not-yet-valid',
    ],
    [
      'an end in the credential itself',
      (key) => key.sign(credential(key.did, { validUntil: '2026-01-01T00:00:00Z' }), { kid: method(key) }),
      'expired',
    ],
    [
      'iss of somebody else',
      (key) => key.sign({ ...credential(key.did), iss: 'did:example:other' }, { kid: method(key) }),
      'invalid',
    ],
    [
      'sub of somebody else',
      (key) => key.sign({ ...credential(key.did), sub: 'did:example:other' }, { kid: method(key) }),
      'invalid',
    ],
    [
      'jti of another badge',
      (key) => key.sign({ ...credential(key.did), jti: 'urn:uuid:other' }, { kid: method(key) }),
      'invalid',
    ],
    [
      'exp that is no number',
      (key) => key.sign({ ...credential(key.did), exp: 'tomorrow' }, { kid: method(key) }),
      'invalid',
    ],
    [
      'vc beside a credential of data model 2.0',
      (key) => key.sign({ ...credential(key.did), vc: credential(key.did) }, { kid: method(key) }),
      'invalid',
    ],
    [
      'a presentation',
      (key) =>
        key.sign({ vc: { ...credential(key.did), type: ['VerifiablePresentation'] } }, { kid: method(key) }),
      'unverifiable',
    ],
    ['a payload that is no JSON', (key) => key.sign('not json', { kid: method(key) }), 'invalid'],
    ['a payload that is no badge', (key) => key.sign({ sub: 'somebody' }, { kid: method(key) }), 'invalid'],
    ['no key and no issuer', (key) => key.sign(credential('', { issuer: undefined })), 'invalid'],
  ])('%s', async (_, make, verdict) => {
    const key = await createTokenKey();
    expect((await run(await make(key))).verdict).toBe(verdict);
  });

  it('says names that stand there twice', async () => {
    const key = await createTokenKey();
    const text = JSON.stringify(credential(key.did)).replace(
      '"name":"Glass Blower"',
      '"name":"A","name":"Glass Blower"',
    );
    const result = await run(await key.sign(text, { kid: method(key) }));
    expect(result.checks).toContainEqual({
      id: 'duplicate-keys',
      result: 'fail',
      detail: 'name',
      host: null,
    });
    expect(result.verdict).toBe('valid');
  });
});

function didDocument(key: TokenKey, changes: object = {}, ofMethod: object = {}): Record<string, FakeAnswer> {
  return {
    'https://lumen.example/.well-known/did.json': {
      json: {
        id: 'did:web:lumen.example',
        verificationMethod: [
          {
            id: 'did:web:lumen.example#one',
            type: 'JsonWebKey',
            controller: 'did:web:lumen.example',
            publicKeyJwk: key.jwk,
            ...ofMethod,
          },
        ],
        assertionMethod: ['did:web:lumen.example#one'],
        ...changes,
      },
    },
  };
}

function swapPayload(token: string, payload: object): string {
  const [header, , signature] = token.split('.');
  return [header, Buffer.from(JSON.stringify(payload)).toString('base64url'), signature].join('.');
}
