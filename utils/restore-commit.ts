import type { IndexableType } from 'dexie';
import { backupTables, type BackupTable } from './backup';
import { linksHandle, pictureKey, type AccountId, type BadgeId, type SourceId } from './badge';
import {
  db as defaultDb,
  type AccountRow,
  type BadgeRow,
  type LapelPinDatabase,
  type RestoringRow,
} from './db';
import { toAppError } from './errors';
import { newRow } from './library';
import { closeRestore, requireRestore, type Restored } from './restore';
import { merges } from './restore-merge';

/** Rows that are in memory together. */
const sliceSize = 500;

type Tally = Record<string, number>;

/**
 * Takes what was put aside into the library, all in one transaction: it is there as a whole, or not at all. Asking again
 * returns what was restored.
 * @throws AppError `cancelled`, `storage-full`
 */
export async function commitRestore(restoreId: string, now: Date, db = defaultDb): Promise<Restored> {
  const work = async () => {
    const restore = await requireRestore(restoreId, db);
    if (restore.done) return restore.done;
    if (restore.mode === 'replace') await emptyLibrary(db);
    const newer = restore.mode === 'merge' ? await findNewer(db) : new Set<string>();
    const written: Tally = {};
    const kept: Tally = {};
    for (const table of backupTables) {
      if (table === 'settings') continue;
      await eachSlice(table, db, (rows) => takeIn(table, rows, newer, { written, kept }, db));
    }
    await adopt(now, db);
    if (restore.mode === 'replace') await dropUnneeded(db);
    const settings = (await db.restoring.get(['settings', 'settings']))?.row as Restored['settings'];
    const done: Restored = {
      report: { written, kept, damaged: restore.damaged },
      settings: settings ?? null,
      mode: restore.mode,
    };
    await closeRestore(restore, done, db);
    return done;
  };
  return db.transaction('rw', db.tables, work).catch((cause: unknown) => {
    throw toAppError(cause);
  });
}

/** Everything but the bytes that were put where they belong already, and the log. */
async function emptyLibrary(db: LapelPinDatabase): Promise<void> {
  for (const table of backupTables) {
    if (table !== 'settings' && table !== 'originals' && table !== 'pictures') await db.table(table).clear();
  }
}

/** Accounts that the backup knows from a later pull than the library. */
async function findNewer(db: LapelPinDatabase): Promise<Set<string>> {
  const newer = new Set<string>();
  await eachSlice('accounts', db, async (rows) => {
    for (const { row } of rows) {
      const theirs = row as AccountRow;
      const own = await db.accounts.get(theirs.id);
      if (own && (theirs.syncedAt ?? '') > (own.syncedAt ?? '')) newer.add(theirs.id);
    }
  });
  return newer;
}

async function eachSlice(
  table: BackupTable,
  db: LapelPinDatabase,
  work: (rows: RestoringRow[]) => Promise<void>,
): Promise<void> {
  let after = '';
  for (;;) {
    const range = db.restoring.where('[table+key]').between([table, after], [table, '\uffff'], after === '');
    const rows = await range.limit(sliceSize).toArray();
    const last = rows.at(-1);
    if (!last) return;
    await work(rows);
    after = last.key;
  }
}

async function takeIn(
  table: BackupTable,
  staged: readonly RestoringRow[],
  newer: ReadonlySet<string>,
  { written, kept }: { written: Tally; kept: Tally },
  db: LapelPinDatabase,
): Promise<void> {
  // The bytes are there already; only their number is told.
  if (table === 'originals' || table === 'pictures') {
    written[table] = (written[table] ?? 0) + staged.length;
    return;
  }
  const rows = staged.map(({ row }) => (table === 'accounts' ? toAccount(row as AccountRow) : row) as object);
  const there = await db.table(table).bulkGet(rows.map((row) => primaryKey(table, row)) as IndexableType[]);
  const changed = rows.flatMap((row, index) => {
    const own = there[index] as object | undefined;
    if (!own) return [row];
    const account =
      (row as { accountId?: string; id?: string }).accountId ?? (row as { id?: string }).id ?? '';
    const merged = merges[table]?.(own as never, row as never, newer.has(account)) as object;
    return JSON.stringify(merged) === JSON.stringify(own) ? [] : [merged];
  });
  await db.table(table).bulkPut(changed);
  written[table] = (written[table] ?? 0) + changed.length;
  kept[table] = (kept[table] ?? 0) + rows.length - changed.length;
}

/** No pull is under way on this machine. */
function toAccount(row: AccountRow): AccountRow {
  return { ...row, progress: null, stopped: null, error: null, errorAt: null };
}

function primaryKey(table: BackupTable, row: object): unknown {
  const { id, key, accountId } = row as { id?: string; key?: string; accountId?: string };
  if (table === 'badges') return [accountId, id];
  return table === 'grants' ? accountId : (id ?? key);
}

/** Badges whose account was damaged get it again, as far as its name tells. */
async function adopt(now: Date, db: LapelPinDatabase): Promise<void> {
  const owners = (await db.badges.orderBy('accountId').uniqueKeys()) as unknown as AccountId[];
  const there = new Set<string>(await db.accounts.toCollection().primaryKeys());
  for (const id of owners) {
    if (there.has(id)) continue;
    const colon = id.indexOf(':');
    const [sourceId, handle] = [id.slice(0, colon) as SourceId, id.slice(colon + 1)];
    const rows: BadgeRow[] =
      handle === linksHandle ? await db.badges.where('accountId').equals(id).limit(1_000).toArray() : [];
    const links = rows.flatMap(({ pageUrl }) => pageUrl ?? []);
    const account = { id, sourceId, handle, url: null, ...(handle === linksHandle ? { links } : {}) };
    await db.accounts.put(newRow(account, now));
  }
}

/** After `replace`: originals and pictures that no badge needs any more. */
async function dropUnneeded(db: LapelPinDatabase): Promise<void> {
  const originals = new Set<string>(await db.originals.toCollection().primaryKeys());
  const pictures = new Set<string>(await db.pictures.toCollection().primaryKeys());
  const ids = await db.badges.toCollection().primaryKeys();
  for (let start = 0; start < ids.length; start += sliceSize) {
    for (const row of await db.badges.bulkGet(ids.slice(start, start + sliceSize))) {
      if (row) originals.delete(row.id);
      if (row) pictures.delete(pictureKey(row));
    }
  }
  await db.originals.bulkDelete([...originals] as BadgeId[]);
  await db.pictures.bulkDelete([...pictures]);
}
