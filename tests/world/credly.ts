import { html, json, page, redirect, type Answer, type Site, type WorldRequest } from './answer.ts';
import { drawBadgeArt } from './badge-art.ts';
import { mintBadge, type MintedBadge } from './credly-badges.ts';
import {
  assertionUrlOf,
  imageUrlOf,
  toAssertion,
  toBadgeClass,
  toIssuerProfile,
  toRecord,
} from './credly-documents.ts';
import type { ShownBadge } from './showcase.ts';

interface Person {
  readonly vanity: string;
  readonly uuid: string;
  readonly holder: string;
  badges: MintedBadge[];
  /** What the list claims to hold; null when it tells the truth. */
  statedTotal: number | null;
}

/** A rule for some requests. Null lets the usual answer stand. */
export type Rule = (request: WorldRequest) => Answer | null;

const pageSize = 48;
const mint = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, number) => mintBadge(prefix, number));

/** Credly with invented earners: the public list, profiles, assertions, pictures, and any fault on demand. */
export function createCredly() {
  const people: Person[] = [
    {
      vanity: 'haneul-kim',
      uuid: '5a5a5a5a-1111-4222-8333-444444444444',
      holder: 'Haneul Kim',
      badges: mint('b0b0b0b0-0000', 61),
      statedTotal: null,
    },
    {
      vanity: 'many-badges',
      uuid: '5a5a5a5a-1111-4222-8333-555555555555',
      holder: 'Bora Lee',
      badges: mint('b1b1b1b1-0000', 1000),
      statedTotal: null,
    },
    {
      vanity: 'no-badges',
      uuid: '5a5a5a5a-1111-4222-8333-666666666666',
      holder: 'Minjun Park',
      badges: [],
      statedTotal: null,
    },
  ];
  const rules: Rule[] = [];
  const find = (id: string) => people.flatMap(({ badges }) => badges).find((badge) => badge.id === id);
  const special = specialBadges(people[0]?.badges ?? []);

  const site: Site = (request) => {
    for (const rule of rules) {
      const answer = rule(request);
      if (answer) return answer;
    }
    const path = request.url.pathname;
    if (request.host === 'images.credly.com') return picture(path);
    return list(request, people) ?? openBadges(path, find, special) ?? badgePage(path, find);
  };

  return {
    site,
    people,
    showcase: special.showcase,
    /** Gmail's image proxy shows the picture behind the hash, which a server never sees: any badge art will do. */
    imageProxy: (() => pngAnswer(3)) as Site,
    /** Answers differently from now on; returns what takes the rule away again. */
    addRule(rule: Rule): () => void {
      rules.unshift(rule);
      return () => void rules.splice(rules.indexOf(rule), 1);
    },
    /** The same for the list of badges alone, for so many requests. */
    onList(answer: Answer, times = Infinity): () => void {
      let left = times;
      return this.addRule((request) => {
        if (!/\/users\/[^/]+\/badges(\.json)?$/.test(request.url.pathname) || left <= 0) return null;
        left -= 1;
        return answer;
      });
    },
    mintMore: (person: Person, count: number) => {
      const more = Array.from({ length: count }, (_, index) => mintBadge('b9b9b9b9-0000', 900 + index));
      person.badges = [...more, ...person.badges];
    },
    signIn: redirect('https://www.credly.com/users/sign_in'),
  };
}
export type Credly = ReturnType<typeof createCredly>;

/** `/users/<vanity or UUID>/badges[.json]` and the profile. */
function list(request: WorldRequest, people: readonly Person[]): Answer | null {
  const [, who = '', kind] =
    /^\/users\/([^/]+?)(\/badges(?:\.json)?|\.json)$/.exec(request.url.pathname) ?? [];
  if (!kind) return null;
  const person = people.find(({ vanity, uuid }) => who === vanity || who === uuid);
  if (kind === '.json') return profile(who, person);
  if (!person) return json({ data: { message: 'Resource not found.' } }, 404);
  if (!kind.endsWith('.json') && !request.headers['accept']?.startsWith('application/json')) {
    return html(page(`${person.holder} - Badges`, `<h1>${person.holder}</h1>`));
  }
  const { searchParams } = request.url;
  const current = Number(searchParams.get('page') ?? 1);
  const per = Math.min(Number(searchParams.get('page_size') ?? pageSize), pageSize);
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

function profile(who: string, person: Person | undefined): Answer {
  if (who === 'hidden-person')
    return json({ data: { id: who, vanity_slug: who, profile_is_public: false }, metadata: {} });
  if (!person) return json({ data: { message: 'Resource not found.' } }, 404);
  return json({
    data: {
      id: person.vanity,
      vanity_slug: person.vanity,
      synthetic_id: person.uuid,
      profile_is_public: true,
    },
    metadata: {},
  });
}

type Special = ReturnType<typeof specialBadges>;

/** The badges that pages show: the first that is good, and four with a fault each. */
function specialBadges(badges: readonly MintedBadge[]) {
  const good = badges[0] ?? mintBadge('b0b0b0b0-0000', 0);
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

/** Assertions, badge classes and issuers, at www.credly.com/api/v1 and api.credly.com/v1 alike. */
function openBadges(
  path: string,
  find: (id: string) => MintedBadge | undefined,
  special: Special,
): Answer | null {
  const [, kind, first = '', second = ''] =
    /\/obi\/v2\/(badge_assertions|issuers)\/([0-9a-f-]+)(?:\/badge_classes\/([0-9a-f-]+))?$/.exec(path) ?? [];
  if (!kind) return null;
  const known = (id: string) => special.badges.find((badge) => badge.id === id) ?? find(id);
  if (kind === 'badge_assertions') {
    if (first === special.revokedId)
      return json({ revoked: true, revocationReason: 'Issued by mistake' }, 410);
    const badge = known(first);
    if (!badge) return json({ data: { message: 'Resource not found.' } }, 404);
    // The forged one answers with the papers of another badge, under that badge's id.
    return json(
      first === special.forgedId
        ? { ...toAssertion(badge), id: assertionUrlOf(special.showcase.valid.id) }
        : toAssertion(badge),
    );
  }
  const number = Number((second || first).slice(-12));
  const badge = mintBadge('b0b0b0b0-0000', number);
  return json(second ? toBadgeClass(badge) : toIssuerProfile(badge));
}

/** The page for people; an unknown id gives a page without og tags (facts on sources, 1.4). */
function badgePage(path: string, find: (id: string) => MintedBadge | undefined): Answer | null {
  const id = /^\/badges\/([0-9a-f-]{36})/.exec(path)?.[1];
  if (!id) return null;
  const badge = find(id);
  if (!badge) return html(page('Credly', '<h1>Credly</h1>'));
  const title = `${badge.name} was issued by ${badge.issuer.name} to Haneul Kim.`;
  const head = `<meta property="og:title" content="${title}"><meta property="og:url" content="https://www.credly.com/badges/${id}">`;
  return html(
    page(
      title,
      `<h1>${badge.name}</h1><p>${badge.description}</p><img src="${imageUrlOf(badge)}" alt="" width="220">`,
      head,
    ),
  );
}

function picture(path: string): Answer | null {
  const [, size = '220', id] = /^(?:\/size\/(\d+)x\d+)?\/images\/([0-9a-f-]{36})\//.exec(path) ?? [];
  return id ? pngAnswer(Number(id.slice(-12)), Math.min(Number(size), 340)) : null;
}

function pngAnswer(number: number, size = 220): Answer {
  return { headers: { 'content-type': 'image/png' }, body: drawBadgeArt(number, size) };
}
