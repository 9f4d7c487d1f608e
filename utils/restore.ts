import {
  backupTables,
  type BackupPart,
  type BackupTable,
  type Damage,
  type RestoreMode,
  type RestoreReport,
} from './backup';
import { db as defaultDb, type LapelPinDatabase, type OriginalRow, type PictureRow } from './db';
import { AppError, toAppError } from './errors';
import { merges } from './restore-merge';
import { parseRow } from './restore-rows';
import type { RestoredSettings } from './restore-own-settings';

/** More damage than this is counted, not listed. */
const maxDamage = 500;

/** A restore under way. In the database, for a background may be stopped at any time. */
export interface Restore {
  readonly id: string;
  readonly mode: RestoreMode;
  /** Version of the database that the rows were taken from. */
  readonly rowVersion: number;
  readonly startedAt: string;
  readonly damaged: readonly Damage[];
  /** What came of it, once it is in the library: whoever asked may not have heard. */
  readonly done?: Restored;
}

/** What was restored, with the settings: they are not in the database. */
export interface Restored {
  readonly report: RestoreReport;
  readonly settings:
    ({ readonly signature: { layoutId: string; badgeIds: readonly string[] } } & RestoredSettings) | null;
  readonly mode: RestoreMode;
}

/** Where the restore itself stands among its rows. */
const headKey: [string, string] = ['', 'restore'];

/**
 * Begins to restore. In two steps: rows are checked and put aside as they come; only when the whole file is read they go
 * into the library, all in one transaction (`restore-commit.ts`). Whatever stops it before that, the library is as it was.
 */
export async function beginRestore(
  mode: RestoreMode,
  rowVersion: number,
  now: Date,
  db = defaultDb,
): Promise<string> {
  await abandonRestore(db);
  const restore: Restore = {
    id: crypto.randomUUID(),
    mode,
    rowVersion,
    startedAt: now.toISOString(),
    damaged: [],
  };
  await db.restoring.put({ table: headKey[0], key: headKey[1], row: restore });
  return restore.id;
}

/**
 * Puts some rows aside. Asking twice changes nothing.
 * @throws AppError `cancelled` when another restore has begun meanwhile, `storage-full`
 */
export async function restoreParts(
  restoreId: string,
  parts: readonly BackupPart[],
  db = defaultDb,
): Promise<void> {
  const tables = [db.restoring, db.originals, db.pictures];
  const work = async () => {
    const restore = await requireRestore(restoreId, db);
    if (restore.done) throw new AppError('cancelled', 'this restore has ended');
    const damaged: Damage[] = [];
    for (const part of parts) damaged.push(...(await putAside(part, restore, db)));
    if (damaged.length > 0) await noteDamage(restore, damaged, db);
  };
  await db.transaction('rw', tables, work).catch((cause: unknown) => {
    throw toAppError(cause);
  });
}

/** @throws AppError `cancelled` */
export async function requireRestore(restoreId: string, db: LapelPinDatabase): Promise<Restore> {
  // Only this file writes it.
  const restore = (await db.restoring.get(headKey))?.row as Restore | undefined;
  if (restore?.id !== restoreId) throw new AppError('cancelled', 'another restore');
  return restore;
}

/** Empties what was put aside and keeps what came of it, within the transaction that took it in. */
export async function closeRestore(restore: Restore, done: Restored, db: LapelPinDatabase): Promise<void> {
  await db.restoring.clear();
  await db.restoring.put({ table: headKey[0], key: headKey[1], row: { ...restore, done } });
}

/** Ends a restore before its time: the library was not touched. What no badge of the library needs goes again. */
export async function abandonRestore(db = defaultDb): Promise<void> {
  await db.transaction('rw', db.restoring, db.originals, db.badges, async () => {
    const ids = await db.restoring
      .where('[table+key]')
      .between(['originals', ''], ['originals', '\uffff'])
      .primaryKeys();
    for (const [, id] of ids) {
      const isOurs = (await db.badges.where('id').equals(id).count()) === 0;
      if (isOurs) await db.originals.delete(id as OriginalRow['id']);
    }
    await db.restoring.clear();
  });
}

async function putAside(
  { table, rows }: BackupPart,
  restore: Restore,
  db: LapelPinDatabase,
): Promise<Damage[]> {
  if (!isTable(table)) return [{ table: String(table).slice(0, 40), what: 'unknown table' }];
  const damaged: Damage[] = [];
  const whole: Record<string, unknown>[] = [];
  for (const row of rows) {
    const parsed = parseRow(table, row, restore.rowVersion);
    if (parsed) whole.push(parsed);
    else damaged.push({ table, what: nameOf(row) });
  }
  if (table === 'originals') await putOriginals(whole as unknown as OriginalRow[], db);
  if (table === 'pictures') await putPictures(whole as unknown as PictureRow[], db);
  const toStay = table === 'originals' || table === 'pictures' ? whole.map(withoutBytes) : whole;
  await db.restoring.bulkPut(toStay.map((row) => ({ table, key: keyOf(table, row), row })));
  return damaged;
}

/**
 * Bytes go where they belong at once, for two gigabytes cannot be moved twice. They harm nothing there: they are named after
 * what they are, never take another's place, and what no badge needs in the end is removed.
 */
async function putOriginals(rows: readonly OriginalRow[], db: LapelPinDatabase): Promise<void> {
  const there = new Set(
    await db.originals
      .where('id')
      .anyOf(rows.map(({ id }) => id))
      .primaryKeys(),
  );
  await db.originals.bulkPut(rows.filter(({ id }) => !there.has(id)));
}

async function putPictures(rows: readonly PictureRow[], db: LapelPinDatabase): Promise<void> {
  const there = await db.pictures.bulkGet(rows.map(({ key }) => key));
  const merged = rows.map((row, index) => {
    const own = there[index];
    return own ? (merges['pictures']?.(own as never, row as never, false) as PictureRow) : row;
  });
  await db.pictures.bulkPut(merged);
}

function withoutBytes(row: Record<string, unknown>): Record<string, unknown> {
  return { ...row, bytes: null };
}

async function noteDamage(restore: Restore, damaged: readonly Damage[], db: LapelPinDatabase): Promise<void> {
  const all = [...restore.damaged];
  for (const one of damaged) {
    const isKnown = all.some(({ table, what }) => table === one.table && what === one.what);
    if (!isKnown && all.length < maxDamage) all.push(one);
  }
  await db.restoring.put({ table: headKey[0], key: headKey[1], row: { ...restore, damaged: all } });
}

/** The primary key as one string. */
function keyOf(table: BackupTable, row: Record<string, unknown>): string {
  if (table === 'settings') return 'settings';
  if (table === 'badges') return `${String(row['accountId'])} ${String(row['id'])}`;
  return String(row['id'] ?? row['key'] ?? row['accountId']);
}

function isTable(table: unknown): table is BackupTable {
  return (backupTables as readonly unknown[]).includes(table);
}

function nameOf(row: unknown): string {
  const { achievement, name, handle, key, id } = (row ?? {}) as Record<string, unknown>;
  const title = (achievement as { name?: unknown } | null | undefined)?.name;
  const word = [title, name, handle, key, id].find((candidate) => typeof candidate === 'string' && candidate);
  return String(word ?? '').slice(0, 200);
}
