import { watch } from './watch';

/** What an observer looks for. */
export interface Observed {
  readonly selector: string;
  /** Elements whose open shadow root is looked into as soon as they have one. Others are found by themselves. */
  readonly shadowHosts?: string;
  /** Attributes whose change makes an element a match, no match, or another one. */
  readonly attributes?: readonly string[];
}

/**
 * Calls back once for each element that matches, now and whenever one is added, in the document and in its open shadow
 * roots. Only what was added is looked through. The signal that is handed on aborts when the element has left the
 * page, or when `signal` does; an element that comes back is found again.
 */
export function observe(
  document: Document,
  observed: Observed,
  signal: AbortSignal,
  onFound: (element: Element, signal: AbortSignal) => void,
): void {
  const found = new Map<Element, AbortController>();
  signal.addEventListener('abort', () => found.forEach((own) => own.abort()));

  const take = (element: Element) => {
    if (signal.aborted || found.has(element)) return;
    const own = new AbortController();
    found.set(element, own);
    onFound(element, own.signal);
  };
  /** What was found under another address is something else now: a mark must never stay beside a new link. */
  const takeAnew = (element: Element) => {
    found.get(element)?.abort();
    found.delete(element);
    if (element.matches(observed.selector)) take(element);
  };
  const listener = {
    ...observed,
    onElement: take,
    onAttribute: takeAnew,
    onChange: (hasRemoved: boolean) => hasRemoved && forgetGone(found),
  };
  watch(document, listener, signal);
}

function forgetGone(found: Map<Element, AbortController>): void {
  for (const [element, own] of found) {
    if (element.isConnected) continue;
    found.delete(element);
    own.abort();
  }
}
