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
  | { readonly outcome: 'added' | 'known'; readonly badgeId: BadgeId; readonly name: string }
  | { readonly outcome: 'failed'; readonly error: ErrorRecord }
  /** The badge lies at hosts that the browser was not let ask yet; the page asks the user and brings the item again. */
  | { readonly outcome: 'needs-hosts'; readonly hosts: readonly string[] };

/** Bringing badges in by hand. */
export interface ImportMessages {
  /** Reads and keeps badges. All or nothing for each item; asking twice changes nothing. Throws `consent-needed`, `too-large`. */
  importBadges(request: { items: readonly ImportItem[] }): { outcomes: readonly ImportOutcome[] };
  /** Takes an imported badge, or a single link, out of the library; returns what `restoreImported` needs to undo that. */
  removeImported(request: { badgeId: BadgeId }): { undo: string };
  /** Undoes `removeImported`. */
  restoreImported(request: { undo: string }): null;
  /** Adds one badge of a source by its link. Throws `not-an-account` when the source does not know the link. */
  addLink(request: { sourceId: SourceId; link: WebUrl }): { badgeId: BadgeId | null };
}
