import { maxCollectionBadges, maxCollectionName, type CollectionRow } from './collections';
import { db as defaultDb } from './db';
import { AppError } from './errors';

/**
 * Keeps a set, in place of an earlier row of the same id: making, changing and putting back are the same.
 * @throws AppError `unexpected` for what is no set
 */
export async function keepCollection(row: CollectionRow, now: Date, db = defaultDb): Promise<void> {
  const name = row.name.trim().slice(0, maxCollectionName);
  if (row.id === '' || name === '') throw new AppError('unexpected', 'no collection');
  const badgeIds = [...new Set(row.badgeIds)].slice(0, maxCollectionBadges);
  await db.collections.put({ ...row, name, badgeIds, changedAt: now.toISOString() });
}

/** Forgets a set; its badges stay. */
export async function dropCollection(id: string, db = defaultDb): Promise<void> {
  await db.collections.delete(id);
}
