type Json = Readonly<Record<string, unknown>>;

/** Documents by their address: DID documents, keys, contexts that no package has. */
export type Documents = (address: string) => object | undefined;

/** A key pair of @digitalbazaar's packages: to be handed back, and no more. */
export interface KeyPair {
  readonly publicKeyMultibase: string;
}

export interface Signing {
  readonly key: KeyPair;
  /** The verification method that the proof names. */
  readonly method: string;
  readonly suite: string;
  /** `assertionMethod`, unless it is to be the other. */
  readonly purpose?: 'authentication' | undefined;
  readonly documents: Documents;
}

/** Makes a key. */
export function generateKey(curve: 'Ed25519' | 'P-256' | 'P-384'): Promise<KeyPair>;

/** The same key as a private JWK, and its public half as a Multikey. */
export function exportKey(key: KeyPair): Promise<{ readonly jwk: JsonWebKey; readonly multikey: string }>;

/** The document with a proof; with ecdsa-sd-2023 what a holder shows who shows everything. */
export function signCredential(document: Json, signing: Signing): Promise<Record<string, unknown>>;

/** What @digitalbazaar/vc thinks of a credential. Status entries are taken for good. Never throws. */
export function judgeCredential(
  credential: Json,
  given: { readonly documents: Documents; readonly now: Date },
): Promise<{ readonly verified: boolean; readonly reason: string }>;
