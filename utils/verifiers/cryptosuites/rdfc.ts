import { textsOf, type Fields } from '../../open-badges/v3-fields';
import type { Cryptosuite, ProofKey, ProofResult, SecuredDocument } from './cryptosuite';
import { digestOf, verifyHashes } from './proof-value';

/** Contexts that know a `DataIntegrityProof`; the first is added where none is there. */
const ownContexts = [
  'https://w3id.org/security/data-integrity/v2',
  'https://w3id.org/security/data-integrity/v1',
  'https://www.w3.org/ns/credentials/v2',
];

/**
 * Suites that sign the meaning of a document, its canonical N-Quads: EdDSA and ECDSA cryptosuites 1.0, sections 3.2
 * (https://www.w3.org/TR/vc-di-eddsa/, https://www.w3.org/TR/vc-di-ecdsa/), and Ed25519Signature2020, which hashes the
 * same way. `eddsa-2022` is the name that drafts of the first had.
 */
export const rdfcSuites: readonly Cryptosuite[] = [
  toSuite(['eddsa-rdfc-2022', 'eddsa-2022'], ['Ed25519'], ownContexts),
  toSuite(['Ed25519Signature2020'], ['Ed25519'], []),
  toSuite(['ecdsa-rdfc-2019', 'ecdsa-2019'], ['ES256', 'ES384'], ownContexts),
];

function toSuite(
  names: Cryptosuite['names'],
  algorithms: Cryptosuite['algorithms'],
  contexts: readonly string[],
): Cryptosuite {
  return {
    names,
    algorithms,
    countEditions: async (document) => (await import('../jsonld')).editionsOf(document),
    verify: (secured, key, edition) => verify(secured, key, edition, contexts),
  };
}

async function verify(
  secured: SecuredDocument,
  key: ProofKey | null,
  edition: number,
  contexts: readonly string[],
): Promise<ProofResult> {
  // Loaded when it is needed: most of what a browser meets are badges of 2.0.
  const { canonize } = await import('../jsonld');
  const digest = digestOf(key?.algorithm);
  const document = await canonize(secured.document, digest, edition);
  if (document.kind !== 'canonical') return document;
  const options = await canonize(toOptions(secured, contexts), digest, edition);
  if (options.kind !== 'canonical') return { ...options, reason: `proof: ${options.reason}` };
  return verifyHashes([options.quads, document.quads], secured, key, document.quads);
}

/**
 * The proof as it was signed: without its value, and read in the document's contexts ("Proof Configuration"). Where
 * those do not know a `DataIntegrityProof`, its own is added, as the libraries do that signed it; with
 * Ed25519Signature2020 they do not, and nobody can have signed that without its context.
 */
function toOptions({ document, proof }: SecuredDocument, contexts: readonly string[]): Fields {
  const { proofValue: _, ...options } = proof;
  const own: unknown[] = [options['@context'] ?? document['@context'] ?? []].flat();
  const isKnown = textsOf(own).some((context) => contexts.includes(context));
  const [missing] = isKnown ? [] : contexts;
  return { ...options, '@context': missing ? [...own, missing] : own };
}
