import { AppError } from '@/utils/errors';
import { storeMergeChoice } from '@/utils/library-merges';
import type { HandlersOf } from '@/utils/messages';
import type { MergeMessages } from '@/utils/messages-merge';
import { showNewCount } from './toolbar';

/** The user's word on what belongs together. */
export const mergeHandlers: HandlersOf<MergeMessages> = {
  async chooseMerge({ ids, choice }) {
    if (ids.length !== 2 || ids.some((id) => typeof id !== 'string'))
      throw new AppError('unexpected', 'two badges are needed');
    await storeMergeChoice(ids, choice, new Date());
    await showNewCount();
    return null;
  },
};
