import { base58, base64urlnopad } from '@scure/base';
import type { Io } from '../io';
import { check, type Check } from '../verification';

/** What a key's id led to. */
export type KeyResolution =
  | {
      readonly kind: 'key';
      readonly jwk: JsonWebKey;
      readonly controller: string | null;
      readonly host: string | null;
    }
  | { readonly kind: 'unknown'; readonly reason: string; readonly host: string | null }
  | { readonly kind: 'invalid'; readonly reason: string };

export async function resolveKey(id: string, _context: { readonly io: Io }): Promise<KeyResolution> {
  const did = /^did:key:z([1-9A-HJ-NP-Za-km-z]+)/.exec(id);
  if (!did) return { kind: 'unknown', reason: 'not resolved yet', host: null };
  const bytes = base58.decode(did[1] ?? '');
  if (bytes[0] !== 0xed) return { kind: 'unknown', reason: 'not Ed25519', host: null };
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: base64urlnopad.encode(bytes.slice(2)) };
  return { kind: 'key', jwk, controller: did[0], host: null };
}

export async function keyBelongsToIssuer(
  key: Extract<KeyResolution, { kind: 'key' }>,
  issuerId: string,
  _context: { readonly io: Io },
): Promise<Check> {
  return check(
    'signing-key',
    key.controller === issuerId ? 'pass' : 'fail',
    `${key.controller} = ${issuerId}`,
  );
}
