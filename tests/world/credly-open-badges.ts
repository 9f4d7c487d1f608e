import { html, json, page, type Answer } from './answer.ts';
import { mintBadge, type MintedBadge } from './credly-badges.ts';
import {
  assertionUrlOf,
  imageUrlOf,
  toAssertion,
  toBadgeClass,
  toIssuerProfile,
} from './credly-documents.ts';
import { missing } from './credly-lists.ts';
import type { ShownBadge, Showcase } from './showcase.ts';

/** The badges that pages show, and what is wrong with each. */
export interface Special {
  readonly showcase: Showcase;
  readonly badges: readonly MintedBadge[];
  readonly revokedId: string;
  readonly forgedId: string;
}

/** The first badge of the list, which is good, and four with a fault each. */
export function specialBadges(good: MintedBadge): Special {
  const expired: MintedBadge = {
    ...mintBadge('c0c0c0c0-0000', 1),
    issuedOn: '2021-04-05',
    expiresOn: '2024-04-05',
  };
  const revoked = mintBadge('c0c0c0c0-0000', 2);
  const forged = mintBadge('c0c0c0c0-0000', 3);
  const unknown = mintBadge('c0c0c0c0-0000', 4);
  return {
    badges: [expired, revoked, forged],
    revokedId: revoked.id,
    forgedId: forged.id,
    showcase: {
      valid: shown(good),
      expired: shown(expired),
      revoked: shown(revoked),
      forged: shown(forged),
      unknown: shown(unknown),
    },
  };
}

function shown(badge: MintedBadge): ShownBadge {
  return {
    id: badge.id,
    name: badge.name,
    issuerName: badge.issuer.name,
    pageUrl: `https://www.credly.com/badges/${badge.id}`,
    imageUrl: imageUrlOf(badge).replace('/images/', '/size/110x110/images/'),
  };
}

/** What is known under an id. */
export type FindBadge = (id: string) => MintedBadge | undefined;

/** Assertions, badge classes and issuers, at www.credly.com/api/v1 and api.credly.com/v1 alike. */
export function answerOpenBadges(path: string, find: FindBadge, special: Special): Answer | null {
  const [, kind, first = '', second = ''] =
    /\/obi\/v2\/(badge_assertions|issuers)\/([0-9a-f-]+)(?:\/badge_classes\/([0-9a-f-]+))?$/.exec(path) ?? [];
  if (kind === 'badge_assertions') return assertion(first, find, special);
  if (kind !== 'issuers') return null;
  const badge = mintBadge('b0b0b0b0-0000', Number((second || first).slice(-12)));
  return json(second ? toBadgeClass(badge) : toIssuerProfile(badge));
}

function assertion(id: string, find: FindBadge, { revokedId, forgedId, showcase }: Special): Answer {
  if (id === revokedId) return json({ revoked: true, revocationReason: 'Issued by mistake' }, 410);
  const badge = find(id);
  if (!badge) return missing();
  if (id !== forgedId) return json(toAssertion(badge));
  // The papers of another badge under that badge's id, and of a class that somebody else made.
  return json({
    ...toAssertion(badge),
    id: assertionUrlOf(showcase.valid.id),
    badge: 'https://badges.forger.example/classes/1',
  });
}

/** The page for people; an unknown id gives a page without og tags (facts on sources, 1.4). */
export function answerBadgePage(path: string, find: FindBadge): Answer | null {
  const id = /^\/badges\/([0-9a-f-]{36})/.exec(path)?.[1];
  if (!id) return null;
  const badge = find(id);
  if (!badge) return html(page('Credly', '<h1>Credly</h1>'));
  const isExpired = badge.expiresOn !== null && badge.expiresOn < new Date().toISOString();
  const title = `${badge.name}${isExpired ? ' (Expired)' : ''} was issued by ${badge.issuer.name} to Haneul Kim.`;
  const tags = {
    'og:title': title,
    'og:url': `https://www.credly.com/badges/${id}`,
    'og:image': imageUrlOf(badge),
    'og:description': badge.description,
  };
  const head = Object.entries(tags).map(([name, value]) => `<meta property="${name}" content="${value}">`);
  const body = `<h1>${badge.name}</h1><p>${badge.description}</p><img src="${imageUrlOf(badge)}" alt="" width="220">`;
  return html(page(title, body, head.join('')));
}
