import { describe, expect, it } from 'vitest';
import { verdict, type CheckId } from '@/utils/verification';
import { dataIntegrity } from '@/utils/verifiers/data-integrity';
import { emptyReport, type VerifierReport } from '@/utils/verifiers/verifier';
import { fakeIo } from '../fake-io';
import {
  context2020,
  contextBadges,
  contextV1,
  contextV2,
  createSigner,
  secure,
  toBadge,
  type Json,
} from './mint-credential';

async function verify(json: Json): Promise<VerifierReport> {
  const subject = { kind: 'json', json, text: '', from: { container: 'text', url: null } } as const;
  return dataIntegrity.verify(subject, { io: fakeIo({}), depth: 0, verifyNested: async () => emptyReport });
}

const find = ({ checks }: VerifierReport, id: CheckId) => checks.find((check) => check.id === id);

describe('signed terms', () => {
  it('are not those that no context defines: jsonld would have dropped them from what was signed', async () => {
    const signer = await createSigner();
    const badge = await secure(toBadge(signer.did), signer);
    const report = await verify({ ...badge, honours: 'with distinction' });
    expect(verdict(report.checks)).toBe('invalid');
    expect(find(report, 'signed-terms')).toMatchObject({
      result: 'fail',
      detail: 'invalid property: honours',
    });
    expect(find(report, 'signature')?.result).toBe('unknown');
  });

  it('cannot be told where a context is not bundled; it is named, and nobody is asked for it', async () => {
    const signer = await createSigner();
    const badge = await secure(toBadge(signer.did), signer);
    const stranger = 'https://context.example/v1';
    const report = await verify({ ...badge, '@context': [contextV2, contextBadges, stranger] });
    expect(verdict(report.checks)).toBe('unverifiable');
    expect(find(report, 'context')).toMatchObject({ result: 'unknown', detail: stranger });
  });

  it('are all there when the text was signed instead of its meaning', async () => {
    const signer = await createSigner();
    const badge = toBadge(signer.did, {
      '@context': [contextV2, contextBadges, 'https://context.example/v1'],
      honours: 'with distinction',
    });
    const report = await verify(await secure(badge, signer, { suite: 'eddsa-jcs-2022' }));
    expect(verdict(report.checks)).toBe('valid');
  });
});

/** What a holder can do to a signed badge without breaking its signature. */
const disguises: readonly (readonly [
  string,
  (name: string) => string,
  (name: string) => readonly unknown[],
])[] = [
  ['its full address', (name) => `https://www.w3.org/2018/credentials#${name}`, () => []],
  [
    'a word of a context of their own',
    () => 'footnote',
    (name) => [{ footnote: { '@id': `https://www.w3.org/2018/credentials#${name}`, ...typeOf(name) } }],
  ],
];

function typeOf(name: string): Json {
  return { '@type': name === 'credentialStatus' ? '@id' : 'http://www.w3.org/2001/XMLSchema#dateTime' };
}

describe('hidden terms', () => {
  it.each(disguises)('finds an end of validity under %s', async (_, rename, contexts) => {
    const signer = await createSigner();
    const badge = await secure(toBadge(signer.did, { validUntil: '2025-01-01T00:00:00Z' }), signer);
    const { validUntil, ...rest } = badge;
    const type = 'http://www.w3.org/2001/XMLSchema#dateTime';
    const isAddress = rename('validUntil').startsWith('https:');
    const value = isAddress ? { '@value': validUntil, '@type': type } : validUntil;
    const report = await verify({
      ...rest,
      '@context': [contextV2, contextBadges, ...contexts('validUntil')],
      [rename('validUntil')]: value,
    });
    expect(find(report, 'signature')?.result, 'the disguise holds').toBe('pass');
    expect(find(report, 'signed-terms')).toMatchObject({ result: 'fail', detail: 'validUntil' });
    expect(verdict(report.checks)).toBe('invalid');
  });

  it.each(disguises)('finds a status under %s', async (_, rename, contexts) => {
    const signer = await createSigner();
    const credentialStatus = {
      id: 'https://lumen.example/status/1#7',
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: '7',
      statusListCredential: 'https://lumen.example/status/1',
    };
    const { credentialStatus: hidden, ...rest } = await secure(
      toBadge(signer.did, { credentialStatus }),
      signer,
    );
    const report = await verify({
      ...rest,
      '@context': [contextV2, contextBadges, ...contexts('credentialStatus')],
      [rename('credentialStatus')]: hidden,
    });
    expect(find(report, 'signature')?.result, 'the disguise holds').toBe('pass');
    expect(find(report, 'signed-terms')).toMatchObject({ result: 'fail', detail: 'credentialStatus' });
  });

  it('finds one of two statuses that is left in sight alone, and an end of a badge without id', async () => {
    const signer = await createSigner();
    const statuses = ['urn:status:1', 'urn:status:2'].map((id) => ({
      id,
      type: 'https://lumen.example/Status',
    }));
    const both = await secure(toBadge(signer.did, { credentialStatus: statuses }), signer);
    const one = {
      ...both,
      credentialStatus: statuses[0],
      'https://www.w3.org/2018/credentials#credentialStatus': statuses[1],
    };
    expect(find(await verify(one), 'signed-terms')).toMatchObject({
      result: 'fail',
      detail: 'credentialStatus',
    });
    const nameless = await secure(
      toBadge(signer.did, { id: undefined, validUntil: '2025-01-01T00:00:00Z' }),
      signer,
    );
    const { validUntil, ...rest } = nameless;
    const value = { '@value': validUntil, '@type': 'http://www.w3.org/2001/XMLSchema#dateTime' };
    const hidden = { ...rest, 'https://www.w3.org/2018/credentials#validUntil': value };
    expect(find(await verify(hidden), 'signed-terms')).toMatchObject({
      result: 'fail',
      detail: 'validUntil',
    });
  });

  it('finds nothing in badges that carry endorsements with dates and statuses of their own', async () => {
    const signer = await createSigner();
    const endorsement = {
      '@context': [contextV2, contextBadges],
      id: 'urn:uuid:endorsement',
      type: ['VerifiableCredential', 'EndorsementCredential'],
      issuer: { id: 'did:example:guild', type: ['Profile'], name: 'Guild' },
      validFrom: '2024-06-01T00:00:00Z',
      validUntil: '2034-06-01T00:00:00Z',
      credentialSubject: {
        id: 'urn:uuid:5f7b3c1e-4f51-4d0c-9a39-2f5d2a1c7b10',
        type: ['EndorsementSubject'],
      },
    };
    for (const id of ['urn:uuid:5f7b3c1e-4f51-4d0c-9a39-2f5d2a1c7b10', undefined]) {
      const badge = await secure(toBadge(signer.did, { id, endorsement: [endorsement] }), signer);
      expect(find(await verify(badge), 'signed-terms')).toMatchObject({ result: 'pass' });
    }
  });
});

describe('contexts that changed under their address', () => {
  const unversioned = 'https://purl.imsglobal.org/spec/ob/v3p0/context.json';
  const choice = { suite: 'Ed25519Signature2020' };
  const draft = { ...choice, contexts: { [unversioned]: 'OBv3_beta' } };
  const toFirst = ({ did }: { readonly did: string }): Json => {
    const { validFrom, ...rest } = toBadge(did, { '@context': [contextV1, unversioned, context2020] });
    return { ...rest, issuanceDate: validFrom };
  };

  it('are read in the present edition and in the draft of 2022', async () => {
    const signer = await createSigner();
    const now = await verify(await secure(toFirst(signer), signer, choice));
    expect([verdict(now.checks), find(now, 'context')?.result]).toEqual(['valid', undefined]);
    const then = await verify(await secure(toFirst(signer), signer, draft));
    expect([verdict(then.checks), find(then, 'context')?.result]).toEqual(['valid', 'pass']);
  });

  it('do not make another badge of it: changed words are tampered in every edition', async () => {
    const signer = await createSigner();
    const badge = await secure(toFirst(signer), signer, draft);
    const report = await verify({ ...badge, issuanceDate: '2024-05-02T00:00:00Z' });
    expect(verdict(report.checks)).toBe('tampered');
  });

  it('know the terms that were added to 3.0.3 later', async () => {
    const signer = await createSigner();
    const endorsementJwt = ['e30.e30.e30'];
    const badge = await secure(toBadge(signer.did, { endorsementJwt }), signer, {
      contexts: { [contextBadges]: 'later' },
    });
    const report = await verify(badge);
    expect(find(report, 'signed-terms')?.result).toBe('pass');
    expect(find(report, 'signature')?.result).toBe('pass');
  });
});
