import { json, redirect, type Answer } from './answer.ts';
import { badgeIdOf, type MintedBadge } from './credly-badges.ts';
import { missing, type Person } from './credly-lists.ts';
import type { ImportedBadge } from './sites/learn-person.ts';

export const importedIdOf = (number: number): string => badgeIdOf('e0e0e0e0-0000', number);

/** `/api/v1/users/<UUID>/external_badges/open_badges/public` (facts on sources, 1.3). A vanity name is not known here. */
export function answerExternal(url: URL, people: readonly Person[]): Answer | null {
  const [, who] =
    /^\/api\/v1\/users\/([^/]+)\/external_badges\/open_badges\/public$/.exec(url.pathname) ?? [];
  if (who === undefined) return null;
  const person = people.find(({ uuid }) => uuid === who);
  if (!person) return missing();
  const current = Number(url.searchParams.get('page') ?? 1);
  const per = Math.min(Number(url.searchParams.get('page_size') ?? 48), 48);
  const shown = person.imported.slice((current - 1) * per, current * per);
  const metadata = {
    count: shown.length,
    current_page: current,
    total_count: person.imported.length,
    total_pages: Math.max(1, Math.ceil(person.imported.length / per)),
    per,
    previous_page_url: null,
    next_page_url: null,
  };
  return json({ data: shown.map((badge, index) => toRecord(badge, person, index + 1)), metadata });
}

function toRecord(badge: ImportedBadge, person: Person, rank: number): object {
  const id = importedIdOf(badge.number);
  const skills = [{ name: 'Cloud Computing' }, { name: 'Networking' }];
  return {
    id,
    user_id: person.uuid,
    rank,
    public: true,
    external_badge: {
      type: 'EmulatedBadge',
      badge_name: badge.name,
      badge_description: `Read off the page that shows ${badge.name}.`,
      issuer_name: 'Microsoft',
      issued_at_date: badge.issuedOn,
      expires_at_date: badge.expiresOn,
      badge_url: badge.url,
      badge_id: badge.url,
      credly_record_id: id,
      refreshed_at: '2026-07-22T16:55:22.446Z',
      skills,
      tags: [{ name: 'Azure' }],
      recipient_name: person.holder,
      ai_influence: { ai_influenced: true },
      verification_status: { verified: false },
      image_url: `https://images.credly.com/images/${badgeIdOf('1b1b1b1b-0000', badge.number)}/converted.png`,
    },
    skills: skills.map((skill, index) => ({
      ...skill,
      id: `s-${index}`,
      faethm_id: 'FS1',
      url: '/skills/FS1',
    })),
  };
}

/** `/go/<8 characters>`: the short link of the n-th badge, which leads to its page. */
export const shortLinkOf = (badge: MintedBadge): string =>
  `https://www.credly.com/go/Gx${String(badge.number).padStart(6, '0')}`;

export function answerShortLink(path: string, badges: readonly MintedBadge[]): Answer | null {
  const [, number] = /^\/go\/Gx(\d{6})$/.exec(path) ?? [];
  const badge = number === undefined ? undefined : badges[Number(number)];
  if (badge) return redirect(`https://www.credly.com/badges/${badge.id}/public_url`);
  // What an unknown one answers was never seen; the front page stands for it.
  return path.startsWith('/go/') ? redirect('https://www.credly.com/') : null;
}
