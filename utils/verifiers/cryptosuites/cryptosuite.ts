import type { Fields } from '../../open-badges/v3-fields';

/** The curve of the key decides the digest of the ECDSA suites. */
export type ProofAlgorithm = 'Ed25519' | 'ES256' | 'ES384';

/** What a proof stands under: the document without that proof, and the proof with its value. */
export interface SecuredDocument {
  readonly document: Fields;
  readonly proof: Fields;
}

/** The key that a proof names. */
export interface ProofKey {
  readonly jwk: JsonWebKey;
  readonly algorithm: ProofAlgorithm;
}

/** What a suite found out about one proof. */
export type ProofResult =
  | {
      /** `unchecked`: there was no key to check it with. */
      readonly kind: 'verified' | 'refused' | 'unchecked';
      /** The statements that were signed; null where the text was signed and not its meaning. */
      readonly quads: string | null;
      readonly reason: string;
    }
  | {
      /** `unsafe`: something in the document is defined by no context. `malformed`: the proof cannot be one. */
      readonly kind: 'unknown-context' | 'unsafe' | 'excessive' | 'malformed';
      readonly reason: string;
    };

/** A way to secure a document (Data Integrity 1.0, "Cryptographic Suites"). */
export interface Cryptosuite {
  /** Values of `cryptosuite`, or of `type` for suites that are older than that word. */
  readonly names: readonly string[];
  /** Keys that it may be used with. */
  readonly algorithms: readonly ProofAlgorithm[];
  /** How often the document may have to be read, since contexts have changed under their address. */
  countEditions(document: Fields): Promise<number>;
  /** Checks a proof; without a key, only whether the document can be read as signed. Never throws. */
  verify(secured: SecuredDocument, key: ProofKey | null, edition: number): Promise<ProofResult>;
}
