import { AppError } from '@/utils/errors';
import type { HandlersOf } from '@/utils/messages';
import type { MergeMessages } from '@/utils/messages-merge';

/** The user's word on what belongs together. */
export const mergeHandlers: HandlersOf<MergeMessages> = {
  chooseMerge: () => Promise.reject(new AppError('unexpected')),
};
