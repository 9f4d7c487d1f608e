import type { SourceId } from './badge';
import { unwrapUrl } from './badge-links';
import type { BadgeRow, ClaimRow } from './db';
import { safeUrl, type WebUrl } from './html';

/** A service that tells people of new badges by mail. */
export interface ClaimSender {
  readonly sourceId: SourceId;
  /** Proper name. Not translated. */
  readonly name: string;
  /** The part after the @, and where it is known, the whole address. Compared whole, in lower case. */
  readonly from: { readonly addresses?: readonly string[]; readonly domains?: readonly string[] };
  /** Where its mails lead. Host and path must both fit; the page there is the service's own. */
  readonly links: readonly { readonly host: RegExp; readonly path: RegExp }[];
}

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

/**
 * A mail counts only when its sender and a link in it belong to the same service: a display name can say anything, and the
 * sender alone would let a forged one lead anywhere. What a mail says, and in which language, is never looked at.
 *
 * Sources: Credly's sender is in its own help page ("How can I be sure I receive my badge notification email", 2023-06-06)
 * and its links in facts on sources, 1.8. Of the others the whole sender is not recorded anywhere we know: a guess that
 * they write from a domain of their own. A wrong guess shows no button; it cannot show a wrong one, because of the link.
 */
export const claimSenders: readonly ClaimSender[] = [
  {
    sourceId: 'credly' as SourceId,
    name: 'Credly',
    from: { addresses: ['admin@credly.com', 'admin@youracclaim.com'] },
    links: [
      {
        host: /^(?:www\.)?(?:credly|youracclaim)\.com$/,
        path: new RegExp(`^/(?:go/[A-Za-z0-9]{6,12}|(?:earner/earned/(?:badge|share)|badges)/${uuid})`, 'i'),
      },
    ],
  },
  {
    sourceId: 'microsoft-learn' as SourceId,
    name: 'Microsoft Learn',
    from: { domains: ['microsoft.com', 'mail.microsoft.com', 'learn.microsoft.com', 'email.microsoft.com'] },
    links: [
      {
        host: /^learn\.microsoft\.com$/,
        path: /^\/(?:api\/credentials\/share\/|(?:[a-z]{2}-[a-z]{2}\/)?users\/[^/]+\/(?:credentials|transcript))/i,
      },
    ],
  },
  {
    sourceId: 'canvas' as SourceId,
    name: 'Canvas Credentials',
    from: {
      domains: ['badgr.com', 'badgr.io', 'parchment.com', 'instructure.com', 'badges.parchment.com'],
    },
    links: [
      {
        host: /^(?:api\.)?(?:(?:eu|au|ca|sg)\.)?badgr\.(?:com|io)$/,
        path: /^\/public\/assertions\/[\w-]{10,}/,
      },
      {
        host: /^(?:api\.)?badges\.parchment\.(?:com|eu|au|ca|sg)$/,
        path: /^\/public\/assertions\/[\w-]{10,}/,
      },
    ],
  },
  {
    sourceId: 'accredible' as SourceId,
    name: 'Accredible',
    from: { domains: ['accredible.com', 'credential.net'] },
    links: [
      {
        host: /^(?:www\.credential\.net|credential\.net|[a-z0-9-]+\.accredible\.com)$/,
        path: new RegExp(`^/(?:${uuid}|\\d{6,})(?:/|$)`, 'i'),
      },
    ],
  },
];

/** Every link that may be one of a claim; what it really is, only `findClaim` says. Redirectors keep the word. */
export const claimSelector: string = [
  'credly',
  'youracclaim',
  'learn.microsoft',
  'badgr',
  'parchment',
  'credential.net',
  'accredible',
]
  .map((word) => `a[href*="${word}" i]`)
  .join(',');

/** What an opened mail offers. */
export interface Claim {
  readonly sender: ClaimSender;
  /** Stays in the page: whoever has it may be able to take the badge. */
  readonly url: WebUrl;
}

/**
 * The claim in a mail: the first of its links that belongs to the service which the sender's address belongs to.
 * Redirectors of webmails are looked through; a link that leads elsewhere gives null.
 * @param sender the address alone, as the webmail shows it, without the display name
 */
export function findClaim(sender: string, links: readonly string[]): Claim | null {
  const service = claimSenders.find((candidate) => isFrom(candidate, sender.trim().toLowerCase()));
  if (!service) return null;
  for (const link of links) {
    const url = safeUrl(unwrapUrl(link)?.href);
    if (url && isClaimLink(service, new URL(url))) return { sender: service, url };
  }
  return null;
}

function isFrom({ from }: ClaimSender, address: string): boolean {
  const [, domain, ...more] = address.split('@');
  if (!domain || more.length > 0) return false;
  return Boolean(from.addresses?.includes(address) || from.domains?.includes(domain));
}

function isClaimLink({ links }: ClaimSender, { hostname, pathname, port }: URL): boolean {
  return port === '' && links.some(({ host, path }) => host.test(hostname) && path.test(pathname));
}

/** Minutes after the click at which the accounts are looked at again: to accept takes a moment, signing in another. */
export const claimRefreshMinutes: readonly number[] = [1, 5, 30];

/** After so many days nobody waits for a badge any more; a claim that old is dropped. */
const claimDays = 30;

/** True once a badge of the claim's source came in after the claim page was opened. */
export function isClaimAnswered(
  claim: Pick<ClaimRow, 'sourceId' | 'openedAt' | 'resolvedAt'>,
  rows: readonly Pick<BadgeRow, 'sourceId' | 'addedAt' | 'state'>[],
): boolean {
  if (claim.resolvedAt !== null) return true;
  return rows.some(
    ({ sourceId, addedAt, state }) =>
      sourceId === claim.sourceId && addedAt > claim.openedAt && state !== 'pending',
  );
}

/** Claims that still wait, latest first. */
export function waitingClaims(
  claims: readonly ClaimRow[],
  rows: readonly Pick<BadgeRow, 'sourceId' | 'addedAt' | 'state'>[],
  now: Date,
): ClaimRow[] {
  const limit = new Date(now.getTime() - claimDays * 86_400_000).toISOString();
  return claims
    .filter((claim) => claim.openedAt >= limit && !isClaimAnswered(claim, rows))
    .toSorted((a, b) => b.openedAt.localeCompare(a.openedAt));
}
