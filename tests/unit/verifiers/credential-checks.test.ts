import { describe, expect, it } from 'vitest';
import { verdict, type CheckId } from '@/utils/verification';
import { dataIntegrity } from '@/utils/verifiers/data-integrity';
import {
  emptyReport,
  type Subject,
  type VerifierReport,
  type VerifyContext,
} from '@/utils/verifiers/verifier';
import { fakeIo, type FakeAnswer } from '../fake-io';
import {
  contextBadges,
  contextV2,
  createSigner,
  secure,
  toBadge,
  toToken,
  type Json,
  type Signer,
} from './mint-credential';

interface World {
  readonly answers?: Record<string, FakeAnswer>;
  readonly now?: string;
}

async function verify(json: Json, { answers = {}, now = '2026-11-22T12:00:00Z' }: World = {}) {
  const io = fakeIo(answers, new Date(now));
  const toContext = (depth: number): VerifyContext => ({
    io,
    depth,
    verifyNested: (subject) => dataIntegrity.verify(subject, toContext(depth + 1)),
  });
  const subject: Subject = { kind: 'json', json, text: '', from: { container: 'text', url: null } };
  return { report: await dataIntegrity.verify(subject, toContext(0)), asked: io.asked };
}

const find = ({ checks }: VerifierReport, id: CheckId) => checks.find((check) => check.id === id);
const id = 'urn:uuid:5f7b3c1e-4f51-4d0c-9a39-2f5d2a1c7b10';

describe('dates', () => {
  it.each([
    ['2024-04-30T23:50:00Z', 'not-yet-valid'],
    ['2024-04-30T23:57:00Z', 'valid'],
    ['2024-06-01T00:00:00Z', 'valid'],
    ['2025-01-01T00:00:00Z', 'valid'],
    ['2025-01-01T00:00:01Z', 'expired'],
  ])('of May to December 2024 make it at %s: %s', async (now, expected) => {
    const signer = await createSigner();
    const badge = await secure(toBadge(signer.did, { validUntil: '2025-01-01T00:00:00Z' }), signer);
    expect(verdict((await verify(badge, { now })).report.checks)).toBe(expected);
  });

  it('that end before they begin are invalid', async () => {
    const signer = await createSigner();
    const badge = await secure(toBadge(signer.did, { validUntil: '2023-01-01T00:00:00Z' }), signer);
    const { report } = await verify(badge);
    expect([verdict(report.checks), find(report, 'dates')?.result]).toEqual(['invalid', 'fail']);
  });
});

describe('recipient', () => {
  it('is the subject, and every identifier that the issuer knows', async () => {
    const identifier = [
      {
        type: 'IdentityObject',
        identityType: 'emailAddress',
        identityHash: 'sha256$ab',
        hashed: true,
        salt: 'fir',
      },
      { type: 'IdentityObject', identityType: 'sourcedId', identityHash: '42', hashed: false },
      { type: 'IdentityObject', identityType: 'emailAddress', identityHash: 'md5$cd' },
      { type: 'IdentityObject', identityType: 'emailAddress' },
    ];
    const subject = { id: 'did:example:mira', type: ['AchievementSubject'], identifier };
    const { report } = await verify(toBadge('did:example:lumen', { credentialSubject: subject }));
    expect(report.identities).toEqual([
      { type: 'id', value: 'did:example:mira', isHashed: false, salt: '' },
      { type: 'email', value: 'sha256$ab', isHashed: true, salt: 'fir' },
      { type: 'sourcedId', value: '42', isHashed: false, salt: '' },
      { type: 'email', value: 'md5$cd', isHashed: true, salt: '' },
    ]);
  });
});

describe('containers and envelopes', () => {
  it.each(['VerifiablePresentation', 'ClrCredential'])('a %s is named, and left open', async (type) => {
    const { report } = await verify({ '@context': [contextV2], type: ['VerifiableCredential', type] });
    expect(verdict(report.checks)).toBe('unverifiable');
    expect(find(report, 'badge-data')?.detail).toContain(type);
  });

  it('a JWT in the clothes of JSON is handed on', async () => {
    const handed: Subject[] = [];
    const json = {
      '@context': contextV2,
      type: 'EnvelopedVerifiableCredential',
      id: 'data:application/vc+jwt,e30.e30.e30',
    };
    const verifyNested: VerifyContext['verifyNested'] = async (subject) => {
      handed.push(subject);
      return emptyReport;
    };
    const subject: Subject = { kind: 'json', json, text: '', from: { container: 'file', url: null } };
    await dataIntegrity.verify(subject, { io: fakeIo({}), depth: 0, verifyNested });
    expect(handed[0]).toMatchObject({ kind: 'jws', token: 'e30.e30.e30' });
  });
});

describe('endorsements', () => {
  const toEndorsement = (about: string | undefined, issuer = 'did:example:guild'): Json => ({
    '@context': [contextV2, contextBadges],
    id: 'urn:uuid:endorsement',
    type: ['VerifiableCredential', 'EndorsementCredential'],
    issuer: { id: issuer, type: ['Profile'], name: 'Weavers’ Guild' },
    validFrom: '2024-06-01T00:00:00Z',
    credentialSubject: { id: about, type: ['EndorsementSubject'], endorsementComment: 'Even tension.' },
  });

  it('of the badge, its achievement and its issuer are handed on, as JSON and as JWT', async () => {
    const signer = await createSigner();
    const badge = toBadge(signer.did, { endorsement: [toEndorsement(id)] });
    const subject = badge['credentialSubject'] as { achievement: Json };
    subject.achievement['endorsementJwt'] = [
      await toToken(toEndorsement('https://lumen.example/achievements/twill'), signer),
    ];
    (badge['issuer'] as Json)['endorsement'] = [toEndorsement(signer.did)];
    const { report } = await verify(badge);
    expect(report.endorsements.map(({ kind }) => kind)).toEqual(['json', 'jws', 'json']);
    expect(find(report, 'endorsements')).toBeUndefined();
  });

  it.each([undefined, 'urn:uuid:another'])('about %s are told, and not taken for ours', async (about) => {
    const { report } = await verify(toBadge('did:example:lumen', { endorsement: toEndorsement(about) }));
    expect(report.endorsements).toEqual([]);
    expect(find(report, 'endorsements')).toMatchObject({
      result: 'fail',
      detail: `about ${about ?? 'nothing'}`,
    });
  });

  it('are verified for themselves, with what they say', async () => {
    const guild = await createSigner();
    const { report } = await verify(await secure(toEndorsement(id, guild.did), guild));
    expect(verdict(report.checks)).toBe('valid');
    expect(report).toMatchObject({
      endorsementComment: 'Even tension.',
      badge: { issuerName: 'Weavers’ Guild' },
    });
  });
});

describe('refresh', () => {
  const address = 'https://lumen.example/refresh/1';
  const refreshService = { id: address, type: '1EdTechCredentialRefresh' };
  const contexts = [contextV2, contextBadges, 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'];
  const toOld = (signer: Signer, changed: Json = {}) =>
    secure(
      toBadge(signer.did, {
        '@context': contexts,
        refreshService,
        validUntil: '2025-01-01T00:00:00Z',
        ...changed,
      }),
      signer,
    );

  it('puts the newer copy in the place of the old one, and asks no more', async () => {
    const signer = await createSigner();
    const newer = await toOld(signer, { validUntil: '2030-01-01T00:00:00Z' });
    const { report, asked } = await verify(await toOld(signer), { answers: { [address]: { json: newer } } });
    expect(verdict(report.checks)).toBe('valid');
    expect(report.badge?.expiresOn).toBe('2030-01-01');
    expect(find(report, 'refresh')).toMatchObject({ result: 'pass', host: 'lumen.example' });
    expect(asked).toEqual([address]);
  });

  it.each([
    [
      'was changed',
      async (signer: Signer) => ({ ...(await toOld(signer)), validUntil: '2031-01-01T00:00:00Z' }),
    ],
    [
      'is another credential',
      (signer: Signer) => toOld(signer, { id: 'urn:uuid:0', validUntil: '2030-01-01T00:00:00Z' }),
    ],
    [
      'is from somebody else',
      async () => toOld(await createSigner(), { validUntil: '2030-01-01T00:00:00Z' }),
    ],
    ['is no credential', async () => ({ message: 'soon' })],
  ])('does not count when the copy %s', async (_, make) => {
    const signer = await createSigner();
    const answers = { [address]: { json: await make(signer) } };
    const { report } = await verify(await toOld(signer), { answers });
    expect(verdict(report.checks)).toBe('expired');
    expect(find(report, 'refresh')?.result).not.toBe('pass');
  });

  it.each([
    ['nothing', { status: 404 }],
    ['an error', { error: new TypeError('offline') }],
    ['a page', { text: '<html></html>' }],
  ])('leaves the old copy when the service answers with %s', async (_, answer) => {
    const signer = await createSigner();
    const { report } = await verify(await toOld(signer), { answers: { [address]: answer } });
    expect([verdict(report.checks), find(report, 'refresh')?.result]).toEqual(['expired', 'unknown']);
  });

  it('is not asked for on behalf of what its issuer did not sign', async () => {
    const signer = await createSigner();
    const changed = await verify({ ...(await toOld(signer)), validFrom: '2023-01-01T00:00:00Z' });
    expect([verdict(changed.report.checks), changed.asked]).toEqual(['tampered', []]);
    const { proof: _, ...bare } = await toOld(signer, { validUntil: undefined });
    const unsigned = await verify(bare);
    expect([verdict(unsigned.report.checks), unsigned.asked]).toEqual(['unverifiable', []]);
  });
});

describe('status', () => {
  it('is asked for although the proof is over: revoked weighs more than expired', async () => {
    const signer = await createSigner();
    const list = 'https://lumen.example/status/1';
    const credentialStatus = {
      id: `${list}#7`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: '7',
      statusListCredential: list,
    };
    const badge = toBadge(signer.did, { credentialStatus });
    const signed = await secure(badge, signer, { proof: { expires: '2025-01-01T00:00:00Z' } });
    const { asked } = await verify(signed, { answers: { '*': { status: 404 } } });
    expect(asked).toContain(list);
  });
});

describe('schema', () => {
  const contexts = [contextV2, contextBadges, 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'];
  const toSchooled = async (address: string) => {
    const signer = await createSigner();
    const credentialSchema = [{ id: address, type: '1EdTechJsonSchemaValidator2019' }];
    return secure(toBadge(signer.did, { '@context': contexts, credentialSchema }), signer);
  };
  const address =
    'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json';
  const $schema = 'https://json-schema.org/draft/2019-09/schema';

  it.each([
    ['agrees', { $schema, type: 'object', required: ['issuer'] }, 'pass'],
    ['differs', { $schema, properties: { issuer: { type: 'string' } } }, 'fail'],
    ['cannot be run', { $schema, $ref: 'https://elsewhere.example/schema' }, 'unknown'],
  ])('that %s is a note and decides nothing', async (_, json, expected) => {
    const { report } = await verify(await toSchooled(address), { answers: { [address]: { json } } });
    expect([verdict(report.checks), find(report, 'schema')?.result]).toEqual(['valid', expected]);
  });

  it('of a stranger is not run: its patterns could keep us busy', async () => {
    const { report, asked } = await verify(await toSchooled('https://schema.example/1'));
    expect([find(report, 'schema')?.result, asked]).toEqual(['unknown', []]);
  });
});
