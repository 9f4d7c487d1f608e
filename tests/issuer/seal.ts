import { dateNames, vocabularies, type Model } from './credentials.ts';
import { signCredential } from './digitalbazaar.mjs';
import { toLookup, type Identity } from './identities.ts';
import type { Algorithm, IssuerKey } from './keys.ts';
import type { Documents, Json } from './minted.ts';
import { signToken } from './tokens.ts';

/** A proof of Data Integrity by its suite, or a token with the credential as `vc` claim or as the payload itself. */
export type Proof =
  | { readonly kind: 'suite'; readonly suite: string }
  | { readonly kind: 'token'; readonly layout: 'vc' | 'payload' };

/** A credential with its issuer's word on it. */
export type Sealed =
  { readonly kind: 'json'; readonly json: Json } | { readonly kind: 'token'; readonly token: string };

/** Everything that goes into one seal. */
export interface Sealing {
  readonly proof: Proof;
  readonly model: Model;
  readonly key: IssuerKey;
  /** How the proof names its key; mostly the issuer's own. */
  readonly identity: Identity;
  readonly draft: Json;
  readonly documents: Documents;
  readonly purpose?: 'authentication';
  /** Claims of a token that are to be other than the credential's. */
  readonly claims?: Json;
  /** Contexts that only this issuer knows. */
  readonly contexts?: Readonly<Record<string, object>>;
}

/** Contexts that a suite needs beside those of the badge. */
export function contextsFor(proof: Proof, model: Model): string[] {
  if (proof.kind === 'token') return [];
  if (proof.suite === 'Ed25519Signature2020') return [vocabularies.Ed25519Signature2020];
  return model === '1.1' ? [vocabularies.dataIntegrity] : [];
}

/** The suite of today for a key. */
export function suiteFor(algorithm: Algorithm): Proof {
  if (algorithm === 'RS256') return { kind: 'token', layout: 'payload' };
  return { kind: 'suite', suite: algorithm === 'EdDSA' ? 'eddsa-rdfc-2022' : 'ecdsa-rdfc-2019' };
}

export async function seal(sealing: Sealing): Promise<Sealed> {
  const { proof, key, identity, draft } = sealing;
  if (proof.kind === 'token') {
    const header = { typ: 'JWT', ...identity.header };
    return { kind: 'token', token: await signToken(toClaims(sealing), key, header) };
  }
  if (!key.pair) throw new Error(`no suite for ${key.algorithm}`);
  const json = await signCredential(draft, {
    key: key.pair,
    method: identity.method,
    suite: proof.suite,
    purpose: sealing.purpose,
    documents: toLookup(sealing.documents, sealing.contexts),
  });
  return { kind: 'json', json };
}

/** Claims that repeat the credential (VC data model 1.1, section 6.3.1). */
export function toClaims({ proof, model, draft, claims }: Sealing): Json {
  const [from, until] = dateNames(model);
  const subject = draft['credentialSubject'] as Json;
  const own = {
    iss: (draft['issuer'] as Json)['id'],
    ...(subject['id'] ? { sub: subject['id'] } : {}),
    jti: draft['id'],
    nbf: toSeconds(draft[from]),
    ...(until in draft ? { exp: toSeconds(draft[until]) } : {}),
    ...claims,
  };
  return proof.kind === 'token' && proof.layout === 'vc' ? { ...own, vc: draft } : { ...draft, ...own };
}

function toSeconds(moment: unknown): number {
  return Math.floor(Date.parse(String(moment)) / 1000);
}

/** As it lies in a file. */
export function toText(sealed: Sealed): string {
  return sealed.kind === 'token' ? sealed.token : JSON.stringify(sealed.json);
}
