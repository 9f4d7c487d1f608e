import type { Insertion } from './insertion';

/** The popup asks the script that it has put into the tab. A global of that script's own world, unseen by the page. */
export const insertFunction = 'insertIntoFocusedEditor';

/** `start`: insert. `go-on`: the paste in the page's world has been made; look, and do what is left. */
export type InsertRequest =
  | { readonly step: 'start'; readonly insertion: Insertion; readonly saysAll: boolean }
  | { readonly step: 'go-on' };

/** What the popup gets to know. */
export interface InsertReply {
  readonly status: 'inserted' | 'already' | 'no-editor' | 'needs-page-world' | 'failed';
  /** How it was inserted: a text field keeps no pictures and no links. */
  readonly as?: 'html' | 'text';
}
