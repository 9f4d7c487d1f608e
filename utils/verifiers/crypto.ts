/** Names of JOSE (RFC 7518, RFC 8037); `Ed25519` is what JOSE used to call `EdDSA`. */
export type SignatureAlgorithm = 'Ed25519' | 'ES256' | 'ES384' | 'RS256';

/** WebCrypto's words for them. */
const parameters = {
  Ed25519: { name: 'Ed25519' },
  ES256: { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' },
  ES384: { name: 'ECDSA', namedCurve: 'P-384', hash: 'SHA-384' },
  RS256: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
} as const;

/** Keys met lately. An issuer signs many badges with one key, and importing one takes longer than using it. */
const imported = new Map<string, Promise<CryptoKey | null>>();
const maxImported = 64;

/** The algorithm that a key is for; null for one that we do not know. RSA keys are for RS256 here. */
export function algorithmOf({ kty, crv }: JsonWebKey): SignatureAlgorithm | null {
  if (kty === 'RSA') return 'RS256';
  if (kty === 'OKP') return crv === 'Ed25519' ? 'Ed25519' : null;
  if (crv === 'P-256') return 'ES256';
  return crv === 'P-384' ? 'ES384' : null;
}

/**
 * Whether a signature is the key's over the data. ECDSA signatures are r and s (IEEE P1363), not DER. A key that is none
 * verifies nothing. WebCrypto decides; where it knows no Ed25519 (Chrome before 137), @noble/curves does, by the same
 * strict rule of RFC 8032 (no `zip215`).
 */
export async function verifySignature(
  jwk: JsonWebKey,
  algorithm: SignatureAlgorithm,
  signature: Uint8Array,
  data: Uint8Array,
): Promise<boolean> {
  if (algorithmOf(jwk) !== algorithm) return false;
  if (algorithm === 'Ed25519' && !(await hasEd25519())) return verifyWithNoble(jwk, signature, data);
  const key = await importKey(jwk, algorithm);
  if (!key) return false;
  // Copies: WebCrypto refuses views of shared memory, and the types know it.
  return crypto.subtle.verify(parameters[algorithm], key, new Uint8Array(signature), new Uint8Array(data));
}

/** Null for what is no key of the algorithm, or an RSA key that is too short to mean anything (RFC 7518, 3.3). */
function importKey(jwk: JsonWebKey, algorithm: SignatureAlgorithm): Promise<CryptoKey | null> {
  const { kty, crv, x, y, n, e } = jwk;
  const name = [algorithm, crv, x, y, n, e].join(' ');
  const known = imported.get(name);
  if (known) return known;
  // 2048 bits are 342 characters of base64url.
  if (kty === 'RSA' && (n ?? '').length < 342) return Promise.resolve(null);
  // Members such as `use` and `key_ops` are not ours to fail on: the document around the key says what it is for.
  const bare = Object.fromEntries(Object.entries({ kty, crv, x, y, n, e }).filter(([, value]) => value));
  const key = crypto.subtle
    .importKey('jwk', bare, parameters[algorithm], false, ['verify'])
    .catch(() => null);
  if (imported.size >= maxImported) imported.delete(imported.keys().next().value ?? '');
  imported.set(name, key);
  return key;
}

let ed25519: Promise<boolean> | null = null;

/** Asked once: browsers that do not know the curve say so when a key is imported. */
function hasEd25519(): Promise<boolean> {
  const example = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' };
  ed25519 ??= crypto.subtle
    .importKey('jwk', example, parameters.Ed25519, false, ['verify'])
    .then(() => true)
    .catch(() => false);
  return ed25519;
}

async function verifyWithNoble({ x }: JsonWebKey, signature: Uint8Array, data: Uint8Array): Promise<boolean> {
  const [{ ed25519: curve }, { base64urlnopad }] = await Promise.all([
    import('@noble/curves/ed25519.js'),
    import('@scure/base'),
  ]);
  try {
    return curve.verify(signature, data, base64urlnopad.decode(x ?? ''), { zip215: false });
  } catch {
    return false;
  }
}
