import type { BadgeId, SourceId } from './badge';
import type { ErrorRecord } from './errors';
import type { WebUrl } from './html';

/** One thing to read a badge from. Bytes travel as Base64, for messages are JSON in Chrome. */
export type ImportItem =
  | { readonly kind: 'file'; readonly name: string; readonly base64: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'address'; readonly url: WebUrl };

/** What became of one item. Outcomes are in the order of the items. */
export type ImportOutcome =
  /** `known`: it was there before (`since`). */
  | { readonly outcome: 'added' | 'known'; readonly badgeId: BadgeId; readonly name: string }
  /** The address is a badge of a source, which was told to fetch it (as `addLink` does). */
  | { readonly outcome: 'linked'; readonly sourceId: SourceId; readonly badgeId: BadgeId | null }
  | { readonly outcome: 'failed'; readonly error: ErrorRecord }
  /** The badge lies at hosts that the browser was not let ask yet; the page asks the user and brings the item again. */
  | { readonly outcome: 'needs-hosts'; readonly hosts: readonly string[] };

/** Items of one message, and the bytes of all of them; a single larger one goes alone. */
export const importLimits = { items: 100, bytes: 2_000_000 } as const;

export interface ImportRequest {
  readonly items: readonly ImportItem[];
  /** ISO moment at which the user brought them: what came in since then counts as added, also when it is sent again. */
  readonly since: string;
  /** Takes what a badge itself says where the browser does not let us ask its issuer for the rest. */
  readonly withoutAsking?: boolean;
}

/** Bringing badges in by hand. */
export interface ImportMessages {
  /**
   * Reads and keeps badges. All or nothing for each item; asking twice changes nothing, so whoever gets no answer (the
   * background was stopped) asks again. May answer for the first items alone when their issuers take long; the others are
   * then brought again. Throws `consent-needed`, `too-large`.
   */
  importBadges(request: ImportRequest): { outcomes: readonly ImportOutcome[] };
  /** Takes an imported badge, or a single link, out of the library; returns what `restoreImported` needs to undo that. */
  removeImported(request: { badgeId: BadgeId }): { undo: string };
  /** Undoes `removeImported`. */
  restoreImported(request: { undo: string }): null;
  /** Adds one badge of a source by its link. Throws `not-an-account` when the source does not know the link. */
  addLink(request: { sourceId: SourceId; link: WebUrl }): { badgeId: BadgeId | null };
}
