import type { SurfaceReport } from './examine';
import type { InsertStep } from './editor-kinds';

/** The popup asks the script that it has put into the tab. A global of that script's own world, unseen by the page. */
export const reportFunction = 'readPageReport';

/** What became of the last insertion in a frame. */
export interface LastInsertion {
  /** The kind of editor, as `editor-kinds.ts` names it. */
  readonly editor: string;
  /** What was tried, in this order; the last one is the one that counts. */
  readonly steps: readonly InsertStep[];
  /** `inserted` only after our links were found in the editor. */
  readonly status: 'inserted' | 'already' | 'failed' | 'needs-page-world';
  /** ISO moment. */
  readonly at: string;
}

/** How one frame of a page looks to us. */
export interface PageReport {
  /** The site that the user has switched on here; null where none is. */
  readonly siteId: string | null;
  /** Which site or software it seems to be; null where nothing tells. */
  readonly looksLike: string | null;
  readonly surfaces: readonly SurfaceReport[];
  /** Whether an editor has the focus, or is the only one in sight: then insertion works without any adapter. */
  readonly hasEditor: boolean;
  readonly lastInsertion: LastInsertion | null;
  /** What surrounds the editor and the surfaces, as tags and names of attributes. No text, no value. */
  readonly skeleton: readonly string[];
}

const world = globalThis as typeof globalThis & { lastInsertion?: LastInsertion };

/** Kept for the report, in this frame and for as long as the page is open. */
export function noteLastInsertion(insertion: LastInsertion): void {
  world.lastInsertion = insertion;
}

export function readLastInsertion(): LastInsertion | null {
  return world.lastInsertion ?? null;
}
