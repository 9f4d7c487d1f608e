import type { BadgeId } from './badge';
import type { BadgeReference } from './badge-links';
import type { PlaceKind, PlaceRow } from './placements-kept';

/** Where the user put badges. */
export interface PlaceMessages {
  /** Adds a place, changes it, or puts it back: the row takes the place of one with its id. */
  keepPlace(request: { place: PlaceRow }): null;
  /** Forgets it; the page that asks keeps the row for as long as it offers to undo. */
  dropPlace(request: { id: string }): null;
  /** Notes that these badges were put somewhere just now; once for the same kind and words. Returns how many are noted. */
  noteUse(request: { badgeIds: readonly BadgeId[]; kind: PlaceKind; label: string }): { count: number };
}

/** What a content script in a webmail may say. */
export interface PlacePageMessages {
  /** The user's signature was inserted in a webmail: noted where the user wants that by itself. */
  noteInsertion(request: { webmail: string; isSignature: boolean }): null;
  /** A LinkedIn profile lists these badges: those of the user are noted as placed there, once. */
  noteProfile(request: { badges: readonly BadgeReference[] }): null;
}
