import { verifyEd25519 } from './ed25519';
import { importKey } from './imported-keys';

/** Names of JOSE (RFC 7518, RFC 9864); `Ed25519` is what JOSE used to call `EdDSA`. */
export type SignatureAlgorithm = 'Ed25519' | 'ES256' | 'ES384' | 'RS256';

/** WebCrypto's words for them. */
const parameters = {
  Ed25519: { name: 'Ed25519' },
  ES256: { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' },
  ES384: { name: 'ECDSA', namedCurve: 'P-384', hash: 'SHA-384' },
  RS256: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
} as const;

/** Letters of base64url: 2048 bits at least (RFC 7518, section 3.3), and no more than browsers will take. */
const modulusLetters = { min: 342, max: 1366 };
/** 65537 has 4; a long exponent is only there to keep us busy. */
const maxExponentLetters = 7;

/** The algorithm that a key is for; null for one that we do not know. RSA keys are for RS256 here. */
export function algorithmOf({ kty, crv }: JsonWebKey): SignatureAlgorithm | null {
  if (kty === 'RSA') return 'RS256';
  if (kty === 'OKP') return crv === 'Ed25519' ? 'Ed25519' : null;
  if (crv === 'P-256') return 'ES256';
  return crv === 'P-384' ? 'ES384' : null;
}

/** Why a key cannot be used with an algorithm, in English; null when it can. No signature is wrong because of it. */
export async function keyFault(jwk: JsonWebKey, algorithm: SignatureAlgorithm): Promise<string | null> {
  const { kty, crv, n = '', e = '' } = jwk;
  if (algorithmOf(jwk) !== algorithm) return `a key for ${crv ?? kty ?? 'nothing'}`;
  if (algorithm === 'RS256') {
    if (n.length < modulusLetters.min || n.length > modulusLetters.max)
      return `RSA key of ${Math.floor(n.length * 6)} bits`;
    if (e.length > maxExponentLetters) return 'RSA key with a long exponent';
  }
  // Where the browser does not know the curve, noble finds out whether it is a point.
  if (algorithm === 'Ed25519') return /^[\w-]{43}$/.test(jwk.x ?? '') ? null : 'no key of Ed25519';
  return (await importKey(jwk, parameters[algorithm])) ? null : `no key for ${algorithm}`;
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
  const key = await importKey(jwk, parameters[algorithm]);
  if (!key) return false;
  // Copies: WebCrypto refuses views of shared memory, and the types know it.
  return crypto.subtle.verify(parameters[algorithm], key, new Uint8Array(signature), new Uint8Array(data));
}
