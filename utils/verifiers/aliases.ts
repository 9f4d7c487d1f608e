import { getDomain } from 'tldts';
import { safeUrl, type WebUrl } from '../html';

/**
 * Hosts under which one platform serves the same documents (facts on verification, sections 5 and 6). Credly's
 * assertions name www.credly.com whichever of the two is asked; youracclaim.com is its former name. Badgr's hosts moved
 * to Parchment, region by region; old ids stayed. A host for trials is another platform: anybody may issue there.
 */
const aliases: readonly (readonly [RegExp, string])[] = [
  [/^api\.(?:credly|youracclaim)\.com\/v1\//, 'www.credly.com/api/v1/'],
  [/^(?:(?:www|api)\.)?(?:credly|youracclaim)\.com\//, 'www.credly.com/'],
  [/^(?:(?:api|www)\.)?badgr\.(?:io|com)\//, 'api.badges.parchment.com/'],
  [/^(?:api\.)?(eu|au|ca|sg)\.badgr\.(?:io|com)\//, 'api.$1.badges.parchment.com/'],
  [/^(?:api\.)?badges\.parchment\.(eu|au|ca|sg)\//, 'api.$1.badges.parchment.com/'],
  [/^(eu|au|ca|sg)\.badges\.parchment\.com\//, 'api.$1.badges.parchment.com/'],
  [/^badges\.parchment\.com\//, 'api.badges.parchment.com/'],
];

/** Parameters that ask for another form of the same document: Badgr's `v` and `expand`, Moodle's `obversion`. */
const formParameters: Readonly<Record<string, RegExp>> = {
  v: /^\d_\d$/,
  expand: /^/,
  obversion: /^\d$/,
  identity__email: /^/,
  identity__url: /^/,
};

/**
 * Two addresses name the same document when these are equal: scheme, port, case of the host, a slash at the end, the
 * order of parameters and aliases left out (facts, section 5, nos. 4 and 8).
 */
export function canonicalId(address: string): string {
  if (!URL.canParse(address)) return address.trim();
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return url.href;
  for (const [name, values] of Object.entries(formParameters)) {
    if (values.test(url.searchParams.get(name) ?? '')) url.searchParams.delete(name);
  }
  url.searchParams.sort();
  const plain = `${url.hostname}${url.pathname.replace(/\/+$/, '')}${url.search}`;
  return withAliases(plain);
}

/** The host that stands for the platform of an address; null when it has none (`urn:uuid:…`). */
export function canonicalHost(address: string): string | null {
  if (!isWebAddress(address)) return null;
  return withAliases(`${new URL(address).hostname}/`).replace(/\/.*$/, '');
}

/**
 * True when both are of one site: the same platform, or the same domain that somebody registered. A redirect from
 * `school.example` to `www.school.example` is the school's; one to another site may be anybody's.
 */
export function isSameSite(one: string, other: string): boolean {
  const hosts = [canonicalHost(one), canonicalHost(other)];
  if (hosts[0] === hosts[1]) return hosts[0] !== null;
  const [own, asked] = hosts.map((host) => host && getDomain(host, { allowPrivateDomains: true }));
  return own !== null && own === asked;
}

/** True for http and https. */
export function isWebAddress(address: string): boolean {
  return /^https?:\/\//i.test(address.trim()) && URL.canParse(address);
}

/** The address that is asked for an id: http is asked over https. Null when there is nothing to ask. */
export function toAsked(address: string): WebUrl | null {
  if (!isWebAddress(address)) return null;
  const url = new URL(address);
  if (url.protocol === 'http:' && url.port !== '') return null;
  url.protocol = 'https:';
  url.hash = '';
  return safeUrl(url.href);
}

/** True when the address lies within a prefix that an issuer published (`startsWith`): the host as a whole. */
export function startsWith(address: string, prefix: string): boolean {
  if (!isWebAddress(prefix)) return !/^https?:/i.test(prefix) && prefix !== '' && address.startsWith(prefix);
  if (canonicalHost(address) !== canonicalHost(prefix)) return false;
  const [own, wanted] = [new URL(address), new URL(prefix)];
  return `${own.pathname}${own.search}`.startsWith(`${wanted.pathname}${wanted.search}`);
}

function withAliases(plain: string): string {
  return aliases.reduce((id, [pattern, replacement]) => id.replace(pattern, replacement), plain);
}
