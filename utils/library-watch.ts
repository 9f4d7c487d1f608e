import { db as defaultDb, type AccountRow } from './db';
import { addAccount } from './library';
import { libraryNote, type LibraryNote } from './settings';

/** What the library had, when it is not there any more. */
export type Loss = LibraryNote;

/**
 * What the browser has lost: the database carries a mark, and the note outside of it says which. Another mark, or none, is a
 * database that was made anew behind our back. The same mark with accounts, but without a single badge where some were, is one
 * that lost its rows.
 */
export async function findLoss(note: LibraryNote | null, db = defaultDb): Promise<Loss | null> {
  if (!note) return null;
  return db.transaction('r', db.marks, db.badges, db.accounts, async () => {
    const mark = await db.marks.get('library');
    if (mark?.value !== note.mark) return note;
    if (note.badges === 0 || (await db.badges.count()) > 0) return null;
    const accounts = await db.accounts.bulkGet(note.accounts.map(({ id }) => id));
    return accounts.every((account) => account) ? note : null;
  });
}

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
      await db.originals.count(),
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
