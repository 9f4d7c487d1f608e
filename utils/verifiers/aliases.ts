/**
 * Hosts under which one platform serves the same documents (facts on verification, sections 5 and 6). Credly's
 * assertions name www.credly.com whichever of the two is asked; youracclaim.com is its former name.
 */
const aliases: readonly (readonly [RegExp, string])[] = [
  [/^api\.(?:credly|youracclaim)\.com\/v1\//, 'www.credly.com/api/v1/'],
  [/^(?:www\.)?(?:credly|youracclaim)\.com\//, 'www.credly.com/'],
];

/** Two addresses name the same document when these are equal: scheme, port, case of the host and aliases left out. */
export function canonicalId(address: string): string {
  if (!URL.canParse(address)) return address.trim();
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return url.href;
  const plain = `${url.hostname}${url.pathname.replace(/\/+$/, '')}${url.search}`;
  return aliases.reduce((id, [pattern, replacement]) => id.replace(pattern, replacement), plain);
}

/** The host that stands for the platform of an address; null when it has none (`urn:uuid:…`). */
export function canonicalHost(address: string): string | null {
  if (!URL.canParse(address) || !/^https?:/.test(address)) return null;
  return canonicalId(`${new URL(address).origin}/`).replace(/\/.*$/, '');
}
