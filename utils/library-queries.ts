import { dayOf, isExpired, type Badge, type BadgeId } from './badge';
import type { BadgeReference } from './badge-links';
import { db as defaultDb, type BadgeRow } from './db';
import { findEntry, toEntries, type Entry } from './entries';
import { isWholeTranscript } from './sources/microsoft-learn-addresses';
import type { KnownVerification } from './verification';

/** Every badge of the library once, newest first. */
export async function readEntries(db = defaultDb): Promise<Entry[]> {
  const [rows, choices] = await Promise.all([db.badges.toArray(), db.mergeChoices.toArray()]);
  return toEntries(rows, choices);
}

/** The badge that an id means, with all that proves it; null when it is no longer there. */
export async function readEntry(id: BadgeId, db = defaultDb): Promise<Entry | null> {
  return findEntry(await readEntries(db), id) ?? null;
}

/** How many badges the user has not seen yet: a new proof of a known badge is none. */
export async function countNew(db = defaultDb): Promise<number> {
  const news = await db.badges.where('isNew').equals(1).count();
  if (news === 0) return 0;
  return (await readEntries(db)).filter(({ isNew }) => isNew === 1).length;
}

/** Badges for a signature: those that the user chose, in that order; else the newest three that are public and good. */
export async function badgesForSignature(
  chosen: readonly BadgeId[],
  now: Date,
  db = defaultDb,
): Promise<Badge[]> {
  const entries = await readEntries(db);
  const picked = new Set(chosen.flatMap((id) => findEntry(entries, id) ?? []));
  if (picked.size > 0) return [...picked];
  const today = dayOf(now);
  const isGood = (entry: Entry) => isShareable(entry) && !isExpired(entry, today);
  return entries.filter(isGood).slice(0, 3);
}

/** Badges that may be offered in a page: public, with a page of their own, newest first. */
export async function shareableBadges(limit: number, db = defaultDb): Promise<Entry[]> {
  return (await readEntries(db)).filter(isShareable).slice(0, limit);
}

/** By itself nothing is offered that would show more than the badge: a link to a whole transcript is the user's to choose. */
function isShareable({ pageUrl, state, missingSince }: BadgeRow): boolean {
  const isOpen = (state === 'public' || state === 'link-only') && missingSince === null;
  return isOpen && pageUrl !== null && !isWholeTranscript(new URL(pageUrl));
}

/** The last results for a badge, however old; null when it was never checked. */
export async function readVerification(
  { sourceId, id }: BadgeReference,
  db = defaultDb,
): Promise<KnownVerification | null> {
  return (await db.verifications.get(`${sourceId}:${id}`)) ?? null;
}
