import { html, json, page, type Answer, type WorldRequest } from './answer.ts';
import { mintBadge, type MintedBadge } from './credly-badges.ts';
import { toRecord } from './credly-documents.ts';
import { importedCertifications, type ImportedBadge } from './sites/learn-person.ts';

export interface Person {
  readonly vanity: string;
  readonly uuid: string;
  readonly holder: string;
  badges: MintedBadge[];
  /** Badges of elsewhere that the person brought to Credly. */
  imported: readonly ImportedBadge[];
  /** What the list claims to hold; null when it tells the truth. */
  statedTotal: number | null;
}

const pageSize = 48;

/** 61 badges are two pages; 1,000 are what a list must bear; none is a list as well. */
export function inventPeople(): Person[] {
  return [
    {
      vanity: 'haneul-kim',
      uuid: '5a5a5a5a-1111-4222-8333-444444444444',
      holder: 'Haneul Kim',
      badges: mint('b0b0b0b0-0000', 61),
      imported: [],
      statedTotal: null,
    },
    {
      vanity: 'many-badges',
      uuid: '5a5a5a5a-1111-4222-8333-555555555555',
      holder: 'Bora Lee',
      badges: mint('b1b1b1b1-0000', 1000),
      imported: [],
      statedTotal: null,
    },
    {
      vanity: 'no-badges',
      uuid: '5a5a5a5a-1111-4222-8333-666666666666',
      holder: 'Minjun Park',
      badges: [],
      imported: [],
      statedTotal: null,
    },
    // Haneul Kim's other profile: few badges of Credly's own, and copies of four certifications of Microsoft.
    {
      vanity: 'haneul-kim-cloud',
      uuid: '5a5a5a5a-1111-4222-8333-777777777777',
      holder: 'Haneul Kim',
      badges: mint('b2b2b2b2-0000', 3),
      imported: importedCertifications,
      statedTotal: null,
    },
  ];
}

function mint(prefix: string, count: number): MintedBadge[] {
  return Array.from({ length: count }, (_, number) => mintBadge(prefix, number));
}

/** `/users/<vanity or UUID>/badges[.json]` and the profile. */
export function answerList(request: WorldRequest, people: readonly Person[]): Answer | null {
  const [, who = '', kind] =
    /^\/users\/([^/]+?)(\/badges(?:\.json)?|\.json)$/.exec(request.url.pathname) ?? [];
  if (!kind) return null;
  const person = people.find(({ vanity, uuid }) => who === vanity || who === uuid);
  if (kind === '.json') return profile(who, person);
  if (!person) return missing();
  if (!kind.endsWith('.json') && !request.headers['accept']?.startsWith('application/json')) {
    return html(page(`${person.holder} - Badges`, `<h1>${person.holder}</h1>`));
  }
  return badgeList(person, request.url.searchParams);
}

function badgeList(person: Person, query: URLSearchParams): Answer {
  const current = Number(query.get('page') ?? 1);
  const per = Math.min(Number(query.get('page_size') ?? pageSize), pageSize);
  const shown = person.badges.slice((current - 1) * per, current * per);
  const pages = Math.max(1, Math.ceil(person.badges.length / per));
  const at = (number: number) =>
    `https://www.credly.com/users/${person.vanity}/badges.json?page=${number}&page_size=${per}`;
  const metadata = {
    count: shown.length,
    current_page: current,
    total_count: person.statedTotal ?? person.badges.length,
    total_pages: pages,
    per,
    previous_page_url: current > 1 ? at(current - 1) : null,
    next_page_url: current < pages ? at(current + 1) : null,
  };
  return json({ data: shown.map((badge) => toRecord(badge, person.vanity, person.holder)), metadata });
}

/** The profile that is not public says so here; its list answers 404 like one that never was. */
function profile(who: string, person: Person | undefined): Answer {
  if (who === 'hidden-person')
    return json({ data: { id: who, vanity_slug: who, profile_is_public: false }, metadata: {} });
  if (!person) return missing();
  const [firstName, lastName] = person.holder.split(' ');
  return json({
    data: {
      id: person.vanity,
      first_name: firstName,
      middle_name: null,
      last_name: lastName,
      vanity_slug: person.vanity,
      photo: null,
      photo_url: null,
      synthetic_id: person.uuid,
      bio: null,
      current_position_name: null,
      current_organization_name: null,
      messaging_enabled: false,
      website_url: null,
      city: null,
      state: null,
      profile_is_public: true,
      vanity_url: `https://www.credly.com/users/${person.vanity}`,
      social_profiles: [],
      skills: [],
      experiences: [],
    },
    metadata: {},
  });
}

export function missing(): Answer {
  return json({ data: { message: 'Resource not found.' } }, 404);
}
