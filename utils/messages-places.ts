import type { PlaceRow } from './placements-kept';

/** Where the user put badges. */
export interface PlaceMessages {
  /** Adds a place, changes it, or puts it back: the row takes the place of one with its id. */
  keepPlace(request: { place: PlaceRow }): null;
  /** Forgets it; the page that asks keeps the row for as long as it offers to undo. */
  dropPlace(request: { id: string }): null;
}
