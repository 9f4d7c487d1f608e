import { textsOf, type Fields } from '../../open-badges/v3-fields';
import type { Cryptosuite, ProofKey, ProofResult, SecuredDocument } from './cryptosuite';
import { digestOf, verifyHashes } from './proof-value';

const ed25519Context = 'https://w3id.org/security/suites/ed25519-2020/v1';

/**
 * Suites that sign the meaning of a document, its canonical N-Quads: EdDSA and ECDSA cryptosuites 1.0, sections 3.2
 * (https://www.w3.org/TR/vc-di-eddsa/, https://www.w3.org/TR/vc-di-ecdsa/), and Ed25519Signature2020, which hashes the
 * same way. `eddsa-2022` is the name that drafts of the first had.
 */
export const rdfcSuites: readonly Cryptosuite[] = [
  toSuite(['eddsa-rdfc-2022', 'eddsa-2022'], ['Ed25519']),
  toSuite(['Ed25519Signature2020'], ['Ed25519'], ed25519Context),
  toSuite(['ecdsa-rdfc-2019', 'ecdsa-2019'], ['ES256', 'ES384']),
];

function toSuite(
  names: Cryptosuite['names'],
  algorithms: Cryptosuite['algorithms'],
  ownContext?: string,
): Cryptosuite {
  return {
    names,
    algorithms,
    countEditions: async (document) => (await import('../jsonld')).editionsOf(document),
    verify: (secured, key, edition) => verify(secured, key, edition, ownContext),
  };
}

async function verify(
  secured: SecuredDocument,
  key: ProofKey | null,
  edition: number,
  ownContext?: string,
): Promise<ProofResult> {
  // Loaded when it is needed: most of what a browser meets are badges of 2.0.
  const { canonize } = await import('../jsonld');
  const digest = digestOf(key?.algorithm);
  const document = await canonize(secured.document, digest, edition);
  if (document.kind !== 'canonical') return document;
  const options = await canonize(toOptions(secured, ownContext), digest, edition);
  if (options.kind !== 'canonical') return { ...options, reason: `proof: ${options.reason}` };
  return verifyHashes([options.quads, document.quads], secured, key, document.quads);
}

/**
 * The proof as it was signed: without its value, and read in the document's contexts ("Proof Configuration"). Where
 * those do not know the suite, nobody can have signed it so; only of Ed25519Signature2020 libraries add the context
 * themselves when they sign.
 */
function toOptions({ document, proof }: SecuredDocument, ownContext?: string): Fields {
  const { proofValue: _, ...options } = proof;
  const given: unknown[] = [options['@context'] ?? document['@context'] ?? []].flat();
  const isKnown = !ownContext || textsOf(given).includes(ownContext);
  return { ...options, '@context': isKnown ? given : [...given, ownContext] };
}
