import { createHash } from 'node:crypto';
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

/** A record of the public list, with every field that was recorded (facts on sources, 1.1). */
export function toRecord(badge: MintedBadge, vanity: string, holder: string): object {
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
    translate_metadata: false,
    public: true,
    printable: true,
    state: 'accepted',
    is_private_badge: false,
    user_is_earner: false,
    earner_path: `/users/${vanity}`,
    earner_photo_url: null,
    issuer: issuerOf(badge),
    ...imageOf(badge),
    evidence: badge.evidence,
    recommendations: [],
    badge_template: { ...toTemplate(badge), ...templateSwitches(badge) },
  };
}

function imageOf(badge: MintedBadge) {
  const url = imageUrlOf(badge);
  return { image: { id: badgeIdOf('1a1a1a1a-0000', badge.number), url }, image_url: url };
}

function toTemplate(badge: MintedBadge): object {
  const { number } = badge;
  return {
    id: badgeIdOf('2a2a2a2a-0000', number),
    name: badge.name,
    description: badge.description,
    vanity_slug: `badge-${number}`,
    url: `${site}/org/${badge.issuer.slug}/badge/badge-${number}`,
    global_activity_url: null,
    earn_this_badge_url: null,
    job_board_url: null,
    type_category: number % 2 ? 'Learning' : 'Certification',
    level: number % 3 ? 'Intermediate' : 'Advanced',
    cost: number % 5 ? 'Paid' : null,
    time_to_earn: number % 5 ? 'Weeks' : null,
    ...imageOf(badge),
    skills: badge.skills.map((name, index) => ({
      id: `${number}-${index}`,
      name,
      vanity_slug: `skill-${index}`,
      canonical: true,
    })),
    badge_template_activities: [
      activity(`${number}-a`, 'Pass the written exam', null),
      activity(`${number}-b`, '실기 과제 제출', 'https://northwind.example.org/task'),
    ],
    issuer: issuerOf(badge),
    related_badge_templates: [],
    alignments: [],
    endorsements: [],
  };
}

function activity(id: string, title: string, url: string | null): object {
  return { id, activity_type: 'Assessment', title, url, required_badge_template_id: null };
}

/** What Credly's own pages show or hide. Nothing of it is for us. */
function templateSwitches({ number, issuer, issuedOn }: MintedBadge): object {
  return {
    public: true,
    recipient_type: 'User',
    owner_vanity_slug: issuer.slug,
    recommendable: true,
    badge_template_earnable: true,
    enable_earn_this_badge: false,
    enable_detail_attribute_visibility: true,
    settings_enable_related_badges: false,
    show_badge_lmi: true,
    show_skill_tag_links: true,
    translatable: false,
    // Written in either way, as recorded.
    updated_at: number % 2 ? `${issuedOn}T00:00:00.000Z` : moment(issuedOn, number),
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
    recipient: { type: 'email', hashed: true, identity: `sha256$${sha256('haneul@example.org')}` },
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

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
