import { beforeEach, describe, expect, it } from 'vitest';
import { accountId, type SourceId } from '@/utils/badge';
import { LapelPinDatabase } from '@/utils/db';
import { eraseAll, newRow } from '@/utils/library';
import { acceptLibrary, noteLibrary, restoreAccounts } from '@/utils/library-watch';
import { findLoss } from '@/utils/loss';
import { libraryNote } from '@/utils/settings';
import { makeBadge } from './make-badge';

const now = new Date('2026-11-23T10:00:00Z');
const credly = 'credly' as SourceId;
const account = { id: accountId(credly, 'haneul-kim'), sourceId: credly, handle: 'haneul-kim', url: null };
let db: LapelPinDatabase;
let count = 0;

beforeEach(async () => {
  count += 1;
  db = new LapelPinDatabase(`watch-${count}`);
  await libraryNote.setValue(null);
});

async function fill(): Promise<void> {
  await db.accounts.add({ ...newRow(account, now), label: 'Work' });
  const row = {
    ...makeBadge(),
    addedAt: now.toISOString(),
    isNew: 0,
    runId: 'x',
    missingSince: null,
  } as const;
  await db.badges.add(row);
  await noteLibrary(db);
}
const loss = async () => findLoss(await libraryNote.getValue(), db);

describe('the watch over the library', () => {
  it('is content with what is there, and with an empty library', async () => {
    await noteLibrary(db);
    expect(await libraryNote.getValue()).toBeNull();
    await fill();
    expect(await libraryNote.getValue()).toMatchObject({
      badges: 1,
      accounts: [{ ...account, label: 'Work' }],
    });
    expect(await loss()).toBeNull();
  });

  it('notices a database that was made anew, and keeps the note of what was lost', async () => {
    await fill();
    await eraseAll(db);
    await noteLibrary(db);
    expect(await loss()).toMatchObject({ badges: 1 });
    await db.accounts.add(newRow({ ...account, id: accountId(credly, 'other'), handle: 'other' }, now));
    await noteLibrary(db);
    expect(await loss()).toMatchObject({ badges: 1 });
  });

  it('notices rows that are gone while their account is there', async () => {
    await fill();
    await db.badges.clear();
    expect(await loss()).toMatchObject({ badges: 1 });
  });

  it('does not call it lost when the user forgot the account', async () => {
    await fill();
    await db.badges.clear();
    await db.accounts.clear();
    expect(await loss()).toBeNull();
    await noteLibrary(db);
    expect(await libraryNote.getValue()).toBeNull();
  });

  it('puts the accounts back with their names', async () => {
    await fill();
    await eraseAll(db);
    expect(await restoreAccounts(now, db)).toBe(1);
    expect(await db.accounts.toArray()).toMatchObject([{ ...account, label: 'Work', syncedAt: null }]);
    expect(await loss()).toBeNull();
  });

  it('takes the library as it is when the user says so', async () => {
    await fill();
    await eraseAll(db);
    await acceptLibrary(db);
    expect(await loss()).toBeNull();
  });
});
