/** An e-mail address of which only this is kept: enough to know it again, too little to read it. */
export interface HashedAddress {
  /** Random, of this browser alone: a table of everybody's addresses made elsewhere does not fit. Hexadecimal. */
  readonly salt: string;
  /** SHA-256 over the salt and the address, hexadecimal. */
  readonly hash: string;
}

/** An address to be kept for comparing alone. Case and spaces around it do not count. */
export async function hashAddress(address: string, salt = randomSalt()): Promise<HashedAddress> {
  const normal = address.normalize('NFC').trim().toLowerCase();
  const bytes = new TextEncoder().encode(`${salt} ${normal}`);
  return { salt, hash: toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))) };
}

/** Whether this is the address that was hashed. */
export async function isAddress(hashed: HashedAddress, address: string): Promise<boolean> {
  return (await hashAddress(address, hashed.salt)).hash === hashed.hash;
}

function randomSalt(): string {
  return toHex(crypto.getRandomValues(new Uint8Array(16)));
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
