import { fieldsOf, idOf, type Fields } from '../open-badges/v3-fields';
import { check, type Check } from '../verification';
import { cryptosuites } from './cryptosuites';
import type { Cryptosuite, ProofAlgorithm, ProofKey, ProofResult } from './cryptosuites/cryptosuite';
import { keyBelongsToIssuer } from './key-owner';
import { resolveKey, type KeyResolution } from './keys';
import { checkProofItself, toSignatureChecks } from './proof-checks';
import type { VerifyContext } from './verifier';

/** What was found out about one proof of a document. */
export interface ProofFinding {
  /** The suite's name ("eddsa-rdfc-2022"). */
  readonly name: string;
  readonly checks: readonly Check[];
  /** The host that answered for the key; null when nobody was asked. */
  readonly host: string | null;
  /** True when the signature holds and the key belongs to the issuer. */
  readonly isProven: boolean;
}

/** A proof together with what it was made over. */
export interface ProofTask {
  /** The document, without its proofs (but with those that this one was made on top of). */
  readonly document: Fields;
  readonly proof: Fields;
  /** The id that the document names as its issuer. */
  readonly issuerId: string;
}

/**
 * What a proof calls its suite. Suites older than `DataIntegrityProof` are named by the type of the proof. Both must be
 * strings, not lists of one (Data Integrity 1.0, "Proofs").
 */
export function nameOf({ type, cryptosuite }: Fields): string {
  const name = type === 'DataIntegrityProof' ? cryptosuite : type;
  return typeof name === 'string' ? name : '';
}

/** The suite of a proof; null for one that cannot be checked. */
export function findSuite(proof: Fields): Cryptosuite | null {
  return cryptosuites.find(({ names }) => names.includes(nameOf(proof))) ?? null;
}

/**
 * Checks one proof (Data Integrity 1.0, "Verify Proof"): that it was made for assertions, is not over, that its key
 * signed the document as it is, and that the key is the issuer's. Never throws.
 */
export async function verifyProof(
  task: ProofTask,
  suite: Cryptosuite,
  context: VerifyContext,
): Promise<ProofFinding> {
  const { proof, issuerId } = task;
  const method = methodOf(proof);
  const key = await resolveKey(method, context);
  const { usable, checks } = toProofKey(key, suite, nameOf(proof));
  const { result, edition } = await verifyEditions(task, suite, usable);
  const owner =
    key.kind === 'key' ? await keyBelongsToIssuer(key, issuerId, context) : toMissingKeyCheck(key, method);
  return {
    name: nameOf(proof),
    checks: [
      ...toSignatureChecks(result, task.document, key.kind === 'key' ? '' : key.reason),
      ...checks,
      owner,
      ...checkProofItself(proof, context.io.now()),
      ...(edition > 0 ? [check('context', 'pass', 'an earlier edition of the context')] : []),
    ],
    host: key.kind === 'invalid' ? null : key.host,
    isProven: result.kind === 'verified' && owner.result === 'pass',
  };
}

/** Reads the document once for each edition of its contexts, until the signature holds. */
async function verifyEditions(
  { document, proof }: ProofTask,
  suite: Cryptosuite,
  key: ProofKey | null,
): Promise<{ readonly result: ProofResult; readonly edition: number }> {
  const first = await suite.verify({ document, proof }, key, 0);
  if (first.kind !== 'refused' && first.kind !== 'unsafe') return { result: first, edition: 0 };
  const editions = await suite.countEditions(document);
  for (let edition = 1; edition < editions; edition++) {
    const result = await suite.verify({ document, proof }, key, edition);
    if (result.kind === 'verified') return { result, edition };
  }
  return { result: first, edition: 0 };
}

function toProofKey(
  key: KeyResolution,
  suite: Cryptosuite,
  name: string,
): { readonly usable: ProofKey | null; readonly checks: readonly Check[] } {
  if (key.kind !== 'key') return { usable: null, checks: [] };
  const algorithm = toAlgorithm(key.jwk);
  if (algorithm && suite.algorithms.includes(algorithm))
    return { usable: { jwk: key.jwk, algorithm }, checks: [] };
  const detail = `${name}: ${key.jwk.crv ?? key.jwk.kty ?? ''}`;
  return { usable: null, checks: [check('algorithm', 'fail', detail)] };
}

function toAlgorithm({ crv }: JsonWebKey): ProofAlgorithm | null {
  if (crv === 'Ed25519') return 'Ed25519';
  if (crv === 'P-256') return 'ES256';
  return crv === 'P-384' ? 'ES384' : null;
}

/** An address that can be none is a fault of the badge; one that does not answer is not. */
function toMissingKeyCheck(key: Exclude<KeyResolution, { kind: 'key' }>, method: string): Check {
  if (key.kind === 'invalid') return check('signing-key', 'fail', `${method}: ${key.reason}`);
  return check('signing-key', 'unknown', `${method}: ${key.reason}`, key.host);
}

/** Its address; some proofs carry the whole method, of which only the address may be believed. */
function methodOf({ verificationMethod }: Fields): string {
  return typeof verificationMethod === 'string'
    ? verificationMethod
    : (idOf(fieldsOf(verificationMethod)) ?? '');
}
