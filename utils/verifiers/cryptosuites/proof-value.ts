import { base58, base64urlnopad } from '@scure/base';
import { sha256, sha384 } from '@noble/hashes/sha2.js';
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { verifySignature } from '../crypto';
import type { ProofAlgorithm, ProofKey, ProofResult, SecuredDocument } from './cryptosuite';

const signatureLengths: Readonly<Record<ProofAlgorithm, number>> = { Ed25519: 64, ES256: 64, ES384: 96 };

/** Multibase in base58 takes quadratic time to read; no signature is longer than this. */
const maxText = 200;

/** The signature in `proofValue`: multibase, base58 or base64url (Controlled Identifiers 1.0, "Multibase"). */
export function parseProofValue(value: unknown, algorithm: ProofAlgorithm): Uint8Array | null {
  if (typeof value !== 'string' || value.length > maxText) return null;
  const decode = value.startsWith('z') ? base58.decode : value.startsWith('u') ? base64urlnopad.decode : null;
  try {
    const bytes = decode?.(value.slice(1)) ?? null;
    return bytes?.length === signatureLengths[algorithm] ? bytes : null;
  } catch {
    return null;
  }
}

/** The digest that goes with a key: SHA-384 for P-384, else SHA-256. */
export function digestOf(algorithm: ProofAlgorithm | undefined): 'sha256' | 'sha384' {
  return algorithm === 'ES384' ? 'sha384' : 'sha256';
}

/** Verifies hash(proof options) + hash(document), as all suites but selective disclosure sign it. */
export async function verifyHashes(
  texts: readonly [proof: string, document: string],
  { proof }: SecuredDocument,
  key: ProofKey | null,
  quads: string | null,
): Promise<ProofResult> {
  if (!key) return { kind: 'unchecked', quads, reason: 'no key' };
  const signature = parseProofValue(proof['proofValue'], key.algorithm);
  if (!signature) return { kind: 'malformed', reason: `proofValue is no ${key.algorithm} signature` };
  const hash = digestOf(key.algorithm) === 'sha384' ? sha384 : sha256;
  const message = concatBytes(...texts.map((text) => hash(utf8ToBytes(text))));
  const isGood = await verifySignature(key.jwk, key.algorithm, signature, message);
  return { kind: isGood ? 'verified' : 'refused', quads, reason: key.algorithm };
}
