type Credential = Readonly<Record<string, unknown>>;

/** Whether a proof (eddsa-rdfc-2022 or Ed25519Signature2020 by a did:key) holds, as @digitalbazaar's libraries see it. */
export function verifyCredential(credential: Credential): Promise<boolean>;

/** An issuer with a key of its own, a did:key. */
export function createIssuer(): Promise<{
  readonly id: string;
  sign(credential: Credential, suite: 'eddsa-rdfc-2022' | 'Ed25519Signature2020'): Promise<Credential>;
}>;
