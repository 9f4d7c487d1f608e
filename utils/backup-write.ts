import { deflateSync } from 'fflate';
import {
  formatName,
  formatVersion,
  sha256,
  type BackupHeader,
  type BackupManifest,
  type BackupTable,
} from './backup';
import { createLock } from './backup-lock';
import { placeInDirectory, toZipEnd, toZipPiece } from './backup-zip';

/** Bytes that are held before they are handed to the browser, which keeps large blobs out of our memory. */
const heldBytes = 8_000_000;

export interface BackupOptions {
  readonly rowVersion: number;
  readonly madeAt: Date;
  readonly appVersion: string;
  /** What the library has now; what was written stands at the end. */
  readonly counts: Readonly<Record<string, number>>;
  /** Null for a file that anybody can read. */
  readonly passphrase: string | null;
}

export interface BackupWriter {
  /** Some rows of a table; their `bytes` go into entries of their own. */
  add(table: BackupTable, rows: readonly object[]): Promise<void>;
  /** The file. */
  finish(): Promise<Blob>;
}

/**
 * Writes a backup: a zip in which every entry stands for itself and is named after its own digest. Rows are JSON lines in
 * parts; bytes are files. With a passphrase each entry is sealed by itself and only numbered, so that no name tells anything.
 */
export async function createBackup(options: BackupOptions): Promise<BackupWriter> {
  const { madeAt, appVersion, rowVersion, passphrase } = options;
  const file = createZipBlob(madeAt);
  const locksmith = passphrase === null ? null : await createLock(passphrase);
  const written: Record<string, number> = {};
  const names: string[] = [];
  const manifest: BackupManifest = {
    format: formatName,
    version: formatVersion,
    rowVersion,
    madeAt: madeAt.toISOString(),
    appVersion,
    counts: options.counts,
  };
  let place = 0;
  async function put(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const isText = name.endsWith('.jsonl') || name.endsWith('.json');
    if (!locksmith) return file.add(name, bytes, isText);
    place += 1;
    const sealed = await locksmith.seal(
      frame(`${name} ${bytes.length}`, isText ? deflateSync(bytes) : bytes),
      String(place),
    );
    file.add(String(place).padStart(6, '0'), sealed, false);
  }
  const header: BackupHeader = locksmith
    ? { format: formatName, version: formatVersion, madeAt: manifest.madeAt, lock: locksmith.lock }
    : { ...manifest, lock: null };
  file.add('lapelpin.json', toJson(header), false);
  if (locksmith) await put('manifest.json', toJson(manifest));
  return {
    async add(table, rows) {
      const lines: string[] = [];
      for (const row of rows) lines.push(JSON.stringify(await putBytes(row, put)));
      const bytes = new TextEncoder().encode(lines.join('\n'));
      written[table] = (written[table] ?? 0) + rows.length;
      const name = `${table}/${String(names.length + 1).padStart(6, '0')}-${rows.length}-${await sha256(bytes)}.jsonl`;
      names.push(name);
      await put(name, bytes);
    },
    async finish() {
      const end = { counts: written, names };
      await put('end.json', toJson(end));
      return file.finish();
    },
  };
}

/** A row's bytes as a file of their own; in the row their digest stays. */
async function putBytes(
  row: object,
  put: (name: string, bytes: Uint8Array<ArrayBuffer>) => Promise<void>,
): Promise<object> {
  if (!('bytes' in row) || !(row.bytes instanceof ArrayBuffer)) return row;
  const bytes = new Uint8Array(row.bytes);
  const digest = await sha256(bytes);
  await put(`files/${digest}`, bytes);
  return { ...row, bytes: digest };
}

/** Name and size in front of the bytes, as one piece to be sealed. */
function frame(line: string, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const head = new TextEncoder().encode(`${line}\n`);
  const whole = new Uint8Array(head.length + bytes.length);
  whole.set(head);
  whole.set(bytes, head.length);
  return whole;
}

function toJson(value: object): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(value));
}

/** A zip that grows entry by entry without being in memory as a whole. */
function createZipBlob(date: Date) {
  const blobs: Blob[] = [];
  const directories: Uint8Array<ArrayBuffer>[] = [];
  let held: Uint8Array<ArrayBuffer>[] = [];
  let heldSize = 0;
  let offset = 0;
  function flush(): void {
    blobs.push(new Blob(held));
    held = [];
    heldSize = 0;
  }
  return {
    add(name: string, bytes: Uint8Array, isPacked: boolean): void {
      const { local, directory } = toZipPiece(name, bytes, isPacked, date);
      placeInDirectory(directory, offset);
      directories.push(directory);
      held.push(local);
      heldSize += local.length;
      offset += local.length;
      if (heldSize > heldBytes) flush();
    },
    finish(): Blob {
      flush();
      const length = directories.reduce((sum, { length: one }) => sum + one, 0);
      const end = toZipEnd(directories.length, length, offset);
      return new Blob([...blobs, ...directories, end], { type: 'application/zip' });
    },
  };
}
