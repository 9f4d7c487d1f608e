import type { Claim } from '../claims';
import { send } from '../messages';
import type { ShownPerson } from '../holder';
import type { FoundBadge } from './find-badges';
import type { Place } from './insert-place';

/**
 * What we draw into pages. A script of its own: it is brought into a page when there is something to draw beside, and
 * not before, so that a page without badges and editors pays for the search alone. Every part goes when its `signal`
 * aborts, and all of it with `root`.
 */
export interface PageUi {
  /** A pin at a field where the user writes a mail, or their signature. */
  mountSignaturePin(element: Element, place: Place, signal: AbortSignal, root: AbortSignal): void;
  /** A pin at a field for a post. */
  mountSharePin(element: Element, signal: AbortSignal, root: AbortSignal): void;
  /** A mark beside somebody's badge. */
  mountBadgeMark(found: FoundBadge, whose: Whose, signal: AbortSignal, root: AbortSignal): void;
  /** A button at a mail that tells of a new badge. */
  mountClaim(body: Element, claim: Claim, signal: AbortSignal, root: AbortSignal): void;
}

/** Whom the page shows beside a badge, read when it is wanted; null where it cannot be told for certain. */
export type Whose = () => ShownPerson | null;

/** Where the script leaves it: on the global of our own world, which the page cannot see. */
const world = globalThis as typeof globalThis & { pageUi?: PageUi };
let loading: Promise<unknown> | undefined;

/** Brings the script into this frame, once, and hands it on. Nothing happens when the signal has aborted meanwhile. */
export function withPageUi(signal: AbortSignal, use: (ui: PageUi) => void): void {
  loading ??= send('loadPageUi', {}).catch((cause: unknown) => console.warn('overlay:', cause));
  void whenLoaded(loading, signal, use);
}

async function whenLoaded(
  whole: Promise<unknown>,
  signal: AbortSignal,
  use: (ui: PageUi) => void,
): Promise<void> {
  await whole;
  if (world.pageUi && !signal.aborted) use(world.pageUi);
}

/** Called by the script itself. One from before an update gives way. */
export function offerPageUi(ui: PageUi): void {
  world.pageUi = ui;
}
