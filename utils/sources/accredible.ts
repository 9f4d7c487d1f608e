import { AppError, toAppError } from '../errors';
import { safeUrl, type WebUrl } from '../html';
import type { Io } from '../io';
import { readJson, throwForStatus } from '../read-json';
import { accredibleAddresses, accredibleIdInPath, isAccredibleHost } from './accredible-addresses';
import { accredibleAssertion, accredibleIdIn } from './accredible-page';
import { parseCredential, toBadge, type AccredibleRecord } from './accredible-records';
import { badgesOf } from './badges-of';
import { fetchHostedRecord, type HostedRecord } from './hosted-record';
import { fetchLinkPage } from './link-pages';
import type { BadgeSource } from './source';

const { parseBadgeUrl } = accredibleAddresses;
const api = 'https://api.accredible.com';
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** What Accredible puts behind the links that it hands out for sharing, on whatever host. */
const shareMark = /^#(?:acc|gs)\.[\w-]+$/;
/** First words of their own pages, where a short code would stand. */
const notCodes = new Set(['profile', 'login', 'signup', 'settings', 'directory', 'sitemap', 'wallet']);
/** Faults that come and go; any other costs the criteria, not the badge. */
const passing = new Set(['offline', 'timeout', 'rate-limited', 'server-error', 'cancelled']);

/**
 * Accredible. Credentials by link; the list of a person's wallet is only for their own pages (facts on sources, 3). A short
 * link names its record on the page alone, so its host is asked for beside the API's.
 */
export const accredible: BadgeSource = {
  ...accredibleAddresses,
  askedAt: 'connecting',
  hosts: [`${api}/*`],
  examples: [],
  linkExamples: [
    'https://www.credential.net/6f0c1a52-98d1-4b3e-a2f4-0a1b2c3d4e5f#gs.1x2y3z',
    'https://www.credential.net/aaqjj8kx',
    'https://www.credential.net/10234567',
    'https://northwind.accredible.com/6f0c1a52-98d1-4b3e-a2f4-0a1b2c3d4e5f',
    'https://credentials.northwind.example/6f0c1a52-98d1-4b3e-a2f4-0a1b2c3d4e5f#acc.hwFQzG1D',
    'https://api.accredible.com/v1/obi/badge_assertions/6F0C1A52-98D1-4B3E-A2F4-0A1B2C3D4E5F',
  ],
  parseAccount: () => null,
  parseLink,
  hostsOf: ({ links = [] }) => [...new Set([`${api}/*`, ...links.flatMap(pageHosts)])],
  badgePageUrl: pageOf,
  assertionUrls: (badge) => (pageOf(badge) ? toList(safeUrl(accredibleAssertion(badge))) : []),
  fetchRecords: (account, cursor, io) => fetchLinkPage(account, cursor, (link) => fetchCredential(link, io)),
  toBadges: (records, account) => badgesOf(records, account, toBadge),
};

function pageOf(badge: string | null): WebUrl | null {
  return badge && uuid.test(badge) ? safeUrl(`https://www.credential.net/${badge}`) : null;
}

function parseLink(url: URL): WebUrl | null {
  const marked = shareMark.test(url.hash) ? accredibleIdInPath(url.pathname) : null;
  const badge = parseBadgeUrl(url) ?? marked;
  if (badge) return pageOf(badge);
  const code = codeIn(url);
  return code === null ? null : safeUrl(`https://${url.hostname}/${code}`);
}

/** A number or a short code where the id would stand. */
function codeIn({ hostname, pathname }: URL): string | null {
  if (!isAccredibleHost(hostname) || /^(?:(?:www|api|help|dashboard)\.)?accredible\.com$/.test(hostname))
    return null;
  const code = /^\/([a-z0-9]{6,12})\/?$/i.exec(pathname)?.[1] ?? '';
  return code === '' || notCodes.has(code) ? null : code;
}

/** Only a page under a short code has to be asked itself. */
function pageHosts(link: WebUrl): string[] {
  const url = new URL(link);
  const code = parseBadgeUrl(url) ? null : codeIn(url);
  return code && !/^\d+$/.test(code) ? [`${url.origin}/*`] : [];
}

async function fetchCredential(link: WebUrl, io: Io): Promise<AccredibleRecord> {
  const name = parseBadgeUrl(new URL(link)) ?? (await nameBehind(link, io));
  const response = await io.fetch(`${api}/v1/credential-net/credentials/${name}`, {
    maxBytes: 3_000_000,
    revalidate: true,
  });
  const credential = parseCredential(await readJson(response, io.now()));
  return { credential, assertion: await fetchAssertion(credential.uuid, io) };
}

/** The record's number or id, which the page of a short link says. */
async function nameBehind(link: WebUrl, io: Io): Promise<string> {
  const code = codeIn(new URL(link));
  if (code && /^\d+$/.test(code)) return code;
  const response = await io.fetch(link, { accept: 'text/html', maxBytes: 3_000_000, redirect: 'follow' });
  throwForStatus(response, io.now());
  const found = accredibleIdIn(await response.text());
  if (!found) throw new AppError('unsupported-badge', 'the page names no record of Accredible');
  return found;
}

async function fetchAssertion(badge: string, io: Io): Promise<HostedRecord | null> {
  const url = safeUrl(accredibleAssertion(badge));
  if (!url) return null;
  try {
    return await fetchHostedRecord([url], io);
  } catch (cause) {
    if (passing.has(toAppError(cause).code)) throw cause;
    return null;
  }
}

function toList(url: WebUrl | null): readonly WebUrl[] {
  return url ? [url] : [];
}
