import { pictureKey, type BadgeId } from './badge';
import {
  addMissing,
  db as defaultDb,
  type BadgeRow,
  type LapelPinDatabase,
  type OriginalRow,
  type PictureRow,
} from './db';
import { toAppError } from './errors';
import { newRow } from './library';
import type { ReadBadge } from './read-badge';
import { fileAccount } from './sources/file';

/** A badge that was read, with what it was read from. Where a part could not be had, it never takes the place of one that is whole. */
export type Import = Omit<ReadBadge, 'kind'>;

/**
 * Keeps badges with their originals and pictures, all in one transaction: whatever stops the background, none is there by
 * half. Asking twice changes nothing.
 * @param since what came in from then on counts as added, also when it is brought again
 * @returns for each whether it was added or known before, in their order
 * @throws AppError `storage-full`
 */
export async function storeImports(
  imports: readonly Import[],
  since: string,
  now: Date,
  db = defaultDb,
): Promise<('added' | 'known')[]> {
  if (imports.length === 0) return [];
  const tables = [db.accounts, db.badges, db.originals, db.pictures];
  const work = async () => {
    if (!(await db.accounts.get(fileAccount.id))) await db.accounts.add(newRow(fileAccount, now));
    const known = await addNew(imports, now, db);
    const again = imports.filter((item) => mayReplace(item, known.get(item.badge.id)));
    await db.badges.bulkPut(again.map((item) => toRow(item, known.get(item.badge.id), now)));
    const wanted = imports.filter(({ badge, isWhole }) => isWhole || !known.has(badge.id));
    await db.originals.bulkPut(wanted.map((item) => toOriginal(item, known.get(item.badge.id), now)));
    await putPictures(wanted, now, db);
    return imports.map(({ badge }) => ((known.get(badge.id)?.addedAt ?? since) < since ? 'known' : 'added'));
  };
  return db.transaction('rw', tables, work).catch((cause: unknown) => {
    throw toAppError(cause);
  });
}

/**
 * Adds what is not there, and returns the rows of what is. Asked in this order, for nearly all that is brought is new, and
 * to look each up first takes a third of the time.
 */
async function addNew(
  imports: readonly Import[],
  now: Date,
  db: LapelPinDatabase,
): Promise<ReadonlyMap<BadgeId, BadgeRow>> {
  const there = await addMissing(
    db.badges,
    imports.map((item) => toRow(item, undefined, now)),
  );
  const known = await db.badges.bulkGet(there.map(({ id }) => [fileAccount.id, id]));
  return new Map(known.flatMap((row) => (row ? [[row.id, row] as const] : [])));
}

/** A second look may make a badge whole, and never less. */
function mayReplace(item: Import, known: BadgeRow | undefined): boolean {
  return known !== undefined && item.isWhole;
}

function toRow({ badge }: Import, known: BadgeRow | undefined, now: Date): BadgeRow {
  const addedAt = known?.addedAt ?? now.toISOString();
  // What the user adds himself is no news to him.
  return { ...badge, accountId: fileAccount.id, addedAt, isNew: 0, runId: addedAt, missingSince: null };
}

function toOriginal({ badge, original }: Import, known: BadgeRow | undefined, now: Date): OriginalRow {
  const { name, mediaType, bytes, from } = original;
  const own = bytes.byteLength === bytes.buffer.byteLength ? bytes.buffer : bytes.slice().buffer;
  return { id: badge.id, name, mediaType, bytes: own, from, addedAt: known?.addedAt ?? now.toISOString() };
}

/** A picture that is there already stays: awards of one achievement share it. */
async function putPictures(imports: readonly Import[], now: Date, db: LapelPinDatabase): Promise<void> {
  const wanted = new Map<string, PictureRow>();
  const triedAt = now.toISOString();
  for (const { badge, picture } of imports) {
    if (picture) {
      const usedOn = triedAt.slice(0, 10);
      wanted.set(pictureKey(badge), { key: pictureKey(badge), ...picture, triedAt, usedOn });
    }
  }
  const rows = [...wanted.values()];
  if (rows.length === 0) return;
  const there = await db.pictures.bulkGet(rows.map(({ key }) => key));
  await db.pictures.bulkPut(rows.filter((_, index) => !there[index]?.bytes));
}

/** Which of these badges are here with everything that they say: they need not be read again. */
export async function findWholeImports(
  ids: readonly BadgeId[],
  db = defaultDb,
): Promise<ReadonlyMap<BadgeId, BadgeRow>> {
  const rows = await db.badges.bulkGet(ids.map((id) => [fileAccount.id, id]));
  // A class that could not be had leaves the description empty; a few whole badges have none, and are read again.
  return new Map(rows.flatMap((row) => (row?.achievement.description ? [[row.id, row] as const] : [])));
}

/** What is kept as the proof of a badge; null for those that are proven where they lie. */
export async function readOriginal(id: BadgeId, db = defaultDb): Promise<OriginalRow | null> {
  return (await db.originals.get(id)) ?? null;
}
