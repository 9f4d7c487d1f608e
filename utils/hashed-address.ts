import { fromBase64, toBase64 } from './base64';

/** An e-mail address of which only this is kept: enough to know it again, too little to read it. */
export interface HashedAddress {
  /** 16 random bytes, of this address alone: no table of everybody's addresses fits. Base64. */
  readonly salt: string;
  /** PBKDF2-HMAC-SHA-256 of the address. Base64. */
  readonly hash: string;
}

/**
 * Addresses are easy to guess, so each guess is made dear (OWASP Password Storage Cheat Sheet, 2023). Another number would
 * need a field beside `salt`: what is stored was made with this one.
 */
const rounds = 600_000;

/** What a person types as an e-mail address, as far as comparing needs it: something on both sides of one @. */
export function isAddressLike(text: string): boolean {
  return /^[^\s@]+@[^\s@]+$/.test(text.trim()) && text.length <= 320;
}

/** An address to be kept for comparing alone. Case and spaces around it do not count. */
export async function hashAddress(
  address: string,
  salt = toBase64(crypto.getRandomValues(new Uint8Array(16))),
): Promise<HashedAddress> {
  const normal = new TextEncoder().encode(address.normalize('NFC').trim().toLowerCase());
  const material = await crypto.subtle.importKey('raw', normal, 'PBKDF2', false, ['deriveBits']);
  const method = { name: 'PBKDF2', hash: 'SHA-256', salt: fromBase64(salt), iterations: rounds };
  return { salt, hash: toBase64(new Uint8Array(await crypto.subtle.deriveBits(method, material, 256))) };
}

/** Whether this is the address that was hashed. */
export async function isAddress(hashed: HashedAddress, address: string): Promise<boolean> {
  return (await hashAddress(address, hashed.salt)).hash === hashed.hash;
}

/** Those of `owners` that have this address among theirs. */
export async function ownersOf<Owner extends { readonly addresses?: readonly HashedAddress[] }>(
  owners: readonly Owner[],
  address: string,
): Promise<Owner[]> {
  const known = await Promise.all(
    owners.map(async ({ addresses = [] }) => {
      const matches = await Promise.all(addresses.map((hashed) => isAddress(hashed, address)));
      return matches.includes(true);
    }),
  );
  return owners.filter((_, index) => known[index]);
}

/** Those of one account as two copies of it know them, as a part of its row; nothing where there are none. */
export function joinAddresses(...copies: readonly { readonly addresses?: readonly HashedAddress[] }[]) {
  const all = copies.flatMap(({ addresses = [] }) => addresses);
  const addresses = [...new Map(all.map((address) => [address.hash, address])).values()];
  return addresses.length > 0 ? { addresses } : {};
}
