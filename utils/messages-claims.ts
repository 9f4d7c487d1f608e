import type { PlacementRow } from './db';
import type { SourceId } from './badge';

/** Claiming from mail, and what is known of other places. */
export interface ClaimMessages {
  /** Keeps the lines of LinkedIn's export in place of those that were there. */
  storePlacements(request: { placements: readonly PlacementRow[] }): null;
  /** Forgets them. */
  forgetPlacements(request: object): null;
  /** The user no longer waits for a claimed badge. */
  dismissClaim(request: { claimId: string }): null;
}

/** What a content script in a mail page may say. */
export interface ClaimPageMessages {
  /**
   * The user opened a claim link of this source (the link was in the mail; it is not sent, only its digest). The source's
   * accounts are refreshed in a while.
   */
  noteClaim(request: { sourceId: SourceId; digest: string }): null;
}
