import type { CollectionRow } from './collections';

/** Sets of badges. */
export interface CollectionMessages {
  /** Makes a set, changes it, or puts it back: the row takes the place of one with its id. */
  keepCollection(request: { collection: CollectionRow }): null;
  /** Forgets it; the page that asks keeps the row for as long as it offers to undo. */
  dropCollection(request: { id: string }): null;
}
