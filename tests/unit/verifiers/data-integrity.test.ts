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
  createProof,
  createSigner,
  secure,
  toBadge,
  type Json,
} from './mint-credential';

async function verify(json: Json): Promise<VerifierReport> {
  // As it comes from a file: members in order, nothing shared.
  const own = JSON.parse(JSON.stringify(json)) as Json;
  const subject = { kind: 'json', json: own, text: '', from: { container: 'text', url: null } } as const;
  const context = { io: fakeIo({}), depth: 0, verifyNested: async () => emptyReport };
  return dataIntegrity.verify(subject, context);
}

const word = async (json: Json) => verdict((await verify(json)).checks);
const find = ({ checks }: VerifierReport, id: CheckId) => checks.find((check) => check.id === id);

describe('data-integrity', () => {
  it.each([
    ['eddsa-rdfc-2022', 'Ed25519'],
    ['eddsa-2022', 'Ed25519'],
    ['eddsa-jcs-2022', 'Ed25519'],
    ['ecdsa-rdfc-2019', 'P-256'],
    ['ecdsa-rdfc-2019', 'P-384'],
    ['ecdsa-jcs-2019', 'P-256'],
    ['ecdsa-jcs-2019', 'P-384'],
  ] as const)('verifies %s with %s, and no word of it changed', async (suite, curve) => {
    const signer = await createSigner(curve);
    const badge = await secure(toBadge(signer.did), signer, { suite });
    const report = await verify(badge);
    expect(verdict(report.checks), JSON.stringify(report.checks)).toBe('valid');
    expect(report.form).toBe(`Open Badges 3.0, ${suite}`);
    expect(report.issuer?.isProven).toBe(true);
    expect(await word({ ...badge, validFrom: '2024-05-01T00:00:01Z' })).toBe('tampered');
  });

  it('verifies Ed25519Signature2020 on both data models', async () => {
    const signer = await createSigner();
    const suite = 'Ed25519Signature2020';
    const second = toBadge(signer.did, { '@context': [contextV2, contextBadges, context2020] });
    expect(await word(await secure(second, signer, { suite }))).toBe('valid');
    const { validFrom, ...rest } = second;
    const first = { ...rest, '@context': [contextV1, contextBadges, context2020], issuanceDate: validFrom };
    expect(await word(await secure(first, signer, { suite }))).toBe('valid');
  });

  it('says tampered when a proof of another document is put under it', async () => {
    const signer = await createSigner();
    const { proof } = await secure(toBadge(signer.did), signer);
    expect(await word({ ...toBadge(signer.did, { id: 'urn:uuid:0' }), proof })).toBe('tampered');
  });

  it('leaves a document without proof unverifiable, and asks nobody on its behalf', async () => {
    const status = { id: 'https://lumen.example/1#1', type: 'BitstringStatusListEntry' };
    const report = await verify(toBadge('did:example:lumen', { credentialStatus: status }));
    expect(verdict(report.checks)).toBe('unverifiable');
    expect(find(report, 'signature')).toMatchObject({ result: 'unknown', detail: 'no proof' });
  });

  it('leaves a suite that it does not know unverifiable, and names it', async () => {
    const signer = await createSigner();
    const report = await verify({
      ...toBadge(signer.did),
      proof: { type: 'DataIntegrityProof', cryptosuite: 'bbs-2023' },
    });
    expect(verdict(report.checks)).toBe('unverifiable');
    expect(find(report, 'algorithm')).toMatchObject({ result: 'unknown', detail: 'bbs-2023' });
  });
});

describe('data-integrity › several proofs', () => {
  it('takes one that holds, and passes over a suite that it does not know', async () => {
    const signer = await createSigner();
    const badge = toBadge(signer.did);
    const proof = await createProof(badge, signer);
    const report = await verify({
      ...badge,
      proof: [{ type: 'DataIntegrityProof', cryptosuite: 'bbs-2023' }, proof],
    });
    expect(verdict(report.checks)).toBe('valid');
    expect(find(report, 'other-proofs')).toBeUndefined();
  });

  it('notes one that does not hold beside one that does, in whatever order', async () => {
    const signer = await createSigner();
    const badge = toBadge(signer.did);
    const good = await createProof(badge, signer);
    const bad = await createProof(toBadge(signer.did, { id: 'urn:uuid:0' }), signer);
    for (const proof of [
      [good, bad],
      [bad, good],
    ]) {
      const report = await verify({ ...badge, proof });
      expect(verdict(report.checks)).toBe('valid');
      expect(find(report, 'other-proofs')?.result).toBe('fail');
    }
  });

  it('prefers the proof of the issuer to one of a stranger', async () => {
    const [issuer, stranger] = [await createSigner(), await createSigner()];
    const badge = toBadge(issuer.did);
    const proof = [await createProof(badge, stranger), await createProof(badge, issuer)];
    expect(await word({ ...badge, proof })).toBe('valid');
    expect(await word({ ...badge, proof: proof[0] })).toBe('invalid');
  });

  it('reads a chained proof over the proof before it', async () => {
    const signer = await createSigner();
    const badge = toBadge(signer.did);
    const first = await createProof(badge, signer, { proof: { id: 'urn:uuid:first' } });
    const link = { id: 'urn:uuid:second', previousProof: 'urn:uuid:first' };
    const second = await createProof(badge, signer, { previous: [first], proof: link });
    const whole = await verify({ ...badge, proof: [first, second] });
    expect(find(whole, 'other-proofs')?.result).toBe('pass');
    const cut = await verify({ ...badge, proof: second });
    expect(verdict(cut.checks)).toBe('tampered');
    expect(cut.issuer?.isProven).toBe(false);
  });
});

describe('data-integrity › the proof itself', () => {
  it.each([
    ['is made for signing in', { proofPurpose: 'authentication' }, 'invalid'],
    ['names no purpose', { proofPurpose: undefined }, 'invalid'],
    ['is over', { expires: '2025-01-01T00:00:00Z' }, 'expired'],
    ['is not over', { expires: '2030-01-01T00:00:00Z' }, 'valid'],
    ['has a date that is none', { created: 'yesterday' }, 'invalid'],
    ['is bound to a domain', { domain: 'https://lumen.example', challenge: '1' }, 'valid'],
  ])('%s', async (_, proof, expected) => {
    const signer = await createSigner();
    expect(await word(await secure(toBadge(signer.did), signer, { proof }))).toBe(expected);
  });

  it.each([
    ['is missing', undefined],
    ['is no text', 17],
    ['is in no known base', 'x1234'],
    ['is too short', 'z111'],
    ['has a letter that base58 lacks', `z${'0'.repeat(88)}`],
    ['is a megabyte', `z${'1'.repeat(1_000_000)}`],
  ])('has a value that %s: tampered', async (_, proofValue) => {
    const signer = await createSigner();
    const badge = await secure(toBadge(signer.did), signer);
    expect(await word({ ...badge, proof: { ...(badge['proof'] as Json), proofValue } })).toBe('tampered');
  });

  // The signed meaning is the same; but they are strings (Data Integrity 1.0, "Proofs"), and no library takes a list.
  it.each([
    ['type', 'unverifiable'],
    ['cryptosuite', 'unverifiable'],
    ['proofPurpose', 'invalid'],
  ])('has a %s in a list: %s', async (name, expected) => {
    const signer = await createSigner();
    const badge = await secure(toBadge(signer.did), signer);
    const proof = badge['proof'] as Json;
    expect(await word({ ...badge, proof: { ...proof, [name]: [proof[name]] } })).toBe(expected);
  });

  it('is refused where the contexts do not know Ed25519Signature2020', async () => {
    const signer = await createSigner();
    const contexts = [contextV2, contextBadges];
    const badge = toBadge(signer.did, { '@context': [...contexts, context2020] });
    const secured = await secure(badge, signer, { suite: 'Ed25519Signature2020' });
    expect(await word(secured)).toBe('valid');
    expect(await word({ ...secured, '@context': contexts })).not.toBe('valid');
  });

  it('is refused with a key of another kind than its suite has', async () => {
    const signer = await createSigner('P-256');
    const report = await verify(await secure(toBadge(signer.did), signer));
    expect(verdict(report.checks)).toBe('invalid');
    expect(find(report, 'algorithm')).toMatchObject({ result: 'fail', detail: 'eddsa-rdfc-2022: P-256' });
  });

  it('of JCS counts for the contexts that it names, with more behind them, and for no others', async () => {
    const signer = await createSigner();
    const badge = toBadge(signer.did);
    const choice = { suite: 'eddsa-jcs-2022', proof: { '@context': badge['@context'] } };
    const signed = await secure(badge, signer, choice);
    const more = { ...signed, '@context': [contextV2, contextBadges, context2020] };
    expect([await word(signed), await word(more)]).toEqual(['valid', 'valid']);
    expect(await word({ ...signed, '@context': [contextV2, context2020, contextBadges] })).toBe('tampered');
  });
});
