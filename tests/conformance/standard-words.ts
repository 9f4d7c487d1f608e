import fc from 'fast-check';

/** Members that verifiers read. */
const names = `
  @context id @id type @type issuer credentialSubject achievement proof vc badge recipient identity hashed salt verify
  verification url creator revoked issuedOn issued_on expires validFrom validUntil issuanceDate credentialStatus image
  endorsement endorsementJwt refreshService credentialSchema identifier evidence criteria proofValue cryptosuite
  verificationMethod proofPurpose created __proto__ constructor`;

/** Values that lead somewhere. */
const texts = `
  https://w3id.org/openbadges/v2 https://www.w3.org/ns/credentials/v2 Assertion BadgeClass VerifiableCredential
  https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json OpenBadgeCredential https://badges.northwind.example/1
  did:web:northwind.example did:key:z6Mk did:jwk:e30 urn:1 DataIntegrityProof eddsa-rdfc-2022 eddsa-jcs-2022 z u
  ecdsa-sd-2023 Ed25519Signature2020 hosted SignedBadge sha256$00 assertionMethod BitstringStatusListEntry
  1EdTechRevocationList 2024-01-01T00:00:00Z 2024-13-01 data:image/png;base64, data:application/vc+jwt,e30.e30.e30`;

const wordsOf = (text: string) => fc.constantFrom(...text.trim().split(/\s+/));
const odd: readonly unknown[] = [null, true, false, 0, -1, 1e308, '', ' ', '\ud800', '\u0000'];
const value = fc.oneof(wordsOf(texts), fc.constantFrom(...odd), fc.string());

const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'medium', maxDepth: 6 },
    value,
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.array(fc.tuple(wordsOf(names), tie('tree')), { maxLength: 9 }).map(toObject),
  ),
}));

/** JSON objects in words of the standards: nonsense that gets far into a verifier. */
export const standardObject = fc
  .array(fc.tuple(wordsOf(names), tree), { minLength: 1, maxLength: 14 })
  .map(toObject);

function toObject(members: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  return Object.fromEntries(members);
}
