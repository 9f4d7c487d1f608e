import { AppError } from '@/utils/errors';
import type { HandlersOf } from '@/utils/messages';
import type { BackupMessages } from '@/utils/messages-backup';

/** Backup and repair. */
export const backupHandlers: HandlersOf<BackupMessages> = {
  beginRestore: () => Promise.reject(new AppError('unexpected')),
  restoreParts: () => Promise.reject(new AppError('unexpected')),
  endRestore: () => Promise.reject(new AppError('unexpected')),
  repairLibrary: () => Promise.reject(new AppError('unexpected')),
  freeSpace: () => Promise.reject(new AppError('unexpected')),
};
