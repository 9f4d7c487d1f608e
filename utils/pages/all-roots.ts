export type Root = Document | ShadowRoot;

/** A document, its open shadow roots and its frames of the same origin, however deep. Asks every element: for use on demand. */
export function allRoots(document: Document): Root[] {
  const roots: Root[] = [document];
  for (const root of roots) {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) roots.push(element.shadowRoot);
      const inner = frameDocument(element);
      if (inner) roots.push(inner);
    }
  }
  return roots;
}

/** The document of a frame of the same origin; null for anything else. */
export function frameDocument(element: Element): Document | null {
  if (element.tagName !== 'IFRAME' || !('contentDocument' in element)) return null;
  try {
    return isDocument(element.contentDocument) ? element.contentDocument : null;
  } catch {
    return null; // another origin
  }
}

/** A frame's document is not of this realm: no `instanceof`. */
function isDocument(value: unknown): value is Document {
  return typeof value === 'object' && value !== null && 'activeElement' in value;
}
