/** `merge` keeps what is there and adds what is not; `replace` makes the library what the file says. */
export type RestoreMode = 'merge' | 'replace';

/** Some rows of one table, bytes as Base64; or one setting. */
export interface BackupPart {
  readonly table: string;
  readonly rows: readonly unknown[];
}

/** What a restore did. */
export interface RestoreReport {
  /** Rows written, by table. */
  readonly written: Readonly<Record<string, number>>;
  /** Rows that were there already and stayed as they were, by table. */
  readonly kept: Readonly<Record<string, number>>;
  /** Rows that could not be read, with what is wrong. */
  readonly damaged: readonly Damage[];
}

export interface Damage {
  readonly table: string;
  readonly what: string;
}

/**
 * Tables of a backup in the order in which they stand in the file: what cannot be fetched again comes first, so that a
 * file that was cut off has it. `settings` has one row. `grants` are in files with a passphrase alone.
 */
export const backupTables = [
  'settings',
  'accounts',
  'mergeChoices',
  'placements',
  'places',
  'collections',
  'claims',
  'grants',
  'badges',
  'originals',
  'verifications',
  'pictures',
] as const;
export type BackupTable = (typeof backupTables)[number];

/** Tables whose rows have bytes, which stand in the file by themselves. */
export const tablesWithBytes: ReadonlySet<string> = new Set<BackupTable>(['originals', 'pictures']);

export const formatName = 'lapelpin-backup';
/** Of the file. A change that an older reader would get wrong raises it, with an upgrade in `backup-read.ts`. */
export const formatVersion = 1;

/** What stands at the beginning of a backup, and once more at its end with what was really written. */
export interface BackupManifest {
  readonly format: typeof formatName;
  readonly version: number;
  /** Of the database whose rows these are. */
  readonly rowVersion: number;
  readonly madeAt: string;
  readonly appVersion: string;
  /** Rows by table. */
  readonly counts: Readonly<Record<string, number>>;
}

/** How a file is locked: standard parameters, so that others can open it, too. All bytes as Base64. */
export interface BackupLock {
  readonly kdf: 'PBKDF2-HMAC-SHA-256';
  readonly iterations: number;
  readonly salt: string;
  readonly cipher: 'AES-256-GCM';
  /** A known text, locked: what tells a wrong passphrase from a damaged file. */
  readonly check: string;
}

/** The first entry of the file. A locked file says nothing else in the open. */
export type BackupHeader =
  | ({ readonly lock: null } & BackupManifest)
  | {
      readonly format: typeof formatName;
      readonly version: number;
      readonly madeAt: string;
      readonly lock: BackupLock;
    };

/** No honest entry is larger; what says so is not read into memory. */
export const maxEntryBytes = 64_000_000;

/** SHA-256 in hexadecimal. */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
