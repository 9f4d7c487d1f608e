import type { Io } from '../io';
import type { IssuerTrust } from '../verification';
import { askRegistries } from './issuer-registries';
import { findPlatform } from './known-issuers';
import type { IssuerClaim } from './verifier';

/** Addresses of a profile that are looked at; a hostile one may name thousands. */
const maxUrls = 10;

interface TrustOptions {
  /** Whether public registries of issuers may be asked over the network. */
  readonly mayAskRegistries?: boolean;
}

/**
 * Who the issuer is, apart from whether the badge is right. Never throws. Only an id that the host or the key proves
 * counts for anything; what a badge merely says of its issuer is that badge's word.
 */
export async function judgeIssuer(issuer: IssuerClaim, io: Io, options: TrustOptions): Promise<IssuerTrust> {
  const host = hostOf(issuer.id);
  const proven = issuer.isProven ? host : null;
  // The list of public suffixes and the table of look-alike letters are large, and not needed before.
  const { domainOf, findImitated } = await import('./look-alike');
  const platform = proven && findPlatform(proven, domainOf(proven));
  if (platform) return { level: 'platform', name: platform.name, detail: issuer.id };
  const addresses = [issuer.id, ...issuer.urls.slice(0, maxUrls)];
  const imitation = findImitation(addresses, findImitated);
  if (imitation) return imitation;
  const mayAsk = issuer.isProven && options.mayAskRegistries === true && issuer.id.startsWith('did:');
  const answer = mayAsk ? await askRegistries(withoutFragment(issuer.id), io) : null;
  if (answer?.registry) return { level: 'registry', name: answer.registry, detail: answer.detail };
  const detail = [issuer.id, answer?.detail].filter(Boolean).join('; ');
  if (proven) return { level: 'domain', name: domainOf(proven) ?? proven, detail };
  return { level: 'self-asserted', name: '', detail };
}

/**
 * What the address of a badge shows when no issuer could be read behind it: that it imitates somebody, or nothing. A
 * reader who is asked to let it be asked should know. Never throws.
 */
export async function judgeAddress(address: string): Promise<IssuerTrust | null> {
  const { findImitated } = await import('./look-alike');
  return findImitation([address], findImitated);
}

/** The host of a web address or a did:web (https://w3c-ccg.github.io/did-method-web/), in ASCII; null for other ids. */
export function hostOf(id: string): string | null {
  const name = /^did:web:([^:#?/]+)/i.exec(id)?.[1];
  const address = name ? `https://${decode(name)}/` : id;
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return null;
  return new URL(address).hostname.replace(/\.$/, '');
}

/** A port is written `%3A8443` there. */
function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** The first of the addresses that looks like somebody else's. */
function findImitation(
  addresses: readonly string[],
  findImitated: (host: string) => string | null,
): IssuerTrust | null {
  for (const address of addresses) {
    const host = hostOf(address);
    const name = host && findImitated(host);
    if (host && name) return { level: 'look-alike', name, detail: `${host} ≠ ${name}` };
  }
  return null;
}

function withoutFragment(did: string): string {
  return did.replace(/#.*$/, '');
}
