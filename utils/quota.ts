import { dayOf } from './badge';
import { db as defaultDb, type LapelPinDatabase } from './db';
import { toAppError } from './errors';

/** Of what the browser grants, so much may be used before pictures go. */
const share = 0.9;
/** Looked at together; their bytes are never read as a whole. */
const sliceSize = 100;

/** What `navigator.storage` says. Handed in by tests. */
export interface StorageMeter {
  estimate(): Promise<{ usage?: number; quota?: number }>;
}

/** Looked up when asked: a page in a test, and Firefox's private windows, may have none. */
const browserMeter: StorageMeter = {
  estimate: async () => (await navigator.storage?.estimate()) ?? {},
};

/**
 * Runs something that writes `bytes`. Before it, pictures make room when space runs short; when the browser refuses all the same, once
 * more.
 * @throws AppError `storage-full`
 */
export async function withRoom<T>(
  bytes: number,
  write: () => Promise<T>,
  meter = browserMeter,
  db = defaultDb,
): Promise<T> {
  const lacking = await lackingBytes(bytes, meter);
  if (lacking > 0) await freeSpace(lacking, db);
  try {
    return await write();
  } catch (cause) {
    const error = toAppError(cause);
    if (error.code !== 'storage-full') throw error;
    const freed = await freeSpace(Math.max(bytes * 2, 10_000_000), db);
    if (freed.pictures === 0) throw error;
    return write().catch((again: unknown) => {
      throw toAppError(again);
    });
  }
}

/** How many bytes are missing before so many can be written; 0 when the browser does not say. */
export async function lackingBytes(bytes: number, meter = browserMeter): Promise<number> {
  const { usage = 0, quota = Infinity } = await meter
    .estimate()
    .catch(() => ({}) as { usage?: number; quota?: number });
  return Math.max(0, usage + bytes - quota * share);
}

/**
 * Throws out pictures until so many bytes are free: those shown least recently first, and only such as can be fetched again. What was
 * imported, and pictures that came out of an imported file, stay.
 */
export async function freeSpace(bytes: number, db = defaultDb): Promise<{ pictures: number; bytes: number }> {
  const freed = { pictures: 0, bytes: 0 };
  const keys = await db.pictures.orderBy('usedOn').primaryKeys();
  const refetchable = keys.filter((key) => key.startsWith('https://'));
  for (let start = 0; start < refetchable.length && freed.bytes < bytes; start += sliceSize) {
    await freeSlice(refetchable.slice(start, start + sliceSize), bytes, freed, db);
  }
  return freed;
}

async function freeSlice(
  keys: readonly string[],
  bytes: number,
  freed: { pictures: number; bytes: number },
  db: LapelPinDatabase,
): Promise<void> {
  for (const key of keys) {
    if (freed.bytes >= bytes) return;
    const size = (await db.pictures.get(key))?.bytes?.byteLength ?? 0;
    if (size === 0) continue;
    await db.pictures.delete(key);
    freed.pictures += 1;
    freed.bytes += size;
  }
}

/** Notes that these pictures were shown: at most once a day for each, all in one go. */
export async function noteShown(keys: readonly string[], now: Date, db = defaultDb): Promise<void> {
  const today = dayOf(now);
  await db.transaction('rw', db.pictures, async () => {
    const due = await db.pictures.where('usedOn').below(today).primaryKeys();
    const wanted = new Set(due);
    await db.pictures
      .where('key')
      .anyOf(keys.filter((key) => wanted.has(key)))
      .modify({ usedOn: today });
  });
}
