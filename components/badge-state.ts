import { isExpired } from '@/utils/badge';
import type { BadgeRow } from '@/utils/db';
import type { Entry } from '@/utils/entries';

/** What there is to say about a badge of one's own; `good` says nothing. */
export type ListedState =
  'good' | 'revoked' | 'expired' | 'renewed' | 'pending' | 'private' | 'retired' | 'link-only' | 'missing';

/** The one thing to say, worst first. `today` is YYYY-MM-DD in the user's own calendar. */
export function stateOf(badge: BadgeRow & Partial<Pick<Entry, 'related'>>, today: string): ListedState {
  const state = rowStateOf(badge, today);
  const isRenewed = badge.related?.some(({ kind }) => kind === 'renewed-by');
  return state === 'expired' && isRenewed ? 'renewed' : state;
}

/** The same for one proof by itself. */
export function rowStateOf(badge: BadgeRow, today: string): ListedState {
  const { state, missingSince } = badge;
  if (state === 'revoked') return 'revoked';
  if (state === 'expired' || isExpired(badge, today)) return 'expired';
  if (state === 'pending' || state === 'private') return state;
  if (missingSince !== null) return 'missing';
  return state === 'retired' || state === 'link-only' ? state : 'good';
}
