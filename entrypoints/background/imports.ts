import { AppError } from '@/utils/errors';
import type { HandlersOf } from '@/utils/messages';
import type { ImportMessages } from '@/utils/messages-import';

/** Bringing badges in by hand. */
export const importHandlers: HandlersOf<ImportMessages> = {
  importBadges: () => Promise.reject(new AppError('unexpected')),
  removeImported: () => Promise.reject(new AppError('unexpected')),
  restoreImported: () => Promise.reject(new AppError('unexpected')),
  addLink: () => Promise.reject(new AppError('unexpected')),
};
