import { dayOf, isExpired, type Badge, type BadgeId } from './badge';
import type { BadgeReference } from './badge-links';
import { db as defaultDb, type BadgeRow } from './db';
import type { KnownVerification } from './verification';

/** How many badges the user has not seen yet. */
export async function countNew(db = defaultDb): Promise<number> {
  return db.badges.where('isNew').equals(1).count();
}

/** Badges for a signature that the user has not chosen yet: the newest three that are public and good. */
export async function badgesForSignature(
  chosen: readonly BadgeId[],
  now: Date,
  db = defaultDb,
): Promise<Badge[]> {
  const picked = await rowsOf(chosen, db);
  if (picked.length > 0) return picked;
  const today = dayOf(now);
  const isGood = (row: BadgeRow) =>
    row.pageUrl !== null && row.state === 'public' && row.missingSince === null && !isExpired(row, today);
  return db.badges.orderBy('issuedOn').reverse().filter(isGood).limit(3).toArray();
}

/** One row for each id, in the order of the ids; what is no longer there is left out. */
export async function rowsOf(ids: readonly BadgeId[], db = defaultDb): Promise<BadgeRow[]> {
  const rows = await db.badges
    .where('id')
    .anyOf([...ids])
    .toArray();
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
}

/** Badges that may be offered in a page: public, with a page of their own, newest first. */
export async function shareableBadges(limit: number, db = defaultDb): Promise<BadgeRow[]> {
  const isShareable = (row: BadgeRow) =>
    row.pageUrl !== null && row.state === 'public' && row.missingSince === null;
  return db.badges.orderBy('issuedOn').reverse().filter(isShareable).limit(limit).toArray();
}

/** The last results for a badge, however old; null when it was never checked. */
export async function readVerification(
  { sourceId, id }: BadgeReference,
  db = defaultDb,
): Promise<KnownVerification | null> {
  return (await db.verifications.get(`${sourceId}:${id}`)) ?? null;
}
