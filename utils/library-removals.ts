import { pictureKey, type BadgeId } from './badge';
import { fromBase64, toBase64 } from './base64';
import {
  db as defaultDb,
  type AccountRow,
  type BadgeRow,
  type LapelPinDatabase,
  type OriginalRow,
  type PictureRow,
} from './db';
import { AppError } from './errors';
import type { WebUrl } from './html';
import { linkOf } from './library-links';
import { fileAccount } from './sources/file';

/** Bytes as text, so that it can wait in a page. */
type Packed<Row extends { readonly bytes: ArrayBuffer | null }> = Omit<Row, 'bytes'> & {
  readonly bytes: string | null;
};

/**
 * All that was taken out. The page keeps it for as long as it offers to undo: nothing of a removed badge stays behind in the
 * library, and the background may be stopped in between.
 */
interface Removed {
  readonly version: 1;
  readonly account: AccountRow;
  readonly row: BadgeRow;
  readonly link: WebUrl | null;
  readonly original: Packed<OriginalRow> | null;
  readonly picture: Packed<PictureRow> | null;
}

/**
 * Takes an imported badge, or a single link, out of the library. An account without badges goes with its last one.
 * @returns what `restoreImported` needs
 * @throws AppError `not-found` for badges that a source lists
 */
export async function removeImported(id: BadgeId, db = defaultDb): Promise<string> {
  return db.transaction('rw', [db.accounts, db.badges, db.originals, db.pictures], async () => {
    const found = await findRemovable(id, db);
    if (!found) throw new AppError('not-found', id);
    const { account, row, link } = found;
    const original = link ? undefined : await db.originals.get(id);
    await db.badges.delete([account.id, id]);
    if (!link) await db.originals.delete(id);
    await shrinkAccount(account, link, db);
    const picture = await removeUnusedPicture(row, db);
    const removed: Removed = {
      version: 1,
      account,
      row,
      link,
      original: original ? { ...original, bytes: toBase64(new Uint8Array(original.bytes)) } : null,
      picture: picture?.bytes ? { ...picture, bytes: toBase64(new Uint8Array(picture.bytes)) } : null,
    };
    return JSON.stringify(removed);
  });
}

/**
 * Puts back what `removeImported` took out. Twice changes nothing.
 * @throws AppError `damaged-file` for a text that it did not make
 */
export async function restoreImported(undo: string, db = defaultDb): Promise<void> {
  const { account, row, link, original, picture } = parseRemoved(undo);
  await db.transaction('rw', [db.accounts, db.badges, db.originals, db.pictures], async () => {
    const known = await db.accounts.get(account.id);
    const links = known?.links ?? [];
    if (!known) await db.accounts.put({ ...account, ...(link ? { links: [link] } : {}), progress: null });
    else if (link && !links.includes(link)) await db.accounts.put({ ...known, links: [...links, link] });
    await db.badges.put(row);
    if (original) await db.originals.put({ ...original, bytes: toBytes(original.bytes) });
    if (picture && !(await db.pictures.get(picture.key)))
      await db.pictures.put({ ...picture, bytes: toBytes(picture.bytes) });
  });
}

async function findRemovable(
  id: BadgeId,
  db: LapelPinDatabase,
): Promise<{ account: AccountRow; row: BadgeRow; link: WebUrl | null } | null> {
  for (const row of await db.badges.where('id').equals(id).toArray()) {
    const account = await db.accounts.get(row.accountId);
    const link = account ? linkOf(row, account) : null;
    if (account && (link || account.id === fileAccount.id)) return { account, row, link };
  }
  return null;
}

async function shrinkAccount(account: AccountRow, link: WebUrl | null, db: LapelPinDatabase): Promise<void> {
  const links = link ? (account.links ?? []).filter((one) => one !== link) : [];
  const isEmpty = link
    ? links.length === 0
    : (await db.badges.where('accountId').equals(account.id).count()) === 0;
  if (isEmpty) await db.accounts.delete(account.id);
  // The cursor of a pull counts links: it begins again with the next.
  else if (link) await db.accounts.put({ ...account, links, progress: null, stopped: null });
}

async function removeUnusedPicture(row: BadgeRow, db: LapelPinDatabase): Promise<PictureRow | null> {
  const key = pictureKey(row);
  const isUsed =
    row.imageUrl !== null && (await db.badges.filter((other) => pictureKey(other) === key).count()) > 0;
  const picture = isUsed ? undefined : await db.pictures.get(key);
  if (picture) await db.pictures.delete(key);
  return picture ?? null;
}

/** Our own page sends back what we gave it; that much is looked at. */
function parseRemoved(undo: string): Removed {
  try {
    const removed = JSON.parse(undo) as Removed;
    if (removed.version === 1 && removed.row.accountId === removed.account.id) return removed;
  } catch {
    // Said below.
  }
  throw new AppError('damaged-file', 'no removed badge');
}

function toBytes(text: string | null): ArrayBuffer {
  return fromBase64(text ?? '').buffer;
}
