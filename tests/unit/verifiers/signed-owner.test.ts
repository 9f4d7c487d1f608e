import { exportSPKI, generateKeyPair, CompactSign } from 'jose';
import { describe, expect, it } from 'vitest';
import { verify } from '@/utils/verify';
import { fakeIo, type FakeAnswer } from '../fake-io';
import { svg } from './lumen-badge';

const school = 'https://lumen.example';
const stranger = 'https://stranger.example';
const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
const pem = { text: await exportSPKI(publicKey) };

const profile = { name: 'Lumen Workshop', url: `${school}/` };
const toClass = (issuer: unknown, at: string) => ({
  name: 'Glass Blower',
  description: 'Blows glass.',
  image: `${at}/glass.svg`,
  criteria: `${at}/criteria`,
  issuer,
});
/** Everything that is anybody's to publish; the school's own profile stands beside it. */
const world = (issuer: unknown, changes: Record<string, FakeAnswer> = {}): Record<string, FakeAnswer> => ({
  [`${school}/issuer`]: { json: profile },
  [`${school}/class`]: { json: toClass(`${school}/issuer`, school) },
  [`${school}/key`]: pem,
  [`${school}/glass.svg`]: svg,
  [`${stranger}/class`]: { json: toClass(issuer, stranger) },
  [`${stranger}/key`]: pem,
  [`${stranger}/glass.svg`]: svg,
  ...changes,
});

async function judge(assertion: object, answers: Record<string, FakeAnswer>) {
  const payload = {
    uid: 'glass-1',
    recipient: { type: 'email', hashed: false, identity: 'minseo@example.com' },
    issuedOn: '2014-02-18T18:10:00Z',
    ...assertion,
  };
  const token = await new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
    .setProtectedHeader({ alg: 'RS256' })
    .sign(privateKey);
  const { verdict, checks, issuerTrust } = await verify(token, fakeIo(answers));
  return { verdict, issuerTrust, key: checks.find(({ id }) => id === 'signing-key')?.result };
}
const at = (host: string, badge = `${host}/class`) => ({
  badge,
  verify: { type: 'signed', url: `${host}/key` },
});

describe('a signed badge of 1.x', () => {
  it('is the school’s by a key on its host', async () => {
    expect(await judge(at(school), world(null))).toMatchObject({ verdict: 'valid', key: 'pass' });
  });

  it('is not the school’s by a stranger’s class that names the school', async () => {
    expect(await judge(at(stranger), world(`${school}/issuer`))).toMatchObject({
      verdict: 'invalid',
      key: 'fail',
    });
  });

  it('is not the school’s by a stranger’s profile that names the school’s as its own address', async () => {
    const own = {
      '@context': 'https://w3id.org/openbadges/v1',
      type: 'Issuer',
      id: `${school}/issuer`,
      ...profile,
    };
    const answers = world(`${stranger}/issuer`, {
      [`${stranger}/issuer`]: { json: own },
      [`${school}/issuer`]: { json: own },
    });
    expect(await judge(at(stranger), answers)).toMatchObject({ verdict: 'invalid', key: 'fail' });
  });

  it('is the host’s of the class, where the class holds its issuer', async () => {
    const embedded = { name: 'Lumen Workshop', url: 'https://www.lumen.example/' };
    const answers = world(null, { [`${school}/class`]: { json: toClass(embedded, school) } });
    expect(await judge(at(school), answers)).toMatchObject({ key: 'pass' });
    expect(await judge({ ...at(stranger), badge: `${school}/class` }, answers)).toMatchObject({
      key: 'fail',
    });
  });
});

describe('a signed badge of 2.0', () => {
  const context = 'https://w3id.org/openbadges/v2';
  const id = { '@context': context, type: 'Assertion', id: 'urn:uuid:1f5f1f0e-2a51-4d8a-8c55-6d1f0a1b2c3d' };
  const listing = (publicKey: unknown) => ({
    [`${school}/issuer`]: {
      json: { '@context': context, type: 'Issuer', id: `${school}/issuer`, ...profile, publicKey },
    },
    [`${school}/class`]: {
      json: {
        '@context': context,
        type: 'BadgeClass',
        id: `${school}/class`,
        ...toClass(`${school}/issuer`, school),
      },
    },
  });
  const signedWith = (creator: string) => ({
    ...id,
    badge: `${school}/class`,
    verification: { type: 'SignedBadge', creator },
  });

  it('is not the school’s by another key of the same document', async () => {
    const shared = 'https://keys.example/all';
    const keys = { id: shared, publicKey: [{ id: `${shared}#stranger`, publicKeyPem: pem.text }] };
    const answers = world(null, { ...listing(`${shared}#lumen`), [shared]: { json: keys } });
    expect(await judge(signedWith(`${shared}#stranger`), answers)).toMatchObject({
      verdict: 'invalid',
      key: 'fail',
    });
  });

  it('is not the school’s by a key that only calls the school its owner', async () => {
    const key = {
      id: `${stranger}/key`,
      type: 'CryptographicKey',
      owner: `${school}/issuer`,
      publicKeyPem: pem.text,
    };
    const answers = world(null, { ...listing(`${school}/key`), [`${stranger}/key`]: { json: key } });
    expect(await judge(signedWith(`${stranger}/key`), answers)).toMatchObject({
      verdict: 'invalid',
      key: 'fail',
    });
  });

  it.each([
    ['whole in the profile', {}, 'valid'],
    ['whole in the profile, and withdrawn', { revoked: '2020-01-01T00:00:00Z' }, 'invalid'],
    ['whole in the profile, of another owner', { owner: `${stranger}/issuer` }, 'invalid'],
  ])('is the school’s by a key that stands %s', async (_, fields, verdict) => {
    const key = { id: 'urn:uuid:key-1', type: 'CryptographicKey', publicKeyPem: pem.text, ...fields };
    expect(await judge(signedWith('urn:uuid:key-1'), world(null, listing([key])))).toMatchObject({ verdict });
  });

  it('is not the school’s by a key that was withdrawn', async () => {
    const key = { id: `${school}/key`, owner: `${school}/issuer`, publicKeyPem: pem.text };
    const answers = (more: object) =>
      world(null, { ...listing(`${school}/key`), [`${school}/key`]: { json: { ...key, ...more } } });
    expect(await judge(signedWith(`${school}/key`), answers({}))).toMatchObject({ verdict: 'valid' });
    const ended = answers({ revoked: '2020-01-01T00:00:00Z' });
    expect(await judge(signedWith(`${school}/key`), ended)).toMatchObject({ verdict: 'invalid' });
  });
});

describe('a school’s address that forwards to a stranger', () => {
  const out = `${school}/out`;
  const redirectedTo = [`${stranger}/doc`];

  it('does not make a stranger’s profile the school’s', async () => {
    const own = { '@context': 'https://w3id.org/openbadges/v2', type: 'Issuer', id: out, ...profile };
    const answers = world(out, {
      [out]: { json: { ...own, publicKey: `${stranger}/key` }, redirectedTo },
    });
    expect(await judge(at(stranger), answers)).toMatchObject({ verdict: 'unverifiable', key: 'unknown' });
  });

  it('does not make a stranger’s key the school’s', async () => {
    const answers = world(null, { [out]: { ...pem, redirectedTo } });
    const assertion = { badge: `${school}/class`, verify: { type: 'signed', url: out } };
    expect(await judge(assertion, answers)).toMatchObject({ verdict: 'invalid', key: 'fail' });
  });
});
