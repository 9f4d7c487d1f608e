import { dayOf, isExpired, type Badge, type BadgeId } from '@/utils/badge';
import type { BadgeRow } from '@/utils/db';

/** Badges in a signature until the user has chosen. */
const defaultCount = 3;

/**
 * The badges of the signature: those chosen, in their order; until then the newest that are public and good; and when
 * none is (sample badges have no page), the newest that have not expired, so that there is something to look at.
 */
export function chooseForSignature(
  rows: readonly BadgeRow[],
  chosen: readonly BadgeId[],
  now = new Date(),
): readonly Badge[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const picked = chosen.flatMap((id) => byId.get(id) ?? []);
  if (picked.length > 0) return picked;
  const valid = rows.filter((row) => !isExpired(row, dayOf(now)) && row.missingSince === null);
  const good = valid.filter((row) => row.pageUrl !== null && row.state === 'public');
  return (good.length > 0 ? good : valid).slice(0, defaultCount);
}
