import canonicalize from 'canonicalize';
import type { Fields } from '../../open-badges/v3-fields';
import { measureDocument } from '../jsonld-limits';
import type { Cryptosuite, ProofKey, ProofResult, SecuredDocument } from './cryptosuite';
import { verifyHashes } from './proof-value';

/**
 * Suites that sign the text of a document as canonical JSON (RFC 8785): EdDSA and ECDSA cryptosuites 1.0, sections
 * 3.3. Every word is signed, whether a context defines it or not.
 */
export const jcsSuites: readonly Cryptosuite[] = [
  { names: ['eddsa-jcs-2022'], algorithms: ['Ed25519'], countEditions: async () => 1, verify },
  { names: ['ecdsa-jcs-2019'], algorithms: ['ES256', 'ES384'], countEditions: async () => 1, verify },
];

async function verify(secured: SecuredDocument, key: ProofKey | null): Promise<ProofResult> {
  const { excess } = measureDocument(secured.document);
  if (excess) return { kind: 'excessive', reason: excess };
  const document = toSignedDocument(secured);
  if (!document) return { kind: 'malformed', reason: '@context of the proof is not that of the document' };
  const { proofValue: _, ...options } = secured.proof;
  try {
    const texts = [canonicalize(options) ?? '', canonicalize(document) ?? ''] as const;
    return await verifyHashes(texts, secured, key, null);
  } catch (cause) {
    // Lone surrogates have no canonical form.
    return { kind: 'malformed', reason: String(cause) };
  }
}

/** A proof with contexts was made when the document had just these; more may have been added behind ("Verify Proof"). */
function toSignedDocument({ document, proof }: SecuredDocument): Fields | null {
  if (!('@context' in proof)) return document;
  const signed: unknown[] = [proof['@context']].flat();
  const present: unknown[] = [document['@context']].flat();
  const isPrefix = signed.every((context, index) => canonicalize(context) === canonicalize(present[index]));
  return isPrefix ? { ...document, '@context': proof['@context'] } : null;
}
