import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Verdict } from '@/utils/verification';
import { verify } from '@/utils/verify';
import { fakeIo, type FakeAnswer } from '../fake-io';
import { encodeList, listUrl, makeBits, makeEntry, makeList } from './make-status';

/** An issuer that is its key (did:jwk), with which it signs. */
interface Signer {
  readonly did: string;
  sign(credential: object, claims?: object): Promise<string>;
}

async function makeSigner(): Promise<Signer> {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  const { kty, crv, x, y } = await exportJWK(publicKey);
  const did = `did:jwk:${Buffer.from(JSON.stringify({ kty, crv, x, y })).toString('base64url')}`;
  const sign = (credential: object, claims: object = {}) =>
    new SignJWT({ iss: did, ...credential, ...claims })
      .setProtectedHeader({ alg: 'ES256', kid: `${did}#0`, typ: 'vc+jwt' })
      .sign(privateKey);
  return { did, sign };
}

const people: { issuer: Signer; service: Signer } = {
  issuer: await makeSigner(),
  service: await makeSigner(),
};
let badge = '';

/** A badge whose bit is no. 41; of a second purpose, too. */
beforeAll(async () => {
  badge = await people.issuer.sign({
    '@context': [
      'https://www.w3.org/ns/credentials/v2',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    ],
    id: 'urn:uuid:5f1b5c1e-0000-4000-8000-000000000001',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: people.issuer.did, type: ['Profile'], name: 'Lumen Observatory' },
    validFrom: '2026-01-01T00:00:00Z',
    credentialStatus: [makeEntry(), makeEntry({ statusPurpose: 'suspension', statusListIndex: '50' })],
    credentialSubject: {
      type: ['AchievementSubject'],
      achievement: {
        id: 'urn:uuid:5f1b5c1e-0000-4000-8000-000000000002',
        type: ['Achievement'],
        name: 'Star Counter',
        description: 'Counted the stars of one night.',
        criteria: { narrative: 'Count them.' },
      },
    },
  });
});

/** A list of both purposes with these bits, signed by the issuer or another. */
function signList(set: readonly number[], rest: object = {}, by: Signer = people.issuer): Promise<string> {
  const subject = { statusPurpose: ['revocation', 'suspension'], encodedList: encodeList(makeBits(set)) };
  return by.sign(makeList(subject, { issuer: by.did, validFrom: '2026-01-01T00:00:00Z', ...rest }));
}

async function verdictWith(answer: FakeAnswer, token = badge): Promise<Verdict> {
  return (await verify(token, fakeIo({ [listUrl]: answer }))).verdict;
}

/** The same token with another word in its payload. */
function tamper(token: string, from: string, to: string): string {
  const [header, payload = '', signature] = token.split('.');
  const text = Buffer.from(payload, 'base64url').toString();
  expect(text).toContain(from);
  return [header, Buffer.from(text.replace(from, to)).toString('base64url'), signature].join('.');
}

describe('a signed badge with a signed status list', () => {
  it('is valid, revoked or suspended as the list says', async () => {
    expect(await verdictWith({ text: await signList([]) })).toBe('valid');
    expect(await verdictWith({ text: await signList([40, 42, 51]) })).toBe('valid');
    expect(await verdictWith({ text: await signList([41]) })).toBe('revoked');
    expect(await verdictWith({ text: await signList([50]) })).toBe('revoked');
  });

  it('counts on a list of a service, too', async () => {
    expect(await verdictWith({ text: await signList([], {}, people.service) })).toBe('valid');
    expect(await verdictWith({ text: await signList([41], {}, people.service) })).toBe('revoked');
  });

  it('takes a list in an envelope', async () => {
    const envelope = async (set: readonly number[]) => ({
      '@context': 'https://www.w3.org/ns/credentials/v2',
      type: 'EnvelopedVerifiableCredential',
      id: `data:application/vc+jwt,${await signList(set)}`,
    });
    expect(await verdictWith({ json: await envelope([]) })).toBe('valid');
    expect(await verdictWith({ json: await envelope([41]) })).toBe('revoked');
  });

  it('takes a list that names its issuer as its subject', async () => {
    expect(await verdictWith({ text: await signList([41], { sub: people.issuer.did }) })).toBe('revoked');
  });

  it.each<[string, () => Promise<string>]>([
    ['expired', () => signList([41], { validUntil: '2026-06-01T00:00:00Z' })],
    ['of the future', () => signList([41], { validFrom: '2027-06-01T00:00:00Z' })],
    ['tampered with', async () => tamper(await signList([]), listUrl, `${listUrl}0`)],
    [
      'signed by somebody else than its issuer',
      () => signList([], { issuer: people.issuer.did, iss: people.issuer.did }, people.service),
    ],
    ['not signed', () => Promise.resolve(JSON.stringify(makeList({}, { issuer: people.issuer.did })))],
  ])('is unverifiable with a list that is %s', async (_, list) => {
    expect(await verdictWith({ text: await list() })).toBe('unverifiable');
  });

  it('is unverifiable when nobody answers', async () => {
    expect(await verdictWith({ error: new TypeError('offline') })).toBe('unverifiable');
    expect(await verdictWith({ status: 404, text: '' })).toBe('unverifiable');
  });

  it('is tampered whatever the list says, which is not even asked', async () => {
    const io = fakeIo({});
    expect((await verify(tamper(badge, 'Counter', 'Painter'), io)).verdict).toBe('tampered');
    expect(io.asked).toEqual([]);
  });
});
