import { isCredential, parseCredential, type OpenBadgeCredential } from '../open-badges/v3';
import { check } from '../verification';
import { reportCredential } from './credential-checks';
import { verifyProofs } from './proofs';
import { findEnvelopedToken } from './token-claims';
import {
  emptyReport,
  type JsonSubject,
  type Verifier,
  type VerifierReport,
  type VerifyContext,
} from './verifier';

/**
 * Open Badges 3.0 and other Verifiable Credentials as JSON, secured by Data Integrity proofs
 * (https://www.w3.org/TR/vc-data-integrity/). A VerifiablePresentation and a CLR are only named: they hold credentials.
 */
export const dataIntegrity: Verifier = {
  id: 'data-integrity',
  recognises: (subject) => subject.kind === 'json' && isCredential(subject.json),
  verify: async (subject, context) => (subject.kind === 'json' ? verify(subject, context) : emptyReport),
};

async function verify(subject: JsonSubject, context: VerifyContext): Promise<VerifierReport> {
  const token = findEnvelopedToken(subject.json);
  if (token) return context.verifyNested({ kind: 'jws', token, from: subject.from });
  const parsed = parseCredential(subject.json);
  if (!parsed.ok) return { ...emptyReport, checks: [check('badge-data', 'fail', parsed.reason)] };
  const credential = parsed.value;
  if (credential.kind === 'presentation' || credential.kind === 'clr') return toContainerReport(credential);
  const proof = await verifyProofs(credential.json, credential.issuer.id, context);
  return reportCredential(credential, {
    checks: proof.checks,
    host: subject.from.url ? new URL(subject.from.url).hostname : proof.host,
    form: `${toStandard(credential)}, ${proof.name}`,
    context,
    signingIssuerIsProven: proof.isProven,
  });
}

function toContainerReport({ types }: OpenBadgeCredential): VerifierReport {
  const name = types.filter((type) => type !== 'VerifiableCredential').join(', ');
  const detail = `${name}: only the credentials in it can be verified, one by one`;
  return { ...emptyReport, checks: [check('badge-data', 'unknown', detail)], form: name };
}

function toStandard({ kind, dataModel }: OpenBadgeCredential): string {
  return kind === 'badge' || kind === 'endorsement'
    ? 'Open Badges 3.0'
    : `Verifiable Credentials ${dataModel}`;
}
