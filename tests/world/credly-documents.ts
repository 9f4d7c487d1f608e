import type { MintedBadge } from './credly-badges.ts';
import { badgeIdOf } from './credly-badges.ts';

const site = 'https://www.credly.com';
const api = `${site}/api/v1/obi/v2`;

/** Moments carry an offset that varies, so that cutting them gives the wrong day (as recorded). */
const offsets = [-5, -6, 7] as const;

export const imageUrlOf = (badge: MintedBadge): string =>
  `https://images.credly.com/images/${badgeIdOf('1a1a1a1a-0000', badge.number)}/image.png`;

function moment(day: string, number: number): string {
  const offset = offsets[number % offsets.length] ?? 0;
  const local = new Date(Date.parse(`${day}T00:00:00Z`) + offset * 3_600_000).toISOString().replace('Z', '');
  return `${local}${offset < 0 ? '-' : '+'}${String(Math.abs(offset)).padStart(2, '0')}:00`;
}

function issuerOf({ issuer }: MintedBadge): object {
  const entity = {
    type: 'Organization',
    id: issuer.id,
    name: issuer.name,
    url: `${site}/api/v1/organizations/${issuer.id}`,
    vanity_url: `${site}/org/${issuer.slug}`,
    internationalize_badge_templates: false,
    share_to_ziprecruiter: false,
    verified: false,
  };
  return { summary: `issued by ${issuer.name}`, entities: [{ label: 'Issued by', primary: true, entity }] };
}

/** A record of the public list. */
export function toRecord(badge: MintedBadge, vanity: string, holder: string): object {
  const image = { id: badgeIdOf('1a1a1a1a-0000', badge.number), url: imageUrlOf(badge) };
  const issuer = issuerOf(badge);
  const issuedAt = moment(badge.issuedOn, badge.number);
  return {
    id: badge.id,
    issued_at_date: badge.issuedOn,
    expires_at_date: badge.expiresOn,
    issued_at: issuedAt,
    expires_at: badge.expiresOn ? moment(badge.expiresOn, badge.number) : null,
    accepted_at: issuedAt,
    updated_at: issuedAt,
    last_updated_at: issuedAt,
    issued_to: holder,
    locale: 'en',
    public: true,
    state: 'accepted',
    is_private_badge: false,
    user_is_earner: false,
    earner_path: `/users/${vanity}`,
    earner_photo_url: null,
    issuer,
    image,
    image_url: image.url,
    evidence: badge.evidence,
    badge_template: {
      id: badgeIdOf('2a2a2a2a-0000', badge.number),
      name: badge.name,
      description: badge.description,
      vanity_slug: `badge-${badge.number}`,
      url: `${site}/org/${badge.issuer.slug}/badge/badge-${badge.number}`,
      global_activity_url: null,
      type_category: badge.number % 2 ? 'Learning' : 'Certification',
      level: badge.number % 3 ? 'Intermediate' : 'Advanced',
      image,
      image_url: image.url,
      skills: badge.skills.map((name, index) => ({
        id: `${badge.number}-${index}`,
        name,
        vanity_slug: `skill-${index}`,
      })),
      badge_template_activities: [
        {
          id: `${badge.number}-a`,
          activity_type: 'Assessment',
          title: 'Pass the written exam',
          url: null,
          required_badge_template_id: null,
        },
        {
          id: `${badge.number}-b`,
          activity_type: 'Assessment',
          title: '실기 과제 제출',
          url: 'https://northwind.example.org/task',
          required_badge_template_id: null,
        },
      ],
      issuer,
      related_badge_templates: [],
      alignments: [],
      endorsements: [],
    },
  };
}

export const classUrlOf = (badge: MintedBadge): string =>
  `${api}/issuers/${badge.issuer.id}/badge_classes/${badgeIdOf('2a2a2a2a-0000', badge.number)}`;
export const assertionUrlOf = (id: string): string => `${api}/badge_assertions/${id}`;

/** The Open Badges 2.0 documents, as Credly writes them: no salt, no image in the assertion, ids at www. */
export function toAssertion(badge: MintedBadge): object {
  return {
    '@context': 'https://w3id.org/openbadges/v2',
    id: assertionUrlOf(badge.id),
    type: 'Assertion',
    badge: classUrlOf(badge),
    issuedOn: `${badge.issuedOn}T08:00:00.000Z`,
    ...(badge.expiresOn ? { expires: `${badge.expiresOn}T00:00:00.000Z` } : {}),
    evidence: [],
    recipient: { type: 'email', hashed: true, identity: `sha256$${'7d'.repeat(32)}` },
    verification: { type: 'hosted' },
  };
}

export function toBadgeClass(badge: MintedBadge): object {
  return {
    '@context': 'https://w3id.org/openbadges/v2',
    id: classUrlOf(badge),
    type: 'BadgeClass',
    name: badge.name,
    description: badge.description,
    image: { id: imageUrlOf(badge) },
    criteria: {
      id: `${site}/org/${badge.issuer.slug}/badge/badge-${badge.number}`,
      narrative: 'Pass the written exam.',
    },
    issuer: `${api}/issuers/${badge.issuer.id}`,
    tags: badge.skills,
  };
}

export function toIssuerProfile(badge: MintedBadge): object {
  return {
    '@context': 'https://w3id.org/openbadges/v2',
    id: `${api}/issuers/${badge.issuer.id}`,
    type: 'Issuer',
    name: badge.issuer.name,
    url: `https://${badge.issuer.slug}.example.org/`,
  };
}
