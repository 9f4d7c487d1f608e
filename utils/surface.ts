/**
 * How lasting a way to find something is. `role`: what it is to a screen reader; `hook`: an id or attribute that the
 * page's own code holds on to; `structure`: where it stands; `class`: a name for its looks, gone with the next release.
 */
export type Tier = 'role' | 'hook' | 'structure' | 'class';

/** One way to find something. */
export interface Candidate {
  readonly tier: Tier;
  readonly selector: string;
}

/**
 * A place in a page where we do something. Two locators that know nothing of each other must agree: what it is, and what
 * it stands in. Where only one of them finds its part we draw nothing there, and act from our own windows alone.
 */
export interface Surface {
  /** What it is. In order, the most lasting first. An `iframe` stands for what is editable in its document. */
  readonly candidates: readonly Candidate[];
  /** What it stands in. */
  readonly within: readonly Candidate[];
  /** A locator beside `within`, where the address tells; tested on path, query and fragment. */
  readonly at?: RegExp;
}

const of =
  (tier: Tier) =>
  (...selectors: readonly string[]): readonly Candidate[] =>
    selectors.map((selector) => ({ tier, selector }));

export const role = of('role');
export const hook = of('hook');
export const structure = of('structure');
export const byClass = of('class');

/** All candidates as one selector; the empty string where there are none. */
export function selectorOf(candidates: readonly Candidate[]): string {
  return candidates.map(({ selector }) => selector).join(',');
}

/** Whether the second locator agrees that an element that was found is the one that was meant. */
export function isAgreed(element: Element, { within, at }: Surface, url: URL): boolean {
  if (at && !at.test(url.pathname + url.search + url.hash)) return false;
  return within.length === 0 ? at !== undefined : element.closest(selectorOf(within)) !== null;
}
