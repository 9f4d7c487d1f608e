import { fieldsOf } from '../open-badges/v3-fields';

/** Members of a public key (RFC 7518, section 6), and what is said of it. */
const members = ['kty', 'crv', 'x', 'y', 'n', 'e', 'kid', 'use'];

/** A JWK that somebody else wrote: its public half, as far as it is text. Null for what is none. */
export function parseJwk(value: unknown): JsonWebKey | null {
  const fields = fieldsOf(value);
  if (typeof fields?.['kty'] !== 'string') return null;
  return Object.fromEntries(
    members.map((name) => [name, fields[name]]).filter(([, member]) => typeof member === 'string'),
  ) as JsonWebKey;
}
