import { safeUrl, type WebUrl } from '../html';
import { badgeSources } from '../sources/index';
import type { BadgeSource } from '../sources/source';
import { canonicalHost } from './aliases';

/** Where the record of a platform's page lies. */
export interface PlatformBadge {
  /** Name of the platform, as it writes itself. */
  readonly platform: string;
  /** Addresses of the assertion, best first. */
  readonly assertionUrls: readonly WebUrl[];
  /** The page for people. */
  readonly pageUrl: WebUrl | null;
  /** True where only the record of that very id will do; false where records move, and the id may be an older name. */
  readonly isExactId: boolean;
  /** The e-mail address that a link says its badge is for: somebody's word, to be compared with the record. */
  readonly recipientHint: string | null;
}

/**
 * The record behind a platform's link; null for any other address, and for a platform that has pages alone. Pure. What the
 * addresses look like is known by the sources.
 */
export function findPlatformBadge(url: URL): PlatformBadge | null {
  const shown = findShownBadge(url);
  const assertionUrls = shown?.source.assertionUrls(shown.id) ?? [];
  if (!shown || assertionUrls.length === 0) return null;
  return {
    platform: shown.source.name,
    assertionUrls,
    pageUrl: shown.pageUrl,
    isExactId: !shown.source.movesRecords,
    recipientHint: url.searchParams.get('identity__email'),
  };
}

/** A page on which a platform shows a badge, with or without a record behind it; null for any other address. Pure. */
export function findShownBadge(
  url: URL,
): { readonly source: BadgeSource; readonly id: string; readonly pageUrl: WebUrl } | null {
  for (const source of badgeSources) {
    const id = source.parseBadgeUrl(url);
    const pageUrl = id ? source.badgePageUrl(id) : null;
    if (id && pageUrl) return { source, id, pageUrl };
  }
  return null;
}

/** A page of Microsoft Learn on which somebody shares a credential or an achievement. */
export function isLearnSharePage({ hostname, pathname }: URL): boolean {
  if (hostname !== 'learn.microsoft.com') return false;
  return (
    /^\/api\/(?:credentials|achievements)\/share\/[\w-]+\/[^/]+\/[^/]+\/?$/i.test(pathname) ||
    /^\/(?:[a-z]{2}(?:-[a-z]{2,4})?\/)?users\/[^/]+\/(?:credentials|achievements|transcript)\/[^/]+/i.test(
      pathname,
    )
  );
}

/** The badge of 3.0 that Credly keeps under the id of one of 2.0. */
export function credentialTwin(assertionUrl: WebUrl): WebUrl | null {
  const id = /\/obi\/v2\/badge_assertions\/([0-9a-f-]{36})\/?$/i.exec(new URL(assertionUrl).pathname)?.[1];
  if (!id || canonicalHost(assertionUrl) !== 'www.credly.com') return null;
  return safeUrl(`https://www.credly.com/api/v1/obi/v3/open_badge_credentials/${id}`);
}
