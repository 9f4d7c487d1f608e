import { pictureKey, type Account, type AccountId } from './badge';
import type { BadgeReference } from './badge-links';
import { db as defaultDb, type AccountRow, type RequestPurpose } from './db';
import { dropOriginals } from './library-originals';
import type { Holder } from './holder';
import type { KnownVerification, Verification } from './verification';

/** Rows of the network log that are kept. */
const logLimit = 500;

/** Adds an account, or returns the one that is there: adding twice must not lose anything. */
export async function addAccount(account: Account, now: Date, db = defaultDb): Promise<AccountRow> {
  return db.transaction('rw', db.accounts, async () => {
    const known = await db.accounts.get(account.id);
    if (known) return known;
    const row = newRow(account, now);
    await db.accounts.add(row);
    return row;
  });
}

/** An account of which nothing is known yet. */
export function newRow(account: Account, now: Date): AccountRow {
  return {
    ...account,
    label: null,
    summary: null,
    exams: [],
    addedAt: now.toISOString(),
    syncedAt: null,
    statedTotal: null,
    foundTotal: null,
    progress: null,
    error: null,
    errorAt: null,
  };
}

/** Removes an account with its badges, what it may ask for in the user's name, and what no other badge needs: originals, pictures. */
export async function removeAccount(id: AccountId, db = defaultDb): Promise<void> {
  const tables = [db.accounts, db.badges, db.originals, db.pictures, db.grants];
  await db.transaction('rw', tables, async () => {
    await db.accounts.delete(id);
    await db.grants.delete(id);
    const own = await db.badges.where('accountId').equals(id).primaryKeys();
    const keys = new Set<string>();
    await inChunks(own, async (ids) => {
      for (const row of await db.badges.bulkGet(ids)) if (row) keys.add(pictureKey(row));
      await db.badges.bulkDelete(ids);
      await dropOriginals(
        ids.map(([, badge]) => badge),
        db,
      );
    });
    // What another account shows, too, stays.
    await inChunks(await db.badges.toCollection().primaryKeys(), async (ids) => {
      for (const row of await db.badges.bulkGet(ids)) if (row) keys.delete(pictureKey(row));
    });
    await db.pictures.bulkDelete([...keys]);
  });
}

/** Ten thousand rows must not be in memory together. */
async function inChunks<T>(all: readonly T[], work: (chunk: T[]) => Promise<void>): Promise<void> {
  for (let start = 0; start < all.length; start += 500) await work(all.slice(start, start + 500));
}

/** Keeps a picture; `bytes` null notes that it could not be had. Never puts nothing over something. */
export async function storePicture(
  key: string,
  picture: { mediaType: string; bytes: ArrayBuffer } | null,
  now: Date,
  db = defaultDb,
): Promise<void> {
  await db.transaction('rw', db.pictures, async () => {
    if (!picture && (await db.pictures.get(key))?.bytes) return;
    const triedAt = now.toISOString();
    await db.pictures.put({
      key,
      mediaType: picture?.mediaType ?? '',
      bytes: picture?.bytes ?? null,
      triedAt,
      usedOn: triedAt.slice(0, 10),
    });
  });
}

/** The user has looked: nothing is new any more. */
export async function markSeen(db = defaultDb): Promise<void> {
  await db.badges.where('isNew').equals(1).modify({ isNew: 0 });
}

/** Remembers a result. One that decided something stays beside a later one that could not (a fault of the network). */
export async function rememberVerification(
  { sourceId, id }: BadgeReference,
  verification: Verification,
  db = defaultDb,
): Promise<KnownVerification> {
  const key = `${sourceId}:${id}`;
  return db.transaction('rw', db.verifications, async () => {
    const before = await db.verifications.get(key);
    const lastGood = verification.verdict === 'unverifiable' ? lastDecided(before) : null;
    await db.verifications.put({ key, verification, lastGood });
    return { verification, lastGood };
  });
}

/** Adds to the newest result whom the badge names. */
export async function rememberHolder(
  { sourceId, id }: BadgeReference,
  holder: Holder,
  db = defaultDb,
): Promise<void> {
  const key = `${sourceId}:${id}`;
  await db.transaction('rw', db.verifications, async () => {
    const row = await db.verifications.get(key);
    if (row) await db.verifications.put({ ...row, verification: { ...row.verification, holder } });
  });
}

function lastDecided(before: KnownVerification | undefined): Verification | null {
  if (!before) return null;
  return before.verification.verdict === 'unverifiable' ? before.lastGood : before.verification;
}

/** A line in the network log; the oldest go when there are too many. */
export async function logRequest(
  row: { at: string; host: string; purpose: RequestPurpose; outcome: string },
  db = defaultDb,
): Promise<void> {
  await db.networkLog.add(row);
  const surplus = (await db.networkLog.count()) - logLimit;
  if (surplus > 0)
    await db.networkLog.bulkDelete(await db.networkLog.orderBy('id').limit(surplus).primaryKeys());
}

/** Everything goes. The empty database is there again afterwards. */
export async function eraseAll(db = defaultDb): Promise<void> {
  await db.delete();
  await db.open();
}
