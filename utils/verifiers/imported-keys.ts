/** Keys met lately. An issuer signs many badges with one key, and importing one takes longer than using it. */
const imported = new Map<string, Promise<CryptoKey | null>>();
const maxImported = 64;

/** What WebCrypto wants to know of a key beside the key. */
export interface KeyParameters {
  readonly name: string;
  readonly namedCurve?: string;
  readonly hash?: string;
}

/**
 * A key for checking signatures; null for what is none. Members such as `use`, `alg` and `key_ops` are left out: what a
 * key is for, the document around it says.
 */
export function importKey(
  { kty, crv, x, y, n, e }: JsonWebKey,
  parameters: KeyParameters,
): Promise<CryptoKey | null> {
  const name = JSON.stringify([parameters.name, parameters.hash, crv, x, y, n, e]);
  const known = imported.get(name);
  if (known) return known;
  const bare = Object.fromEntries(Object.entries({ kty, crv, x, y, n, e }).filter(([, value]) => value));
  const key = crypto.subtle.importKey('jwk', bare, { ...parameters }, false, ['verify']).catch(() => null);
  if (imported.size >= maxImported) imported.delete(imported.keys().next().value ?? '');
  imported.set(name, key);
  return key;
}
