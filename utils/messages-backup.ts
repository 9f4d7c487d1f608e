import type { BackupPart, RestoreMode, RestoreReport } from './backup';

/** Backup and repair. The file itself is written and read by the library page, a part at a time. */
export interface BackupMessages {
  /** Begins to restore, in the place of any other. `replace` empties the library only when the whole file was read (at `endRestore`). */
  beginRestore(request: { mode: RestoreMode; rowVersion: number }): { restoreId: string };
  /** Writes some parts. Asking twice changes nothing. */
  restoreParts(request: { restoreId: string; parts: readonly BackupPart[] }): null;
  /** Ends it; returns what was restored. Asking twice returns the same. */
  endRestore(request: { restoreId: string }): RestoreReport;
  /** Gives a restore up. The library stays as it was. */
  cancelRestore(request: object): null;
  /** Compares the library with what is noted outside of it, and puts the accounts back that it lost. */
  repairLibrary(request: object): { accounts: number };
  /** What is missing is to be missing: the library as it is now is noted. */
  acceptLoss(request: object): null;
  /** Notes which pictures were shown, for the day on which space runs out. */
  noteShown(request: { keys: readonly string[] }): null;
  /** Throws out pictures that can be fetched again until so many bytes are free. */
  freeSpace(request: { bytes: number }): { pictures: number; bytes: number };
}
