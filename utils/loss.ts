import type { LapelPinDatabase } from './db';
import type { LibraryNote } from './settings';

/** What the library had, when it is not there any more. */
export type Loss = LibraryNote;

/**
 * What the browser has lost: the database carries a mark, and the note outside of it says which. Another mark, or none, is a
 * database that was made anew behind our back. The same mark with accounts, but without a single badge where some were, is one
 * that lost its rows.
 */
export async function findLoss(note: LibraryNote | null, db: LapelPinDatabase): Promise<Loss | null> {
  if (!note) return null;
  return db.transaction('r', db.marks, db.badges, db.accounts, async () => {
    const mark = await db.marks.get('library');
    if (mark?.value !== note.mark) return note;
    if (note.badges === 0 || (await db.badges.count()) > 0) return null;
    const accounts = await db.accounts.bulkGet(note.accounts.map(({ id }) => id));
    return accounts.every((account) => account) ? note : null;
  });
}
