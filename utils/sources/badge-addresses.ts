import type { SourceId } from '../badge';

/**
 * How one source's badges look in addresses. Apart from the source itself because content scripts need only this: the
 * reading of records would more than double what every page has to load.
 */
export interface BadgeAddresses {
  /** Stored with every badge (a branded string, not a union). Renaming needs a database version. */
  readonly id: SourceId;
  /** Proper name, as the company writes it. Not translated. */
  readonly name: string;
  /** Words of which one stands in every address that the functions below know, for a fast look at a page (lower case). */
  readonly words: readonly string[];
  /** The id of the badge in the address of its public page, or null when the address is none. */
  parseBadgeUrl(url: URL): string | null;
  /** True for an address that shows a badge's picture. */
  isPictureUrl(url: URL): boolean;
  /** Set where records move about: the id in a link may be an older name of the record, which then names itself. */
  readonly movesRecords?: true;
  /** True for an address that is made to look like a badge page of this source but is on another host. */
  isImitation(url: URL): boolean;
}
