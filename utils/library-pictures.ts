import { pictureKey, type AccountId, type BadgeId } from './badge';
import { db as defaultDb } from './db';
import type { WebUrl } from './html';
import { storePicture } from './library';

/** A picture that the library lacks, and one badge that shows it. */
export interface WantedPicture {
  readonly key: string;
  readonly url: WebUrl | null;
  readonly badge: [AccountId, BadgeId];
}

/** Rows that are in memory together. */
const chunkSize = 500;

/**
 * Pictures that are not there and were not asked for since `triedBefore` (an ISO moment), each once. Reads no picture and never all
 * badges together: a library may have 2 GB of the one and ten thousand of the other.
 */
export async function wantedPictures(triedBefore: string, db = defaultDb): Promise<WantedPicture[]> {
  const there = new Set(await db.pictures.toCollection().primaryKeys());
  // A picture that could not be had has no media type, and no bytes that would have to be read.
  for (const failed of await db.pictures.where('mediaType').equals('').toArray()) {
    if (failed.bytes === null && failed.triedAt < triedBefore) there.delete(failed.key);
  }
  const wanted = new Map<string, WantedPicture>();
  const ids = await db.badges.toCollection().primaryKeys();
  for (let start = 0; start < ids.length; start += chunkSize) {
    for (const row of await db.badges.bulkGet(ids.slice(start, start + chunkSize))) {
      const key = row && pictureKey(row);
      if (!row || !key || there.has(key)) continue;
      wanted.set(key, { key, url: row.imageUrl, badge: [row.accountId, row.id] });
    }
  }
  return [...wanted.values()];
}

/** Keeps a fetched picture, unless the badge that it was fetched for is gone meanwhile. `bytes` null notes that it could not be had. */
export async function storeFetched(
  wanted: WantedPicture,
  picture: { mediaType: string; bytes: ArrayBuffer } | null,
  now: Date,
  db = defaultDb,
): Promise<void> {
  await db.transaction('rw', db.badges, db.pictures, async () => {
    if ((await db.badges.where(':id').equals(wanted.badge).count()) === 0) return;
    await storePicture(wanted.key, picture, now, db);
  });
}
