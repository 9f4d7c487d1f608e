import type { BackupPart, Damage, RestoreMode, RestoreReport } from '@/utils/backup';
import { openBackup } from '@/utils/backup-read';
import { AppError, toAppError } from '@/utils/errors';
import { send, sendAgain } from '@/utils/messages';

/** Of one message to the background, in characters: browsers take 64 MB, and memory is spared with less. */
const messageSize = 6_000_000;

export interface RestoreWish {
  readonly file: Blob;
  readonly passphrase: string;
  readonly mode: RestoreMode;
  /** From 0 to 1, of the file. */
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Reads a backup and has the background take it in.
 * @throws AppError `cancelled` (nothing was changed), `wrong-passphrase`, `damaged-file`, `storage-full`
 */
export async function restoreBackup(wish: RestoreWish): Promise<RestoreReport> {
  const { file, passphrase, mode, onProgress, signal } = wish;
  const { manifest, pieces } = await openBackup(file, passphrase);
  const { restoreId } = await sendAgain('beginRestore', { mode, rowVersion: manifest.rowVersion });
  const damaged: Damage[] = [];
  try {
    for await (const piece of pieces()) {
      if (signal.aborted) throw new AppError('cancelled');
      onProgress(Math.min(1, piece.position / file.size));
      if (piece.kind === 'damage') damaged.push(piece.damage);
      else
        for (const part of split(piece.part)) await sendAgain('restoreParts', { restoreId, parts: [part] });
    }
    if (signal.aborted) throw new AppError('cancelled');
    const report = await sendAgain('endRestore', { restoreId });
    return { ...report, damaged: [...damaged, ...report.damaged] };
  } catch (cause) {
    await send('cancelRestore', {}).catch(() => null);
    throw toAppError(cause);
  }
}

/** In pieces that fit into a message. */
function* split({ table, rows }: BackupPart): Generator<BackupPart> {
  let group: unknown[] = [];
  let size = 0;
  for (const row of rows) {
    const bytes = (row as { bytes?: unknown } | null)?.bytes;
    const length = 2_000 + (typeof bytes === 'string' ? bytes.length : 0);
    if (group.length > 0 && size + length > messageSize) {
      yield { table, rows: group };
      group = [];
      size = 0;
    }
    group.push(row);
    size += length;
  }
  if (group.length > 0) yield { table, rows: group };
}
