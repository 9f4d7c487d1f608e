import { AppError, toAppError } from '../errors';
import { safeUrl, type WebUrl } from '../html';
import type { Io } from '../io';
import { fetchHostedRecord, type HostedRecord } from './hosted-record';
import { parseHtmlPage } from './html-page';
import { fetchLinkedPage, toLinkedBadges, type LinkedRecord } from './linked-badge';
import { moodleAddresses } from './moodle-addresses';
import type { BadgeSource } from './source';

const { parseBadgeUrl } = moodleAddresses;
const hash = '0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d';

/** Moodle, any site of it: the browser is asked for each by itself. */
export const moodle: BadgeSource = {
  ...moodleAddresses,
  askedAt: 'connecting',
  hosts: [],
  examples: [],
  linkExamples: [
    `https://moodle.harbour.example/badges/badge.php?hash=${hash}`,
    `https://www.harbour.example/learn/badges/badge.php?hash=${hash}`,
    `https://moodle.harbour.example/badges/assertion.php?b=${hash}&obversion=2`,
  ],
  parseAccount: () => null,
  parseLink: (url) => pageOf(parseBadgeUrl(url)),
  hostsOf: ({ links = [] }) => [...new Set(links.map((link) => `${new URL(link).origin}/*`))],
  badgePageUrl: pageOf,
  assertionUrls,
  fetchRecords: (account, cursor, io) => fetchLinkedPage(account, cursor, (link) => fetchLinked(link, io)),
  toBadges: toLinkedBadges,
};

/** What an id names; null for one that would not be read back. */
function placeOf(badge: string): { readonly base: string; readonly hash: string } | null {
  const [, place, name] = /^([^?#\s]+)\/([0-9a-f]{40})$/.exec(badge) ?? [];
  const base = `https://${place ?? ''}/badges`;
  const page = safeUrl(`${base}/badge.php?hash=${name ?? ''}`);
  return place && name && page && parseBadgeUrl(new URL(page)) === badge ? { base, hash: name } : null;
}

function pageOf(badge: string | null): WebUrl | null {
  const found = badge === null ? null : placeOf(badge);
  return found && safeUrl(`${found.base}/badge.php?hash=${found.hash}`);
}

function assertionUrls(badge: string): readonly WebUrl[] {
  const found = placeOf(badge);
  if (!found) return [];
  const addresses = [`obversion=2&b=${found.hash}`, `b=${found.hash}`];
  return addresses
    .map((query) => safeUrl(`${found.base}/assertion.php?${query}`))
    .filter((url) => url !== null);
}

async function fetchLinked(link: WebUrl, io: Io): Promise<LinkedRecord> {
  const badge = parseBadgeUrl(new URL(link));
  if (!badge) throw new AppError('unsupported-badge', link);
  const record = await fetchHostedRecord(assertionUrls(badge), io);
  const imageUrl = hasPictureInside(record) ? await fetchPictureUrl(link, io) : null;
  return { id: badge, pageUrl: pageOf(badge), imageUrl, record };
}

/** Moodle writes the picture itself into the class (moodle/moodle at 00e93a9, badges/classes/assertion.php). */
function hasPictureInside({ assertion, badgeClass }: HostedRecord): boolean {
  const { image } = badgeClass ?? (assertion['badge'] as { readonly image?: unknown } | undefined) ?? {};
  const address = typeof image === 'string' ? image : ((image as { id?: unknown } | undefined)?.id ?? '');
  return String(address).startsWith('data:');
}

/** Its address stands on the page for people: pictures that have one can be fetched again. A badge without one is still a badge. */
async function fetchPictureUrl(page: WebUrl, io: Io): Promise<WebUrl | null> {
  try {
    const response = await io.fetch(page, { accept: 'text/html', maxBytes: 2_000_000, redirect: 'follow' });
    if (!response.ok) return null;
    // Moodle's file API: /pluginfile.php/<context>/badges/badgeimage/<badge>/f1.
    const [image] = parseHtmlPage(await response.text()).all('img[src*="/badges/badgeimage/"]');
    const source = image?.attribute('src') ?? '';
    return URL.canParse(source, page) ? safeUrl(new URL(source, page).href) : null;
  } catch (cause) {
    const { code } = toAppError(cause);
    if (code === 'offline' || code === 'cancelled') throw cause;
    return null;
  }
}
