import type { Account, Badge } from '../badge';
import type { WebUrl } from '../html';
import type { Io } from '../io';
import type { BadgeAddresses } from './badge-addresses';

/** A picture's bytes and what they are. */
export interface Picture {
  readonly mediaType: string;
  readonly bytes: ArrayBuffer;
}

/** One page of what a source returned, not yet trusted. */
export interface RecordPage {
  readonly records: readonly unknown[];
  /** How many the source says there are in all; null when it does not say. */
  readonly statedTotal: number | null;
  /** What to hand to `fetchRecords` for the next page; null after the last one. */
  readonly nextCursor: string | null;
}

/** Where badges come from. One file each; a line in `index.ts` (and in `addresses.ts`) puts it to work everywhere. */
export interface BadgeSource extends BadgeAddresses {
  /** Match patterns we fetch from. They become required host permissions. */
  readonly hosts: readonly string[];
  /** Address forms that users paste, for the words under the paste field and for the contract test. */
  readonly examples: readonly string[];
  /** The account in what the user pasted, or null when it is not ours. */
  parseAccount(input: string): Account | null;
  /** The page that people open to see the badge. */
  badgePageUrl(id: string): WebUrl | null;
  /** Addresses of the badge's hosted assertion, best first. The ids were shaped by `parseBadgeUrl`. */
  assertionUrls(id: string): readonly WebUrl[];
  /**
   * Asks the source for one page. The only part with a network.
   * @param cursor null for the first page, later what the page before returned
   * @throws AppError in the source's own cases: `not-found`, `private-profile`, `sign-in-required`, `not-json`…
   */
  fetchRecords(account: Account, cursor: string | null, io: Io): Promise<RecordPage>;
  /** Pure. Throws AppError('bad-response') when the records are not what we know. */
  toBadges(records: readonly unknown[], account: Account): Badge[];
  /** The picture of a badge that the source brings itself, where there is no address to fetch it from. */
  picture?(badge: Badge): Picture | null;
}
