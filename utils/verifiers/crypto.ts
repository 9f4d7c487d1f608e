/** Verifies a signature with WebCrypto. */
export async function verifySignature(
  jwk: JsonWebKey,
  algorithm: 'Ed25519' | 'ES256' | 'ES384' | 'RS256',
  signature: Uint8Array,
  data: Uint8Array,
): Promise<boolean> {
  const parameters = {
    Ed25519: { name: 'Ed25519' },
    ES256: { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' },
    ES384: { name: 'ECDSA', namedCurve: 'P-384', hash: 'SHA-384' },
    RS256: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
  }[algorithm];
  const { kty, crv, x, y, n, e } = jwk;
  const bare = Object.fromEntries(Object.entries({ kty, crv, x, y, n, e }).filter(([, value]) => value));
  const key = await crypto.subtle.importKey('jwk', bare, parameters, false, ['verify']);
  return crypto.subtle.verify(parameters, key, new Uint8Array(signature), new Uint8Array(data));
}
