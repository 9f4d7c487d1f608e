import type { SourceId } from '../badge';
import { AppError } from '../errors';
import { safeUrl, type WebUrl } from '../html';
import { finalUrl, type Io } from '../io';
import { throwForStatus } from '../read-json';
import { badgesOf } from './badges-of';
import { fetchLinkPage } from './link-pages';
import { readPage, toPageBadge, type PageRecord } from './page-badge';
import type { BadgeSource } from './source';

/** A platform that shows certificates as pages and has no record of them for programs. */
export interface PagePlatform {
  readonly id: string;
  readonly name: string;
  /** Hosts of the pages. */
  readonly hosts: readonly string[];
  readonly linkExamples: readonly string[];
  /** The id in the address of a certificate's page; its last part (after `/`) is what names the certificate. */
  readonly idIn: (url: URL) => string | null;
  /** The address of that page; what `idIn` would not read back is never asked. */
  readonly pageOf: (id: string) => string;
}

/**
 * A source of certificates by link, with what their pages state (facts on sources, 3). Without a line in `addresses.ts`: in
 * other people's pages a mark would promise a check, and there is no record to be checked.
 */
export function createPageSource(platform: PagePlatform): BadgeSource {
  const { name, hosts, linkExamples } = platform;
  const parseBadgeUrl = (url: URL) => (hosts.includes(url.hostname) ? platform.idIn(url) : null);
  const pageOf = (badge: string | null): WebUrl | null => {
    const page = badge === null ? null : safeUrl(platform.pageOf(badge));
    return page && parseBadgeUrl(new URL(page)) === badge ? page : null;
  };
  return {
    id: platform.id as SourceId,
    name,
    words: [],
    hosts: hosts.map((host) => `https://${host}/*`),
    askedAt: 'connecting',
    examples: [],
    linkExamples,
    parseAccount: () => null,
    parseLink: (url) => pageOf(parseBadgeUrl(url)),
    parseBadgeUrl,
    isPictureUrl: () => false,
    isImitation: () => false,
    badgePageUrl: pageOf,
    assertionUrls: () => [],
    hostsOf: ({ links = [] }) => [...new Set(links.map((link) => `${new URL(link).origin}/*`))],
    fetchRecords: (account, cursor, io) =>
      fetchLinkPage(account, cursor, async (link) => {
        const id = parseBadgeUrl(new URL(link));
        if (!id) throw new AppError('unsupported-badge', link);
        return fetchPage({ id, pageUrl: link, platform: name }, parseBadgeUrl, io);
      }),
    toBadges: (records, account) => badgesOf(records, account, toPageBadge),
  };
}

async function fetchPage(
  place: { readonly id: string; readonly pageUrl: WebUrl; readonly platform: string },
  idIn: (url: URL) => string | null,
  io: Io,
): Promise<PageRecord> {
  const { id, pageUrl } = place;
  const request = { accept: 'text/html', maxBytes: 3_000_000, redirect: 'follow', revalidate: true } as const;
  const response = await io.fetch(pageUrl, request);
  throwForStatus(response, io.now());
  // A page that is gone often leads to the front page, which has a title too.
  const final = new URL(finalUrl(response, pageUrl));
  if (nameIn(idIn(final)) !== nameIn(id))
    throw new AppError('not-found', `leads to ${final.hostname}${final.pathname}`);
  const record = readPage(await response.text(), place);
  if (!record) throw new AppError('unsupported-badge', 'the page states no name of a certificate');
  return record;
}

/** What names the certificate, whichever of its pages it is. */
function nameIn(id: string | null): string | undefined {
  return id?.split('/').at(-1)?.toLowerCase();
}
