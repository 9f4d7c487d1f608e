import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { generate } from '@digitalbazaar/ecdsa-multikey';
import { createDiscloseCryptosuite, createSignCryptosuite } from '@digitalbazaar/ecdsa-sd-2023-cryptosuite';
import jsigs from 'jsonld-signatures';
import { describe, expect, it } from 'vitest';
import { verdict } from '@/utils/verification';
import { dataIntegrity } from '@/utils/verifiers/data-integrity';
import { emptyReport, type VerifierReport } from '@/utils/verifiers/verifier';
import { fakeIo } from '../fake-io';
import { loadContext, toBadge, type Json } from './mint-credential';

async function verify(json: Json): Promise<VerifierReport> {
  const subject = { kind: 'json', json, text: '', from: { container: 'text', url: null } } as const;
  return dataIntegrity.verify(subject, { io: fakeIo({}), depth: 0, verifyNested: async () => emptyReport });
}

/** A badge with a base proof, and what its holder makes of it who shows the achievement and no more. */
async function mint(): Promise<{ readonly base: Json; readonly shown: Json }> {
  const key = await generate({ curve: 'P-256' });
  key.controller = `did:key:${key.publicKeyMultibase}`;
  key.id = `${key.controller}#${key.publicKeyMultibase}`;
  const signing = { purpose: new jsigs.purposes.AssertionProofPurpose(), documentLoader: loadContext };
  const mandatory = createSignCryptosuite({ mandatoryPointers: ['/issuer', '/validFrom', '/validUntil'] });
  const badge = toBadge(key.controller, { validUntil: '2034-05-01T00:00:00Z', name: 'A private title' });
  const suite = new DataIntegrityProof({ signer: key.signer(), cryptosuite: mandatory });
  const base = await jsigs.sign(badge, { ...signing, suite });
  const chosen = createDiscloseCryptosuite({ selectivePointers: ['/credentialSubject/achievement'] });
  const shown = await jsigs.derive(base, {
    ...signing,
    suite: new DataIntegrityProof({ cryptosuite: chosen }),
  });
  return { base, shown };
}

describe('ecdsa-sd-2023', () => {
  it('verifies what the holder shows, and no word of it changed', async () => {
    const { shown } = await mint();
    const report = await verify(shown);
    expect(verdict(report.checks), JSON.stringify(report.checks)).toBe('valid');
    expect(report.badge?.name).toBe('Twill Weaving');
    expect(shown['name']).toBeUndefined();
    expect(verdict((await verify({ ...shown, validUntil: '2044-05-01T00:00:00Z' })).checks)).toBe('tampered');
    const { validUntil: _, ...cut } = shown;
    expect(verdict((await verify(cut)).checks)).toBe('tampered');
  });

  it('leaves a base proof unverifiable: it is for its holder', async () => {
    const { base } = await mint();
    const report = await verify(base);
    expect(verdict(report.checks)).toBe('unverifiable');
    expect(report.checks.find(({ id }) => id === 'signature')?.detail).toBe(
      'a base proof is for its holder only',
    );
  });

  it.each([
    ['no text', 3],
    ['no CBOR', 'uAAAA'],
    ['a megabyte', `u${'A'.repeat(1_000_000)}`],
  ])('refuses a proof whose value is %s', async (_, proofValue) => {
    const { shown } = await mint();
    const proof = { ...(shown['proof'] as Json), proofValue };
    expect(verdict((await verify({ ...shown, proof })).checks)).toBe('tampered');
  });
});
