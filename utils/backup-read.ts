import { inflateSync } from 'fflate';
import * as v from 'valibot';
import {
  backupTables,
  maxEntryBytes,
  sha256,
  tablesWithBytes,
  type BackupManifest,
  type BackupPart,
  type Damage,
} from './backup';
import { countsSchema, manifestSchema, parseJson, readHeader } from './backup-header';
import { openLock, type Locksmith } from './backup-lock';
import { readZip, type ZipEntry } from './backup-zip';
import { toBase64 } from './base64';

/** Files that wait for their rows, in bytes: an honest backup has the rows of each few megabytes right behind them. */
const maxWaiting = 64_000_000;

/** What a file gives, piece by piece. */
export type BackupPiece =
  | { readonly kind: 'part'; readonly part: BackupPart; readonly position: number }
  | { readonly kind: 'damage'; readonly damage: Damage; readonly position: number };

/** A backup whose beginning was read. */
export interface OpenedBackup {
  readonly manifest: BackupManifest;
  /** Everything in it, in order; damage where something cannot be read. */
  pieces(): AsyncGenerator<BackupPiece>;
}

const endSchema = v.object({ counts: countsSchema, names: v.array(v.string()) });

/**
 * Opens a backup.
 * @throws AppError `wrong-passphrase`, and what `readHeader` throws
 */
export async function openBackup(file: Blob, passphrase: string): Promise<OpenedBackup> {
  const header = await readHeader(file);
  const locksmith = header.lock ? await openLock(header.lock, passphrase) : null;
  const manifest = header.lock === null ? header : await readManifest(file, locksmith);
  const fallback = { ...header, rowVersion: 0, appVersion: '', counts: {} };
  return { manifest: manifest ?? fallback, pieces: () => readPieces(file, locksmith, manifest) };
}

/** Of a locked file: its second entry. Null where that is damaged; the rest may be whole. */
async function readManifest(file: Blob, locksmith: Locksmith | null): Promise<BackupManifest | null> {
  for await (const { name, bytes } of readEntries(file, locksmith)) {
    if (name !== 'manifest.json' || !bytes) return null;
    const manifest = v.safeParse(manifestSchema, parseJson(bytes));
    return manifest.success ? manifest.output : null;
  }
  return null;
}

/** The entries behind the header, opened. */
async function* readEntries(
  file: Blob,
  locksmith: Locksmith | null,
): AsyncGenerator<ZipEntry & { position: number }> {
  let position = 0;
  for await (const entry of readZip(file)) {
    if (entry.name === 'lapelpin.json') continue;
    position += entry.bytes?.length ?? 0;
    yield { ...(locksmith && entry.bytes ? await unseal(entry, locksmith) : entry), position };
  }
}

async function unseal({ name, bytes }: ZipEntry, locksmith: Locksmith): Promise<ZipEntry> {
  const opened = bytes && (await locksmith.open(bytes, String(Number(name))));
  const end = opened?.indexOf(10) ?? -1;
  if (!opened || end === -1) return { name: '', bytes: null };
  const [own = '', size] = new TextDecoder().decode(opened.subarray(0, end)).split(' ');
  const rest = opened.slice(end + 1);
  if (!/\.jsonl?$/.test(own)) return { name: own, bytes: rest };
  if (!(Number(size) <= maxEntryBytes)) return { name: own, bytes: null };
  return { name: own, bytes: inflateSync(rest, { out: new Uint8Array(Number(size)) }) };
}

async function* readPieces(
  file: Blob,
  locksmith: Locksmith | null,
  manifest: BackupManifest | null,
): AsyncGenerator<BackupPiece> {
  const waiting = createWaiting();
  const seen = new Set<string>();
  const rows: Record<string, number> = {};
  let end: v.InferOutput<typeof endSchema> | null = null;
  let position = 0;
  for await (const entry of readEntries(file, locksmith)) {
    position = entry.position;
    if (entry.name === 'end.json' && entry.bytes) end = toEnd(entry.bytes);
    if (entry.name.startsWith('files/') && entry.bytes) await waiting.add(entry.name.slice(6), entry.bytes);
    const read = await readRows(entry);
    if (!read) continue;
    seen.add(entry.name);
    rows[read.table] = (rows[read.table] ?? 0) + read.rows.length;
    yield* toPieces(read, waiting, position);
  }
  for (const damage of listMissing(end, seen, rows, manifest)) yield { kind: 'damage', damage, position };
}

/** Rows with their bytes again; one whose bytes are damaged is named. */
function* toPieces(
  { table, rows }: { table: string; rows: readonly unknown[] },
  waiting: ReturnType<typeof createWaiting>,
  position: number,
): Generator<BackupPiece> {
  if (!tablesWithBytes.has(table)) {
    yield { kind: 'part', part: { table, rows }, position };
    return;
  }
  const whole: object[] = [];
  for (const row of rows) {
    const digest = typeof row === 'object' && row !== null && 'bytes' in row ? row.bytes : undefined;
    const bytes = typeof digest === 'string' ? waiting.take(digest) : null;
    if (bytes) whole.push({ ...(row as object), bytes: toBase64(bytes) });
    else if (digest === null) whole.push(row as object);
    else yield { kind: 'damage', damage: { table, what: nameOf(row) }, position };
  }
  waiting.clear();
  yield { kind: 'part', part: { table, rows: whole }, position };
}

function nameOf(row: unknown): string {
  const { name, key, id } = (row ?? {}) as { name?: unknown; key?: unknown; id?: unknown };
  return String(name ?? key ?? id ?? '').slice(0, 200);
}

/** A part of rows, when the entry is one and says what its name promises. */
async function readRows({ name, bytes }: ZipEntry): Promise<{ table: string; rows: unknown[] } | null> {
  const [, table = '', digest] = /^([a-zA-Z]+)\/\d+-\d+-([0-9a-f]{64})\.jsonl$/.exec(name) ?? [];
  if (!bytes || !(backupTables as readonly string[]).includes(table)) return null;
  if ((await sha256(bytes)) !== digest) return null;
  const lines = new TextDecoder().decode(bytes).split('\n');
  return { table, rows: lines.map((line) => parseJson(line)) };
}

function toEnd(bytes: Uint8Array): v.InferOutput<typeof endSchema> | null {
  const end = v.safeParse(endSchema, parseJson(bytes));
  return end.success ? end.output : null;
}

/** By the list at the end what is missing of each table; without it, by the counts at the beginning. */
function listMissing(
  end: v.InferOutput<typeof endSchema> | null,
  seen: ReadonlySet<string>,
  rows: Readonly<Record<string, number>>,
  manifest: BackupManifest | null,
): Damage[] {
  const stated = end?.counts ?? manifest?.counts ?? {};
  const missing = backupTables.flatMap((table) => {
    const count = (stated[table] ?? 0) - (rows[table] ?? 0);
    return count > 0 ? [{ table, what: String(count) }] : [];
  });
  if (!end) return [{ table: 'end', what: 'cut-off' }, ...missing];
  return end.names.every((name) => seen.has(name)) || missing.length > 0
    ? missing
    : [{ table: 'end', what: 'parts' }];
}

/** Files by digest, until the rows behind them ask for them. Whoever claims another digest than his is not kept. */
function createWaiting() {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  let size = 0;
  return {
    async add(digest: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
      if (size + bytes.length > maxWaiting || bytes.length > maxEntryBytes) return;
      if ((await sha256(bytes)) !== digest) return;
      size += bytes.length;
      files.set(digest, bytes);
    },
    take: (digest: string) => files.get(digest) ?? null,
    clear(): void {
      files.clear();
      size = 0;
    },
  };
}
