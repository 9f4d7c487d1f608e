import type { BadgeReference } from './badge-links';
import type { HolderMatch, ShownPerson } from './holder';
import type { KnownVerification } from './verification';

/** What a content script may ask of badges in its page. */
export interface VerificationPageMessages {
  /** Checks a badge that the page names; null when the user has not switched the sender's site on. */
  verifyBadge(request: BadgeReference): KnownVerification;
  /**
   * Whether a badge that was checked belongs to whom the page shows. `mayAsk`: the user has just pressed for it, so the
   * badge's own page may be read for the holder's name.
   */
  compareHolder(request: BadgeReference & { shown: ShownPerson; mayAsk: boolean }): HolderMatch;
  /** The last results, without asking anybody. */
  readVerification(request: BadgeReference): KnownVerification | null;
}
