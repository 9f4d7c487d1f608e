import { isExpired } from '@/utils/badge';
import type { BadgeRow } from '@/utils/db';

/** What there is to say about a badge of one's own; `good` says nothing. */
export type ListedState = 'good' | 'revoked' | 'expired' | 'pending' | 'private' | 'missing';

/** The one thing to say, worst first. `today` is YYYY-MM-DD in the user's own calendar. */
export function stateOf(badge: BadgeRow, today: string): ListedState {
  if (badge.state === 'revoked') return 'revoked';
  if (isExpired(badge, today)) return 'expired';
  if (badge.state === 'pending' || badge.state === 'private') return badge.state;
  return badge.missingSince === null ? 'good' : 'missing';
}
