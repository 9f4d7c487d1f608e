import * as v from 'valibot';
import { formatName, formatVersion, type BackupHeader } from './backup';
import { readZip } from './backup-zip';
import { AppError } from './errors';

/** Rows by table. */
export const countsSchema = v.record(v.string(), v.pipe(v.number(), v.integer(), v.minValue(0)));
const start = {
  format: v.literal(formatName),
  version: v.number(),
  madeAt: v.pipe(v.string(), v.isoTimestamp()),
};
/** What the manifest is. */
export const manifestSchema = v.object({
  ...start,
  rowVersion: v.number(),
  appVersion: v.string(),
  counts: countsSchema,
});
const lockSchema = v.object({
  kdf: v.literal('PBKDF2-HMAC-SHA-256'),
  iterations: v.pipe(v.number(), v.integer(), v.minValue(1)),
  salt: v.string(),
  cipher: v.literal('AES-256-GCM'),
  check: v.string(),
});
const headerSchema = v.union([
  v.object({ ...manifestSchema.entries, lock: v.null() }),
  v.object({ ...start, lock: lockSchema }),
]);

/**
 * What stands at the beginning of the file.
 * @throws AppError `damaged-file` when it is no backup, `unsupported-badge` when a newer LapelPin made it
 */
export async function readHeader(file: Blob): Promise<BackupHeader> {
  const first = await readZip(file).next();
  const entry = first.done ? null : first.value;
  if (entry?.name !== 'lapelpin.json' || !entry.bytes) throw new AppError('damaged-file', 'no backup');
  const header = v.safeParse(headerSchema, parseJson(entry.bytes));
  const { version = 0 } = header.success
    ? header.output
    : ((parseJson(entry.bytes) as { version?: number } | null) ?? {});
  // A newer one may look different in every way.
  if (version > formatVersion) throw new AppError('unsupported-badge', `format ${version}`);
  if (!header.success) throw new AppError('damaged-file', 'header');
  return header.output;
}

/** JSON, or null for what is none. */
export function parseJson(bytes: Uint8Array | string): unknown {
  try {
    return JSON.parse(typeof bytes === 'string' ? bytes : new TextDecoder().decode(bytes)) as unknown;
  } catch {
    return null;
  }
}
