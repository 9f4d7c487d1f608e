import { CompactSign, exportJWK, generateKeyPair } from 'jose';
import { describe, expect, it } from 'vitest';
import { AppError } from '@/utils/errors';
import { verify } from '@/utils/verify';
import { hostOf, judgeAddress, judgeIssuer } from '@/utils/verifiers/issuer-trust';
import type { IssuerClaim } from '@/utils/verifiers/verifier';
import { fakeIo, type FakeAnswer } from '../fake-io';

const claim = (id: string, isProven = true, urls: readonly string[] = []): IssuerClaim => ({
  id,
  name: 'Northwind Academy',
  urls,
  isProven,
});
const judge = (issuer: IssuerClaim, answers: Record<string, FakeAnswer> = {}, mayAskRegistries = false) =>
  judgeIssuer(issuer, fakeIo(answers), { mayAskRegistries });

describe('issuer trust › platforms', () => {
  it.each([
    ['https://www.credly.com/api/v1/obi/v2/issuers/1', 'Credly'],
    ['did:web:www.credly.com:api:v1:obi:v3:issuers:1', 'Credly'],
    ['https://api.youracclaim.com/v1/obi/v2/issuers/1', 'Credly'],
    ['https://api.eu.badgr.io/public/issuers/1', 'Canvas Credentials'],
    ['https://api.badges.parchment.com/public/issuers/1', 'Parchment'],
    ['https://openbadgefactory.com/v1/client/1', 'Open Badge Factory'],
    ['https://api.accredible.com/v1/obi/issuers/1', 'Accredible'],
    ['https://learn.microsoft.com/users/1', 'Microsoft Learn'],
  ])('%s is kept by %s', async (id, name) => {
    expect(await judge(claim(id))).toEqual({ level: 'platform', name, detail: id });
  });

  it('believes nothing that nobody proved', async () => {
    const trust = await judge(claim('https://www.credly.com/api/v1/obi/v2/issuers/1', false));
    expect(trust.level).toBe('self-asserted');
  });

  it('takes a Moodle, or the rest of a platform’s company, for whoever runs the domain', async () => {
    expect((await judge(claim('https://moodle.northwind.example/badges/issuer_json.php'))).level).toBe(
      'domain',
    );
    expect(await judge(claim('https://azure.microsoft.com/issuer'))).toMatchObject({
      level: 'domain',
      name: 'microsoft.com',
    });
  });
});

describe('issuer trust › domains', () => {
  it.each([
    ['did:web:badges.northwind.example', 'northwind.example'],
    ['did:web:northwind.example%3A8443:issuers:1', 'northwind.example'],
    ['https://www.northwind.ac.uk/issuer.json', 'northwind.ac.uk'],
    // What is under a public suffix of a private owner is the tenant's.
    ['did:web:northwind.github.io:did', 'northwind.github.io'],
  ])('%s is whoever runs %s', async (id, name) => {
    expect(await judge(claim(id))).toMatchObject({ level: 'domain', name });
  });

  it.each(['did:key:z6Mkabc', 'did:jwk:e30', 'urn:uuid:1', 'mailto:a@northwind.example', ''])(
    'nobody but itself says who %s is',
    async (id) => {
      expect(await judge(claim(id))).toEqual({ level: 'self-asserted', name: '', detail: id });
    },
  );

  it.each([
    ['did:web:EXAMPLE.org:a:b', 'example.org'],
    ['did:web:example.org%3A8443#key', 'example.org'],
    ['did:web:%E0%A4%A', null],
    ['did:web:', null],
    ['https://example.org./x', 'example.org'],
    ['https://exämple.org/x', 'xn--exmple-cua.org'],
    ['ftp://example.org/', null],
    ['did:key:z6Mk', null],
  ])('the host of %s is %s', (id, host) => {
    expect(hostOf(id)).toBe(host);
  });
});

describe('issuer trust › imitations', () => {
  it.each([
    ['https://credIy-badges.com/issuer', 'credly.com'],
    ['did:web:www.credly.com.evil.example', 'credly.com'],
    ['https://crеdly.com/issuer', 'credly.com'],
    ['https://credly.github.io/issuer', 'credly.com'],
    ['https://rnicrosoft.com/issuer', 'microsoft.com'],
  ])('%s looks like %s, proven or not', async (id, name) => {
    expect(await judge(claim(id))).toMatchObject({ level: 'look-alike', name });
    expect(await judge(claim(id, false))).toMatchObject({ level: 'look-alike', name });
  });

  it('looks at the addresses that the profile calls its own', async () => {
    const trust = await judge(claim('did:key:z6Mkabc', true, ['https://accredib1e.com/']));
    expect(trust).toEqual({
      level: 'look-alike',
      name: 'accredible.com',
      detail: 'accredib1e.com ≠ accredible.com',
    });
  });

  it('leaves an address with a name before the host to the host', async () => {
    expect(await judge(claim('https://credly.com@northwind.example/'))).toMatchObject({
      level: 'domain',
      name: 'northwind.example',
    });
  });
});

describe('issuer trust › the address of a badge without an issuer', () => {
  it('says whom it imitates, and nothing of an honest one', async () => {
    expect(await judgeAddress('https://credIy.com/badges/1')).toMatchObject({
      level: 'look-alike',
      name: 'credly.com',
    });
    for (const address of ['https://www.credly.com/badges/1', 'https://northwind.example/', ''])
      expect(await judgeAddress(address)).toBeNull();
  });

  it('is part of a verification that could ask nobody', async () => {
    const io = fakeIo({ '*': { error: new AppError('permission-needed', 'crediy.com') } });
    const { verdict, issuerTrust, missingHosts } = await verify('https://credIy.com/badges/1', io);
    expect([verdict, missingHosts]).toEqual(['unverifiable', ['crediy.com']]);
    expect(issuerTrust).toMatchObject({ level: 'look-alike', name: 'credly.com' });
  });
});

const did = 'did:web:credentials.northwind.example';
const lists = ['dcc-registry', 'issuer-registry', 'community-registry'].map(
  (name) => `https://digitalcredentials.github.io/${name}/registry.json`,
);
const anchorUrl = 'https://registry.dcconsortium.org/.well-known/openid-federation';
const fetchUrl = `https://registry.dcconsortium.org/fetch?sub=${encodeURIComponent(did)}`;
const empty = Object.fromEntries(lists.map((url) => [url, { json: { registry: {} } }]));

/** A trust anchor with its own key, and what it says about the issuer. */
async function federation(
  statement: object,
  { configuration = {}, signer }: { configuration?: object; signer?: CryptoKey } = {},
): Promise<Record<string, FakeAnswer>> {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: 'k', alg: 'ES256' }] };
  const sign = (payload: object, key = privateKey) =>
    new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
      .setProtectedHeader({ alg: 'ES256', kid: 'k', typ: 'entity-statement+jwt' })
      .sign(key);
  const own = {
    iss: 'https://registry.dcconsortium.org',
    sub: 'https://registry.dcconsortium.org',
    exp: 1_900_000_000,
    jwks,
    metadata: {
      federation_entity: { federation_fetch_endpoint: 'https://registry.dcconsortium.org/fetch' },
    },
    ...configuration,
  };
  const about = { iss: own.iss, sub: did, exp: '1900000000', metadata: {}, ...statement };
  return {
    ...empty,
    [anchorUrl]: { text: await sign(own) },
    [fetchUrl]: { text: await sign(about, signer) },
  };
}

describe('issuer trust › registries', () => {
  it('asks no registry unless told to, and none for an id that nobody proved or that is no DID', async () => {
    expect((await judge(claim(did), {}, false)).level).toBe('domain');
    expect((await judge(claim(did, false), {}, true)).level).toBe('self-asserted');
    expect((await judge(claim('https://northwind.example/1'), {}, true)).level).toBe('domain');
  });

  it('finds the issuer in a list, and asks no further', async () => {
    const [first = '', second = ''] = lists;
    const answers = {
      [first]: { json: { registry: { 'did:key:z6Mkother': { name: 'Other' } } } },
      [second]: { json: { meta: {}, registry: { [did]: { name: 'Northwind Academy' } } } },
    };
    expect(await judge(claim(did), answers, true)).toMatchObject({
      level: 'registry',
      name: 'DCC Pilot Registry',
    });
  });

  it('finds the issuer in a federation whose statements are signed', async () => {
    const trust = await judge(claim(did), await federation({}), true);
    expect(trust).toMatchObject({ level: 'registry', name: 'DCC Member Registry' });
  });

  it.each([
    ['about another issuer', { sub: 'did:web:other.example' }, {}],
    ['of another anchor', { iss: 'https://other.example' }, {}],
    ['that has run out', { exp: 1_700_000_000 }, {}],
    ['under a configuration that has run out', {}, { configuration: { exp: 1_700_000_000 } }],
    ['under a configuration of somebody else', {}, { configuration: { sub: 'https://other.example' } }],
  ])('does not believe a statement %s', async (_, statement, options) => {
    const trust = await judge(claim(did), await federation(statement, options), true);
    expect(trust.level).toBe('domain');
    expect(trust.detail).toContain('DCC Member Registry: no answer');
  });

  it('does not believe a statement that the anchor did not sign', async () => {
    const { privateKey } = await generateKeyPair('ES256');
    const trust = await judge(claim(did), await federation({}, { signer: privateKey }), true);
    expect(trust.level).toBe('domain');
  });

  it('says who did not list it and who did not answer', async () => {
    const [first = '', second = '', third = ''] = lists;
    const answers = {
      [first]: { json: { registry: {} } },
      [second]: { error: new AppError('offline') },
      [third]: { status: 503 },
      [anchorUrl]: { text: 'no token' },
    };
    const { level, detail } = await judge(claim(did), answers, true);
    expect(level).toBe('domain');
    expect(detail).toBe(
      `${did}; DCC Registry: not listed, DCC Pilot Registry: no answer, DCC Community Registry: no answer, DCC Member Registry: no answer`,
    );
  });

  it('takes no inherited name of a list for an issuer', async () => {
    const hostile = 'did:web:northwind.example';
    const answers = Object.fromEntries(
      lists.map((url) => [url, { text: `{"registry":{"__proto__":{"${hostile}":{}}}}` }]),
    );
    const trust = await judge(claim(hostile), { ...answers, [anchorUrl]: { status: 404 } }, true);
    expect(trust.level).toBe('domain');
  });

  it('takes a 404 of the federation for not listed', async () => {
    const answers = { ...(await federation({})), [fetchUrl]: { status: 404 } };
    expect((await judge(claim(did), answers, true)).detail).toContain('DCC Member Registry: not listed');
  });
});
