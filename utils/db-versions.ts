import type { Dexie, Transaction } from 'dexie';
import { unasked, type Verification } from './verification';

/** Every version that the database ever had. A released one is history: add the next, with an upgrade and a fixture. */
export function defineVersions(database: Dexie): void {
  database.version(1).stores({
    accounts: 'id',
    badges: 'id, accountId, issuedOn, isNew',
    pictures: 'key',
    verifications: 'key',
    networkLog: '++id, at',
  });
  // The same indexes; results gained who the issuer is, whose the badge is, endorsements, and the last good one.
  database
    .version(2)
    .stores({ verifications: 'key' })
    .upgrade((old) => old.table('verifications').toCollection().modify(toResultOf2));
  // Two accounts may prove the same badge: a row is named by both. A primary key cannot be changed, so the rows move
  // out, and back into a table of the same name.
  database.version(3).stores({ badges: null, badgesMoving: '[accountId+id]' }).upgrade(moveOut);
  database
    .version(4)
    .stores({
      badges: '[accountId+id], id, accountId, issuedOn, isNew',
      pictures: 'key, usedOn, mediaType',
      originals: 'id',
      mergeChoices: 'key',
      claims: 'id',
      placements: 'id',
      grants: 'accountId',
    })
    .upgrade(moveBack);
  database.version(5).stores({ badgesMoving: null, restoring: '[table+key]', marks: 'key' });
  // Places that the user remembers: a table of their own, for the lines of an export are replaced as a whole.
  database.version(6).stores({ places: 'id, badgeId' });
  database.version(7).stores({ collections: 'id' });
}

/** Changes the row in place, as Dexie asks. */
export function toResultOf2(row: { verification: Verification; lastGood?: Verification | null }): void {
  row.verification = { ...unasked, ...row.verification };
  row.lastGood = null;
}

async function moveOut(transaction: Transaction): Promise<void> {
  await transaction.table('badgesMoving').bulkPut(await transaction.table('badges').toArray());
}

/** What is new in version 4 and was not known before. Rows of old backups get the same. */
export const badgeDefaults = { knownAs: [], basis: 'record', renewableFrom: null };
export const accountDefaults = { label: null, summary: null, exams: [] };
const progressDefaults = {
  pagesTotal: null,
  changes: { added: 0, changed: 0, ids: { added: [], changed: [] } },
};

async function moveBack(transaction: Transaction): Promise<void> {
  const rows: object[] = await transaction.table('badgesMoving').toArray();
  await transaction.table('badges').bulkPut(rows.map((row) => ({ ...badgeDefaults, ...row })));
  await transaction
    .table('accounts')
    .toCollection()
    .modify((row: { progress?: object | null }) => {
      Object.assign(row, accountDefaults, row);
      if (row.progress) row.progress = { ...progressDefaults, ...row.progress };
    });
  await transaction
    .table('pictures')
    .toCollection()
    .modify((row: { triedAt: string; usedOn?: string }) => {
      row.usedOn = row.triedAt.slice(0, 10);
    });
}
