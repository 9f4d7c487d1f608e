import { AppError } from '@/utils/errors';
import type { HandlersOf } from '@/utils/messages';
import type { ClaimMessages, ClaimPageMessages } from '@/utils/messages-claims';

/** Claiming from mail, and what is known of other places. */
export const claimHandlers: HandlersOf<ClaimMessages & ClaimPageMessages> = {
  storePlacements: () => Promise.reject(new AppError('unexpected')),
  forgetPlacements: () => Promise.reject(new AppError('unexpected')),
  dismissClaim: () => Promise.reject(new AppError('unexpected')),
  noteClaim: () => Promise.reject(new AppError('unexpected')),
};
