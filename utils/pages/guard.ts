import { coveringTheTop, isDimmed } from './disguise';

/** Milliseconds for which a thing of ours must have been in sight before a press on it counts (facts on threats, A1.3). */
const seenMs = 100;

/** What is pressed in one of our layers is inside one of these. */
const guarded = '.report, .choice, .claim, .toast, .mark, .pin';

/** The second version of the observer, which also tells whether what is in sight can really be seen. Chromium alone has it. */
interface VisibilityEntry extends IntersectionObserverEntry {
  readonly isVisible?: boolean;
}
type VisibilityInit = IntersectionObserverInit & { trackVisibility: true; delay: number };

/** Says of a press in one of our layers whether the user can have meant it. */
export type Guard = (event: Event) => boolean;

/**
 * Pages can lay pictures over our buttons, or make them see-through, and let the user press what he does not see. A press
 * counts when the browser says that its target was in sight for a while, where it can say that (Chromium), and when
 * nothing that makes it invisible is found around it now, everywhere.
 * @param root our closed shadow root, hung into `host`
 */
export function guardPresses(host: Element, root: ShadowRoot): Guard {
  const seen = watchSight(root);
  return (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const part = target?.closest(guarded) ?? target;
    if (!event.isTrusted || !target || !part) return false;
    if (seen && !seen(part, event.timeStamp)) return false;
    return !isDimmed(target) && !coveringTheTop(target, host);
  };
}

/** Tells whether a part has been visible long enough at a time; null where the browser cannot tell. */
function watchSight(root: ShadowRoot): ((part: Element, at: number) => boolean) | null {
  if (!('isVisible' in IntersectionObserverEntry.prototype)) return null;
  const since = new WeakMap<Element, number>();
  const note = (entries: readonly VisibilityEntry[]) => {
    for (const { target, isVisible, time } of entries) {
      if (isVisible) since.set(target, since.get(target) ?? time);
      else since.delete(target);
    }
  };
  const init: VisibilityInit = { trackVisibility: true, delay: seenMs };
  const observer = new IntersectionObserver(note, init);
  const watched = new WeakSet<Element>();
  // Parts come and go with every press; those that are gone are let go of.
  new MutationObserver(() => {
    for (const part of root.querySelectorAll(guarded)) {
      if (watched.has(part)) continue;
      watched.add(part);
      observer.observe(part);
    }
  }).observe(root, { childList: true, subtree: true });
  return (part, at) => {
    note(observer.takeRecords());
    const first = since.get(part);
    return first !== undefined && at - first >= seenMs;
  };
}
