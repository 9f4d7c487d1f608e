/** A JSON-LD context document. */
export type ContextDocument = Readonly<Record<string, unknown>>;

/**
 * Terms that 1EdTech added to context-3.0.3.json after it was published, without a new version, because its policy
 * calls additions harmless (Open Badges 3.0 errata, "What constitutes a breaking change"): `jti` in November 2025,
 * `endorsementJwt` in June 2026.
 */
const laterTerms = {
  jti: { '@id': 'https://www.iana.org/assignments/jwt#jti', '@type': '@id' },
  endorsementJwt: {
    '@id': 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#endorsementJwt',
    '@container': '@set',
  },
};

/** The later edition of context-3.0.3.json, made from the earlier one that the package has. */
export function withLaterTerms(earlier: ContextDocument): ContextDocument {
  const terms = earlier['@context'];
  return { '@context': { ...(typeof terms === 'object' ? terms : {}), ...laterTerms } };
}

/** A context that no package has, short enough to be written from VC data model 2.0, "Vocabularies": its examples. */
export const ownContexts: ReadonlyMap<string, ContextDocument> = new Map([
  [
    'https://www.w3.org/ns/credentials/examples/v2',
    { '@context': { '@vocab': 'https://www.w3.org/ns/credentials/examples#' } },
  ],
]);
