/** Opacity from which on a thing counts as seen. */
const clear = 0.9;
/** The highest layer that a page can ask for; ours lies there too, so only this one can come above it. */
const highest = 2_147_483_647;

/**
 * Whether a style around an element hides or disfigures it: see-through, filtered, blended, clipped, masked, or moved by more
 * than a shift. Looks at everything from the element to the root of the page, through shadow roots.
 */
export function isDimmed(element: Element): boolean {
  let opacity = 1;
  for (const one of chainOf(element)) {
    const style = getComputedStyle(one);
    opacity *= Number(style.opacity);
    const isPlain =
      style.visibility === 'visible' &&
      style.filter === 'none' &&
      style.mixBlendMode === 'normal' &&
      style.clipPath === 'none' &&
      style.maskImage === 'none' &&
      style.rotate === 'none' &&
      style.scale === 'none' &&
      isShift(style.transform);
    if (!isPlain) return true;
  }
  return opacity < clear;
}

/** Whether a transform, as computed, only moves things within the page. */
export function isShift(transform: string): boolean {
  if (transform === 'none') return true;
  const numbers = /^matrix\((.+)\)$/.exec(transform)?.[1]?.split(',').map(Number);
  return numbers?.slice(0, 4).join() === '1,0,0,1';
}

/**
 * Whether something of the page lies over an element of ours without taking its presses: a popover, a dialog or a full
 * screen, which lie above everything, or a thing in the page's highest layer. What takes the press needs no search: then we
 * never hear of it.
 */
export function coveringTheTop(element: Element, host: Element): boolean {
  const box = element.getBoundingClientRect();
  return allElements(host.ownerDocument).some(
    (other) =>
      !isAround(other, host) &&
      meets(other.getBoundingClientRect(), box) &&
      (other.matches(':popover-open, :modal, :fullscreen') || isHighest(other)) &&
      other.checkVisibility(),
  );
}

/** By its computed layer: the page may have asked for more, and gets this. */
function isHighest(element: Element): boolean {
  const { zIndex, position } = getComputedStyle(element);
  return position !== 'static' && Number(zIndex) >= highest;
}

function isAround(other: Element, host: Element): boolean {
  return other === host || other.contains(host);
}

function meets(one: DOMRect, other: DOMRect): boolean {
  const across = one.left < other.right && other.left < one.right;
  return across && one.top < other.bottom && other.top < one.bottom;
}

/** The element and everything that it stands in, out of shadow roots too. */
function* chainOf(element: Element): Generator<Element> {
  for (let one: Element | null = element; one; one = parentOf(one)) yield one;
}

function parentOf(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** Of the document and its open shadow roots. */
function allElements(tree: Document | ShadowRoot): Element[] {
  const own = [...tree.querySelectorAll('*')];
  return [...own, ...own.flatMap(({ shadowRoot }) => (shadowRoot ? allElements(shadowRoot) : []))];
}
