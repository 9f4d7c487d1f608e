import { verifyEd25519 } from './ed25519';
import { importKey } from './imported-keys';

/** Kinds of keys, as `crv` or `kty` name them. */
type KeyKind = 'Ed25519' | 'P-256' | 'P-384' | 'P-521' | 'RSA';

const ecdsa = (namedCurve: KeyKind, hash: string) =>
  ({ kind: namedCurve, importAs: { name: 'ECDSA', namedCurve }, verifyAs: { name: 'ECDSA', hash } }) as const;
const pkcs1 = (hash: string) => {
  const name = 'RSASSA-PKCS1-v1_5';
  return { kind: 'RSA', importAs: { name, hash }, verifyAs: { name } } as const;
};
const pss = (hash: string, saltLength: number) => {
  const name = 'RSA-PSS';
  return { kind: 'RSA', importAs: { name, hash }, verifyAs: { name, saltLength } } as const;
};

/**
 * Names of JOSE (RFC 7518, RFC 9864) and WebCrypto's words for them. `Ed25519` is what JOSE used to call `EdDSA`. Open
 * Badges asks for RS256; issuers of signed badges used its stronger kin as well.
 */
const algorithms = {
  Ed25519: { kind: 'Ed25519', importAs: { name: 'Ed25519' }, verifyAs: { name: 'Ed25519' } },
  ES256: ecdsa('P-256', 'SHA-256'),
  ES384: ecdsa('P-384', 'SHA-384'),
  ES512: ecdsa('P-521', 'SHA-512'),
  RS256: pkcs1('SHA-256'),
  RS384: pkcs1('SHA-384'),
  RS512: pkcs1('SHA-512'),
  PS256: pss('SHA-256', 32),
  PS384: pss('SHA-384', 48),
  PS512: pss('SHA-512', 64),
} as const;
export type SignatureAlgorithm = keyof typeof algorithms;

/** Letters of base64url: 2048 bits at least (RFC 7518, section 3.3), and no more than browsers will take. */
const modulusLetters = { min: 342, max: 1366 };
/** 65537 has 4; a long exponent is only there to keep us busy. */
const maxExponentLetters = 7;

/** The algorithm that a header names (`alg`); null for one that cannot be verified here. */
export function parseAlgorithm(alg: unknown): SignatureAlgorithm | null {
  if (alg === 'EdDSA') return 'Ed25519';
  return typeof alg === 'string' && Object.hasOwn(algorithms, alg) ? (alg as SignatureAlgorithm) : null;
}

/** Why a key cannot be used with an algorithm, in English; null when it can. No signature is wrong because of it. */
export async function keyFault(jwk: JsonWebKey, algorithm: SignatureAlgorithm): Promise<string | null> {
  const { kty, crv, n = '', e = '' } = jwk;
  const { kind, importAs } = algorithms[algorithm];
  if ((kty === 'RSA' ? kty : crv) !== kind) return `a key for ${crv ?? kty ?? 'nothing'}`;
  if (kind === 'RSA') {
    if (n.length < modulusLetters.min || n.length > modulusLetters.max)
      return `RSA key of ${Math.floor(n.length * 6)} bits`;
    if (e.length > maxExponentLetters) return 'RSA key with a long exponent';
  }
  // Where the browser does not know the curve, noble finds out whether it is a point.
  if (algorithm === 'Ed25519') return /^[\w-]{43}$/.test(jwk.x ?? '') ? null : 'no key of Ed25519';
  return (await importKey(jwk, importAs)) ? null : `no key for ${algorithm}`;
}

/**
 * Whether a signature is the key's over the data. ECDSA signatures are r and s (IEEE P1363), not DER. A key that is none,
 * is too short, or is for something else verifies nothing. Never throws.
 */
export async function verifySignature(
  jwk: JsonWebKey,
  algorithm: SignatureAlgorithm,
  signature: Uint8Array,
  data: Uint8Array,
): Promise<boolean> {
  if ((await keyFault(jwk, algorithm)) !== null) return false;
  if (algorithm === 'Ed25519') return verifyEd25519(jwk.x ?? '', signature, data);
  const { importAs, verifyAs } = algorithms[algorithm];
  const key = await importKey(jwk, importAs);
  if (!key) return false;
  // Copies: WebCrypto refuses views of shared memory, and the types know it.
  return crypto.subtle.verify(verifyAs, key, new Uint8Array(signature), new Uint8Array(data));
}
