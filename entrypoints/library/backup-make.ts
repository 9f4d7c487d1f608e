import { browser } from 'wxt/browser';
import { backupTables, tablesWithBytes, type BackupTable } from '@/utils/backup';
import { createBackup, type BackupWriter } from '@/utils/backup-write';
import { dayOf } from '@/utils/badge';
import { db, type AccountRow } from '@/utils/db';
import { AppError } from '@/utils/errors';
import { readOwnSettings } from '@/utils/own-settings';
import { signature } from '@/utils/settings';

/** Rows that are in memory together, and how many bytes of pictures or originals. */
const sliceSize = 300;
const sliceOfBytes = 10;
const groupBytes = 4_000_000;

export interface BackupWish {
  readonly withPictures: boolean;
  /** Null for a file that anybody can read. */
  readonly passphrase: string | null;
  readonly onProgress: (done: number, total: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Everything that the library has as one file. Read in slices: two gigabytes of pictures are never in memory.
 * @throws AppError `cancelled`
 */
export async function makeBackup({
  withPictures,
  passphrase,
  onProgress,
  signal,
}: BackupWish): Promise<Blob> {
  const tables = backupTables.filter(
    (table) =>
      table !== 'settings' &&
      (table !== 'pictures' || withPictures) &&
      // Whoever has these may speak for the user at a host: never in the open.
      (table !== 'grants' || passphrase !== null),
  );
  const counts: Record<string, number> = { settings: 1 };
  for (const table of tables) counts[table] = await db.table(table).count();
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const madeAt = new Date();
  const appVersion = browser.runtime.getManifest().version;
  const backup = await createBackup({ rowVersion: db.verno, madeAt, appVersion, counts, passphrase });
  await backup.add('settings', [{ signature: await signature.getValue(), ...(await readOwnSettings()) }]);
  let done = 1;
  for (const table of tables) {
    await addTable(table, backup, (count) => {
      if (signal.aborted) throw new AppError('cancelled');
      done += count;
      onProgress(done, total);
    });
  }
  return backup.finish();
}

/** "lapelpin-backup-2026-11-23.zip" */
export function backupName(now: Date): string {
  return `lapelpin-backup-${dayOf(now)}.zip`;
}

async function addTable(
  table: BackupTable,
  backup: BackupWriter,
  onRows: (count: number) => void,
): Promise<void> {
  const keys = await db.table(table).toCollection().primaryKeys();
  const size = tablesWithBytes.has(table) ? sliceOfBytes : sliceSize;
  let group: object[] = [];
  let bytes = 0;
  for (let start = 0; start < keys.length; start += size) {
    const rows = (await db.table(table).bulkGet(keys.slice(start, start + size))) as (object | undefined)[];
    // One that went meanwhile is not there.
    const there = rows.filter((row) => row !== undefined);
    group.push(...there.map((row) => (table === 'accounts' ? withoutPull(row as AccountRow) : row)));
    bytes += there.reduce((sum, row) => sum + byteLength(row), 0);
    if (bytes > groupBytes || group.length >= sliceSize) {
      await backup.add(table, group);
      group = [];
      bytes = 0;
    }
    onRows(there.length);
  }
  if (group.length > 0) await backup.add(table, group);
}

/** A pull under way is of this browser alone. */
function withoutPull(row: AccountRow): object {
  return { ...row, progress: null, stopped: null, error: null, errorAt: null };
}

function byteLength(row: object): number {
  return 'bytes' in row && row.bytes instanceof ArrayBuffer ? row.bytes.byteLength : 0;
}
