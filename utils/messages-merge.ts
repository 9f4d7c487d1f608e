import type { BadgeId } from './badge';

/** The user's word on what belongs together. */
export interface MergeMessages {
  /** `null` takes an earlier choice back, so that the rules decide again. */
  chooseMerge(request: { ids: readonly [BadgeId, BadgeId]; choice: 'together' | 'apart' | null }): null;
}
