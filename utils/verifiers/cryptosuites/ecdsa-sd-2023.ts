import type { Cryptosuite, ProofKey, ProofResult, SecuredDocument } from './cryptosuite';

/** A derived proof has a signature for every statement that was not mandatory. */
const maxText = 100_000;
/** CBOR tag 0x5d00 in base64url: the proof from which the holder derives others ("Base Proof"). */
const baseProof = /^u2V0A/;

/**
 * Selective disclosure: the holder shows some of the statements, and proves that each was signed
 * (ECDSA cryptosuites 1.0, section 3.5). Rare, so the library that does it is loaded when one is met.
 */
export const ecdsaSd2023: Cryptosuite = {
  names: ['ecdsa-sd-2023'],
  algorithms: ['ES256'],
  countEditions: async (document) => (await import('../jsonld')).editionsOf(document),
  verify,
};

async function verify(secured: SecuredDocument, key: ProofKey | null, edition: number): Promise<ProofResult> {
  const { canonize } = await import('../jsonld');
  const canonical = await canonize(secured.document, 'sha256', edition);
  if (canonical.kind !== 'canonical') return canonical;
  const { proofValue } = secured.proof;
  const { quads } = canonical;
  if (typeof proofValue !== 'string' || proofValue.length > maxText) {
    return { kind: 'malformed', reason: 'proofValue is no derived proof' };
  }
  if (baseProof.test(proofValue))
    return { kind: 'unchecked', quads, reason: 'a base proof is for its holder only' };
  if (!key) return { kind: 'unchecked', quads, reason: 'no key' };
  try {
    return {
      kind: (await isVerified(secured, key, edition)) ? 'verified' : 'refused',
      quads,
      reason: 'ES256',
    };
  } catch (cause) {
    return { kind: 'refused', quads, reason: cause instanceof Error ? cause.message : String(cause) };
  }
}

async function isVerified(
  { document, proof }: SecuredDocument,
  key: ProofKey,
  edition: number,
): Promise<boolean> {
  const { createVerifyCryptosuite } = await import('@digitalbazaar/ecdsa-sd-2023-cryptosuite');
  const { findContext } = await import('../contexts');
  const cryptosuite = createVerifyCryptosuite();
  const documentLoader = async (address: string) => {
    const context = findContext(address, edition);
    if (!context) throw new Error(`unknown context ${address}`);
    // The library writes into what it is given.
    return { documentUrl: address, contextUrl: null, document: structuredClone(context) };
  };
  const data = await cryptosuite.createVerifyData({ cryptosuite, document, proof, documentLoader });
  const verificationMethod = { id: 'urn:key', type: 'JsonWebKey', publicKeyJwk: key.jwk };
  const verifier = await cryptosuite.createVerifier({ verificationMethod });
  return verifier.verify({ data });
}
