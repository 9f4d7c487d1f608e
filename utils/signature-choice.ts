import { dayOf, isExpired, type Badge } from './badge';
import type { BadgeRow } from './db';
import { findEntry, type Entry } from './entries';
import type { SignatureSetting } from './signature-setting';
import { isWholeTranscript } from './sources/microsoft-learn-addresses';

/** What the choice needs of the setting. */
export type SignatureChoice = Pick<SignatureSetting, 'badgeIds' | 'count' | 'order'>;

/**
 * The badges of the signature: those chosen; until then the newest that are public and good. Nothing is offered by itself
 * that would show more than the badge: a link to a whole transcript is the user's to choose. `entries` are newest first.
 */
export function chooseForSignature(
  entries: readonly Entry[],
  { badgeIds, count, order }: SignatureChoice,
  now = new Date(),
): Entry[] {
  const picked = [...new Set(badgeIds.flatMap((id) => findEntry(entries, id) ?? []))];
  const today = dayOf(now);
  const isGood = (entry: Entry) => isShareable(entry) && !isExpired(entry, today);
  return inOrder(picked.length > 0 ? picked : entries.filter(isGood).slice(0, count), order);
}

/** The same, and where none is good (sample badges have no page) the newest that have not expired, so that there is something to look at. */
export function chooseToShow(
  entries: readonly Entry[],
  choice: SignatureChoice,
  now = new Date(),
): readonly Entry[] {
  const chosen = chooseForSignature(entries, choice, now);
  if (chosen.length > 0) return chosen;
  const valid = entries.filter((entry) => !isExpired(entry, dayOf(now)) && entry.missingSince === null);
  return inOrder(valid.slice(0, choice.count), choice.order);
}

/** Public, with a page of its own, and still listed where it came from. */
export function isShareable({ pageUrl, state, missingSince }: BadgeRow): boolean {
  const isOpen = (state === 'public' || state === 'link-only') && missingSince === null;
  return isOpen && pageUrl !== null && !isWholeTranscript(new URL(pageUrl));
}

function inOrder<B extends Badge>(badges: readonly B[], order: SignatureChoice['order']): B[] {
  if (order === 'own') return [...badges];
  if (order === 'name')
    return badges.toSorted((a, b) => a.achievement.name.localeCompare(b.achievement.name));
  const byDay = badges.toSorted((a, b) => (a.issuedOn < b.issuedOn ? -1 : Number(a.issuedOn > b.issuedOn)));
  return order === 'oldest' ? byDay : byDay.toReversed();
}
