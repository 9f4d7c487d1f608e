import { pictureKey, type Badge, type BadgeId } from './badge';
import type { BadgeReference } from './badge-links';
import { db as defaultDb } from './db';
import { findEntry, toEntries, type Entry } from './entries';
import { chooseForSignature, isShareable, type SignatureChoice } from './signature-choice';
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

/** Badges for a signature: those that the user chose; else the newest that are public and good. */
export async function badgesForSignature(
  choice: SignatureChoice,
  now: Date,
  db = defaultDb,
): Promise<Badge[]> {
  return chooseForSignature(await readEntries(db), choice, now);
}

/** What the bytes of stored pictures are, by the address of the picture: mail does not show every kind. */
export async function pictureTypesOf(
  badges: readonly Badge[],
  db = defaultDb,
): Promise<ReadonlyMap<string, string>> {
  const rows = await db.pictures.bulkGet(badges.map(pictureKey));
  return new Map(rows.flatMap((row) => (row?.bytes ? [[row.key, row.mediaType] as const] : [])));
}

/** Badges that may be offered in a page: public, with a page of their own, newest first. */
export async function shareableBadges(limit: number, db = defaultDb): Promise<Entry[]> {
  return (await readEntries(db)).filter(isShareable).slice(0, limit);
}

/** The last results for a badge, however old; null when it was never checked. */
export async function readVerification(
  { sourceId, id }: BadgeReference,
  db = defaultDb,
): Promise<KnownVerification | null> {
  return (await db.verifications.get(`${sourceId}:${id}`)) ?? null;
}
