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
  readonly damaged: readonly { readonly table: string; readonly what: string }[];
}
