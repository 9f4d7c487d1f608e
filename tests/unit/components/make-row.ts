import type { BadgeRow } from '@/utils/db';
import { makeBadge } from '../make-badge';

/** A stored badge, as lists get it. */
export function makeRow(
  badge: Parameters<typeof makeBadge>[0] = {},
  row: Partial<Pick<BadgeRow, 'isNew' | 'missingSince'>> = {},
): BadgeRow {
  return {
    ...makeBadge(badge),
    addedAt: '2026-06-01T00:00:00.000Z',
    runId: 'run',
    isNew: 0,
    missingSince: null,
    ...row,
  };
}

export const today = '2026-11-22';
