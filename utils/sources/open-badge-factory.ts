import { AppError } from '../errors';
import { safeUrl, type WebUrl } from '../html';
import type { Io } from '../io';
import { fetchHostedRecord } from './hosted-record';
import { fetchLinkedPage, toLinkedBadges, type LinkedRecord } from './linked-badge';
import { openBadgeFactoryAddresses } from './open-badge-factory-addresses';
import type { BadgeSource } from './source';

const { parseBadgeUrl } = openBadgeFactoryAddresses;
const host = 'https://openbadgefactory.com';

/** Open Badge Factory. It has no public list of a person's badges (facts on sources, 3): they come by their links. */
export const openBadgeFactory: BadgeSource = {
  ...openBadgeFactoryAddresses,
  askedAt: 'connecting',
  hosts: [`${host}/*`],
  examples: [],
  linkExamples: [
    'https://openbadgefactory.com/v1/assertion/0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d.html',
    'https://openbadgefactory.com/v1/assertion/0A1B2C3D4E5F60718293A4B5C6D7E8F90A1B2C3D',
    'https://www.openbadgefactory.com/v1/assertion/0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d/public',
  ],
  parseAccount: () => null,
  parseLink: (url) => pageOf(parseBadgeUrl(url)),
  badgePageUrl: pageOf,
  assertionUrls,
  fetchRecords: (account, cursor, io) => fetchLinkedPage(account, cursor, (link) => fetchLinked(link, io)),
  toBadges: toLinkedBadges,
};

function pageOf(badge: string | null): WebUrl | null {
  return badge && /^[0-9a-f]{40}$/.test(badge) ? safeUrl(`${host}/v1/assertion/${badge}.html`) : null;
}

function assertionUrls(badge: string): readonly WebUrl[] {
  const url = pageOf(badge) && safeUrl(`${host}/v1/assertion/${badge}`);
  return url ? [url] : [];
}

async function fetchLinked(link: WebUrl, io: Io): Promise<LinkedRecord> {
  const badge = parseBadgeUrl(new URL(link));
  if (!badge) throw new AppError('unsupported-badge', link);
  return { id: badge, pageUrl: pageOf(badge), record: await fetchHostedRecord(assertionUrls(badge), io) };
}
