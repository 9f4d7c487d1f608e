import type { Account, Badge, BadgeId } from '../badge';
import type { Exam } from '../db';
import type { ErrorRecord } from '../errors';
import type { WebUrl } from '../html';
import type { Io } from '../io';
import type { BadgeAddresses } from './badge-addresses';

/** A picture's bytes and what they are. */
export interface Picture {
  readonly mediaType: string;
  readonly bytes: ArrayBuffer;
}

/** What proves a badge by itself, wherever it lies. */
export interface Original {
  readonly id: BadgeId;
  /** What people would call it: the badge's own name. */
  readonly name: string;
  readonly text: string;
}

/** One page of what a source returned, not yet trusted. */
export interface RecordPage {
  readonly records: readonly unknown[];
  /** How many the source says there are in all; null when it does not say. */
  readonly statedTotal: number | null;
  /** How many pages there are, this one included; null or left out when the source does not say. */
  readonly pagesTotal?: number | null;
  /** What to hand to `fetchRecords` for the next page; null after the last one. */
  readonly nextCursor: string | null;
  /** Exams that the source lists beside the badges; left out where it lists none. */
  readonly exams?: readonly Exam[];
  /** Badges of this account that were taken back and of which the source says no more: what the library has of them is marked. */
  readonly revoked?: readonly BadgeId[];
  /** Something on this page failed by itself (one link of many); the pull goes on, and the account says it at the end. */
  readonly problem?: ErrorRecord;
}

/** Where badges come from. One file each; a line in `index.ts` (and in `addresses.ts`) puts it to work everywhere. */
export interface BadgeSource extends BadgeAddresses {
  /** Match patterns we fetch from. Empty for a source without a network, or whose hosts depend on the account. */
  readonly hosts: readonly string[];
  /**
   * When the browser asks the user for `hosts`: at installation, or in the click that connects the first account of this
   * source. (Few are asked at installation: each is a line in a warning that people read before they trust us.)
   */
  readonly askedAt: 'installation' | 'connecting';
  /** True for a source whose badges live in the library alone: its accounts are never pulled, and none of them goes missing. */
  readonly isLocal?: boolean;
  /** `unofficial`: the service does not offer this way to others. `experimental`: strict hosts may refuse us. Shown beside the name. */
  readonly standing?: 'unofficial' | 'experimental';
  /** Accounts as users paste them, for the words under the paste field and for the contract test. */
  readonly examples: readonly string[];
  /** Links of single badges as users paste them; empty when single badges cannot be added. */
  readonly linkExamples: readonly string[];
  /** The account in what the user pasted, or null when it is not ours. Never sets `links`. */
  parseAccount(input: string): Account | null;
  /**
   * A link that shows one badge of this source and that can be added by itself, in the form that is kept (no tracking, no
   * e-mail address); null when it is none. Wider than `parseBadgeUrl`: short links name no badge before they are followed.
   */
  parseLink(url: URL): WebUrl | null;
  /** The match patterns of one account, where they depend on it (a Moodle, a host with its own name). `hosts` when left out. */
  hostsOf?(account: Account): readonly string[];
  /** The page that people open to see the badge. */
  badgePageUrl(id: string): WebUrl | null;
  /** Addresses of the badge's hosted assertion, best first. The ids were shaped by `parseBadgeUrl`. */
  assertionUrls(id: string): readonly WebUrl[];
  /**
   * The holder's name as the badge's public page prints it, where the record that is checked has none. Null without one.
   * @param badge what the record says, for telling the name apart from the words around it
   */
  readHolder?(
    id: string,
    badge: { readonly name: string; readonly issuerName: string },
    io: Io,
  ): Promise<string | null>;
  /**
   * Asks the source for one page; for an account with `links`, for one link (see `link-pages.ts`). The only part with a
   * network.
   * @param cursor null for the first page, later what the page before returned
   * @throws AppError in the source's own cases: `not-found`, `private-profile`, `sign-in-required`, `not-json`…
   */
  fetchRecords(account: Account, cursor: string | null, io: Io): Promise<RecordPage>;
  /** Pure. Throws AppError('bad-response') when the records are not what we know. */
  toBadges(records: readonly unknown[], account: Account): Badge[];
  /**
   * Pure. What proves the badges by themselves, where their records do: kept beside them, so that they can be checked
   * although they lie behind a sign-in. A token (JWT, JWS) is the very text that came. Of a JSON credential only what was
   * parsed is known, so its text is `JSON.stringify` of that: not byte for byte what was sent, but the same document, and
   * proofs of Data Integrity are made over the document (RDF or JCS), never over its bytes.
   */
  originals?(records: readonly unknown[], account: Account): readonly Original[];
  /** The picture of a badge that the source brings itself, where there is no address to fetch it from. */
  picture?(badge: Badge): Picture | null;
}
