/** A place beside a target for something square. */
export type Spot = (target: Element, size: number) => { readonly x: number; readonly y: number };

/** After a link's words, after the whole of it, before its first line, or on its upper corner. */
export const besideLink: readonly Spot[] = [
  (target, size) => {
    const words = lastWords(target);
    return { x: words.right + 4, y: middle(words, size) };
  },
  (target, size) => {
    const box = target.getBoundingClientRect();
    return { x: box.right + 4, y: middle(box, size) };
  },
  (target, size) => {
    const words = lines(target)[0] ?? target.getBoundingClientRect();
    return { x: words.left - size - 4, y: middle(words, size) };
  },
  (target, size) => {
    const words = lastWords(target);
    return { x: words.right - size / 2, y: words.top - size + 4 };
  },
];

/** On the upper left corner: Gmail lays its own button over the upper right one. */
export const onPicture: readonly Spot[] = [
  (target, size) => {
    const { left, top } = target.getBoundingClientRect();
    return { x: left - size / 3, y: top - size / 3 };
  },
];

/** At the edge of a text field: first inside its upper right corner, then lower, then outside. */
export const atEditor: readonly Spot[] = [
  (target, size) => {
    const { right, top } = target.getBoundingClientRect();
    return { x: right - size - 8, y: top + 6 };
  },
  (target, size) => {
    const { right, bottom } = target.getBoundingClientRect();
    return { x: right - size - 8, y: bottom - size - 6 };
  },
  (target, size) => {
    const { right, top } = target.getBoundingClientRect();
    return { x: right - size - 8, y: top - size - 4 };
  },
];

/** For something wide at a message: above its right end, inside it, or below. */
export function atMessage(width: number): readonly Spot[] {
  const at = (y: (box: DOMRect, size: number) => number): Spot => {
    return (target, size) => {
      const box = target.getBoundingClientRect();
      return { x: Math.max(box.left, Math.min(box.right, innerWidth - 8) - width), y: y(box, size) };
    };
  };
  return [
    at(({ top }, size) => top - size - 6),
    at(({ top }) => top + 6),
    at(({ bottom }) => bottom + 6),
    // Buttons that senders draw reach out of their lines.
    at(({ bottom }) => bottom + 28),
    at(({ top }) => top + 6),
  ];
}

/** The first spot where nothing of the page is covered; the last one when there is none. */
export function chooseSpot(
  target: Element,
  spots: readonly Spot[],
  size: number,
  own: Element,
  width = size,
): Spot | undefined {
  return spots.find((spot) => isFree(spot(target, size), { width, size }, target, own)) ?? spots.at(-1);
}

/** Whether something of the page lies over the target, such as a dialog that was opened above it. */
export function isCovered(target: Element, own: Element): boolean {
  const line = lines(target)[0] ?? target.getBoundingClientRect();
  const top = topmost(target, line.left + line.width / 2, line.top + line.height / 2, own);
  return top !== null && !top.contains(target) && !target.contains(top);
}

const busy =
  'a, button, input, select, textarea, img, svg, video, canvas, iframe, [role="button"], [role="link"]';

function isFree(
  { x, y }: { x: number; y: number },
  { width, size }: { width: number; size: number },
  target: Element,
  own: Element,
): boolean {
  const edges = (length: number) => [1, length / 2, length - 1];
  // What is wide could lie over words between its ends and its middle.
  const across = width === size ? edges(size) : [...edges(width), width / 4, (width * 3) / 4];
  const points = across.flatMap((dx) => edges(size).map((dy) => [x + dx, y + dy] as const));
  return points.every(([px, py]) => {
    const top = topmost(target, px, py, own);
    if (!top) return false;
    const control = top.closest(busy);
    if (control && control !== target && !control.contains(target)) return false;
    return !hasTextAt(target.ownerDocument, px, py);
  });
}

/** What one sees at a point, our own layer left out. */
function topmost(target: Element, x: number, y: number, own: Element): Element | null {
  const root = target.getRootNode();
  const scope = 'elementsFromPoint' in root ? (root as Document | ShadowRoot) : target.ownerDocument;
  return scope.elementsFromPoint(x, y).find((element) => element !== own) ?? null;
}

function hasTextAt(document: Document, x: number, y: number): boolean {
  const position = 'caretPositionFromPoint' in document ? document.caretPositionFromPoint(x, y) : null;
  const node = position?.offsetNode;
  if (!position || !node || node.nodeType !== 3 /* Node.TEXT_NODE */) return false;
  const range = document.createRange();
  const length = node.nodeValue?.length ?? 0;
  range.setStart(node, Math.max(0, position.offset - 1));
  range.setEnd(node, Math.min(length, position.offset + 1));
  return [...range.getClientRects()].some(
    (box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom,
  );
}

/** Where the words of a link end. A link that is a block is as wide as its column; then its first words count. */
function lastWords(target: Element): DOMRect {
  const box = target.getBoundingClientRect();
  if (getComputedStyle(target).display === 'inline') return lines(target).at(-1) ?? box;
  const walker = target.ownerDocument.createTreeWalker(target, 4 /* NodeFilter.SHOW_TEXT */);
  while (walker.nextNode()) {
    if (!walker.currentNode.nodeValue?.trim()) continue;
    const range = target.ownerDocument.createRange();
    range.selectNodeContents(walker.currentNode);
    const line = [...range.getClientRects()].at(-1);
    if (line && line.width > 2) return line; // words only for screen readers are a pixel wide
  }
  return box;
}

function lines(target: Element): DOMRect[] {
  return [...target.getClientRects()];
}

function middle(line: DOMRect, size: number): number {
  return line.top + (line.height - size) / 2;
}
