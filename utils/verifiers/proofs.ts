import { listOf, textsOf, type Fields } from '../open-badges/v3-fields';
import { check, isNote, type Check } from '../verification';
import type { VerifyContext } from './verifier';
import { findSuite, nameOf, verifyProof, type ProofFinding } from './verify-proof';

/** Proofs on one document; more are not looked at. */
const maxProofs = 5;

/**
 * Checks the proofs of a document. One that holds is enough (Open Badges 3.0, "Verification"), one of an unknown suite
 * beside it is passed over, and one that does not hold is told as the note `other-proofs`. Never throws.
 */
export async function verifyProofs(
  json: Fields,
  issuerId: string,
  context: VerifyContext,
): Promise<ProofFinding> {
  const proofs = listOf(json['proof']).slice(0, maxProofs);
  // One object for all proofs: what was made of it is remembered by it.
  const { proof: _, ...document } = json;
  const findings: ProofFinding[] = [];
  for (const proof of proofs) {
    const finding = await verifyOne(document, proof, proofs, issuerId, context);
    if (finding) findings.push(finding);
  }
  const [best, ...others] = findings.toSorted((a, b) => rank(a.checks) - rank(b.checks));
  if (!best) return toUnproven(proofs);
  return { ...best, checks: [...best.checks, ...noteOthers(others)] };
}

async function verifyOne(
  document: Fields,
  proof: Fields,
  proofs: readonly Fields[],
  issuerId: string,
  context: VerifyContext,
): Promise<ProofFinding | null> {
  const suite = findSuite(proof);
  if (!suite) return null;
  const wanted = textsOf(proof['previousProof']);
  if (wanted.length === 0) return verifyProof({ document, proof, issuerId }, suite, context);
  // A chained proof was made over the document and the proofs before it ("Verify Proof Sets and Chains").
  const previous = proofs.filter(
    ({ id }) => typeof id === 'string' && wanted.includes(id) && id !== proof['id'],
  );
  const finding = await verifyProof(
    { document: { ...document, proof: previous }, proof, issuerId },
    suite,
    context,
  );
  if (previous.length === wanted.length) return finding;
  const missing = check('signature', 'fail', 'a previousProof is missing');
  return { ...finding, checks: [...finding.checks, missing], isProven: false };
}

/** No proof, or none that can be read: nothing is proven, and nothing is disproven. */
function toUnproven(proofs: readonly Fields[]): ProofFinding {
  const names = proofs.map(nameOf).filter(Boolean).join(', ');
  return {
    name: names || 'unsigned',
    checks: [
      check('signature', 'unknown', names || 'no proof'),
      ...(names ? [check('algorithm', 'unknown', names)] : []),
    ],
    host: null,
    isProven: false,
  };
}

/** What holds first, then what is open, then what fails. */
function rank(checks: readonly Check[]): number {
  const decisive = checks.filter(({ id }) => !isNote(id)).map(({ result }) => result);
  if (decisive.includes('fail')) return 2;
  return decisive.includes('unknown') ? 1 : 0;
}

function noteOthers(others: readonly ProofFinding[]): Check[] {
  if (others.length === 0) return [];
  const worst = Math.max(...others.map(({ checks }) => rank(checks)));
  const result = (['pass', 'unknown', 'fail'] as const)[worst] ?? 'unknown';
  const names = others.map(({ name, checks }) => `${name}: ${['holds', 'open', 'fails'][rank(checks)]}`);
  return [check('other-proofs', result, names.join(', '))];
}
