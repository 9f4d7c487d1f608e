import { allRoots, frameDocument } from './all-roots';

/**
 * Finds where the user writes. By what an element is (editable, its role), never by its label: labels are translated.
 * Elements may come from another realm (a frame's document), so nothing here asks `instanceof`.
 */

/** The editor that has the focus, through open shadow roots and frames of the same origin; or the only one in sight. */
export function findFocusedEditor(document: Document): HTMLElement | null {
  const active = deepActiveElement(document);
  return (active && editingHost(active)) ?? onlyVisibleEditor(document);
}

/**
 * The editor that an element is: itself, or what is editable in a frame, its body or the one element inside of it (Naver).
 * Null while a frame is still loading.
 */
export function toEditor(element: Element): HTMLElement | null {
  const inner = frameDocument(element);
  if (!inner) return editingHost(element);
  const body = inner.body && editingHost(inner.body);
  if (body) return body;
  const editors = allEditors(inner);
  return editors.length === 1 ? (editors[0] ?? null) : null;
}

/** The outermost editable element around `element`, or the text area that it is. Null when one cannot write there. */
export function editingHost(element: Element): HTMLElement | null {
  if (!isHtml(element)) return null;
  if (element.tagName === 'TEXTAREA') return isWritable(element) ? element : null;
  if (!element.isContentEditable) return null;
  let host = element;
  while (host.parentElement?.isContentEditable) host = host.parentElement;
  return host;
}

function deepActiveElement(document: Document): Element | null {
  let element = document.activeElement;
  for (;;) {
    const inner = element && (element.shadowRoot?.activeElement ?? frameDocument(element)?.activeElement);
    if (!inner) return element;
    element = inner;
  }
}

/** When nothing has the focus (a popup took it, or the page moved it away) a single editor leaves no doubt. */
function onlyVisibleEditor(document: Document): HTMLElement | null {
  const editors = allEditors(document).filter(isLargeEnough);
  return editors.length === 1 ? (editors[0] ?? null) : null;
}

function allEditors(document: Document): HTMLElement[] {
  const editable = '[contenteditable]:not([contenteditable="false"])';
  const found = allRoots(document).flatMap((root) => [
    ...root.querySelectorAll(editable),
    ...('body' in root && root.body ? [root.body] : []),
  ]);
  return [...new Set(found.map(editingHost).filter((host) => host !== null))];
}

/** Decoys (a clipboard catcher, a one-line chip field) are small or out of sight. */
function isLargeEnough(editor: HTMLElement): boolean {
  const { width, height } = editor.getBoundingClientRect();
  return width >= 150 && height >= 18 && editor.checkVisibility();
}

function isWritable(element: HTMLElement): boolean {
  return !element.matches(':disabled, :read-only');
}

function isHtml(element: Element): element is HTMLElement {
  return 'isContentEditable' in element;
}
