import type { Account, Badge } from '../badge';
import { AppError } from '../errors';
import type { BadgeSource } from './source';

/**
 * Each record as its badge. One odd record is left out (the totals then differ, and that is said); a page of them is
 * another format.
 * @throws AppError `bad-response` when none of the records is a badge
 */
export function badgesOf(
  records: readonly unknown[],
  account: Account,
  toBadge: (record: unknown, account: Account) => Badge | null,
): Badge[] {
  const badges = records.map((record) => toBadge(record, account)).filter((badge) => badge !== null);
  if (records.length > 0 && badges.length === 0)
    throw new AppError('bad-response', `none of ${records.length} records is a badge as we know it`);
  return badges;
}

/** What a source says whose badges have no pages of their own that anybody could open. */
export const withoutPages = {
  linkExamples: [],
  parseLink: () => null,
  parseBadgeUrl: () => null,
  isPictureUrl: () => false,
  isImitation: () => false,
  badgePageUrl: () => null,
  assertionUrls: () => [],
} as const satisfies Partial<BadgeSource>;
