import { db as defaultDb, type AccountRow } from './db';
import { addAccount } from './library';
import { findLoss } from './loss';
import { libraryNote, type LibraryNote } from './settings';

/** Notes what the library has. Not while something is lost: the note is all that is left of it. */
export async function noteLibrary(db = defaultDb): Promise<void> {
  const before = await libraryNote.getValue();
  if (await findLoss(before, db)) return;
  await writeNote(before?.mark ?? null, db);
}

/** From now on the library as it is counts, whatever was noted before. */
export async function acceptLibrary(db = defaultDb): Promise<void> {
  await writeNote(null, db);
}

/** Puts the accounts back that the note has and the library has not. Their badges come with the next pull. */
export async function restoreAccounts(now: Date, db = defaultDb): Promise<number> {
  const note = await libraryNote.getValue();
  const there = new Set<string>(await db.accounts.toCollection().primaryKeys());
  const lost = note?.accounts.filter(({ id }) => !there.has(id)) ?? [];
  for (const { label, ...account } of lost) {
    await addAccount(account, now, db);
    await db.accounts.update(account.id, { label });
  }
  await acceptLibrary(db);
  return lost.length;
}

async function writeNote(mark: string | null, db: typeof defaultDb): Promise<void> {
  const work = async () => {
    const [badges, originals, rows] = [
      await db.badges.count(),
      // What an account brought comes back with its next pull.
      await db.originals.where('id').startsWith('file:').count(),
      await db.accounts.toArray(),
    ];
    if (badges === 0 && rows.length === 0) return null;
    const value = mark ?? crypto.randomUUID();
    await db.marks.put({ key: 'library', value });
    return { mark: value, badges, originals, accounts: rows.map(toNoted) };
  };
  const note = await db.transaction('rw', db.marks, db.badges, db.originals, db.accounts, work);
  const before = await libraryNote.getValue();
  if (JSON.stringify(before) === JSON.stringify(note)) return;
  await libraryNote.setValue(note);
}

function toNoted({ id, sourceId, handle, url, label, links }: AccountRow): LibraryNote['accounts'][number] {
  return { id, sourceId, handle, url, label, ...(links ? { links } : {}) };
}
