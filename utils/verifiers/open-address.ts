import type { BadgeReference } from '../badge-links';
import { safeUrl, type WebUrl } from '../html';
import type { Io } from '../io';
import { badgeSources } from '../sources/index';
import type { Check } from '../verification';
import type { Subject } from './verifier';

/** What an address led to. */
export interface OpenedAddress {
  readonly subject: Subject | null;
  readonly checks: readonly Check[];
  /** The page for people. */
  readonly pageUrl: WebUrl | null;
}

/** The badge behind an address: a platform's page, an assertion, a baked picture, a JWT. Never throws. */
export async function openAddress(address: URL, _io: Io): Promise<OpenedAddress> {
  for (const source of badgeSources) {
    const id = source.parseBadgeUrl(address);
    const reference: BadgeReference | null = id ? { sourceId: source.id, id } : null;
    const pageUrl = reference && source.badgePageUrl(reference.id);
    if (id && pageUrl) {
      const subject = {
        kind: 'hosted',
        assertionUrls: source.assertionUrls(id),
        pageUrl,
        isExactId: true,
      } as const;
      return { subject, checks: [], pageUrl };
    }
  }
  const url = safeUrl(address.href.replace(/^http:/, 'https:'));
  return {
    subject: url && { kind: 'hosted', assertionUrls: [url], pageUrl: null, isExactId: false },
    checks: [],
    pageUrl: null,
  };
}
