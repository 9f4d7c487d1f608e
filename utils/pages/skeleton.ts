/** Attributes whose values are words of the standard, not of the page. */
const spoken = new Set(['role', 'contenteditable', 'aria-multiline', 'type']);
const deepest = 40;

/**
 * An element and what it stands in, as one line: tags, names of attributes, and the values of those that are the
 * standard's own. No text, no id, no class, no address: whoever gets a report learns how the page is built and nothing of
 * who reads or writes there.
 */
export function skeletonOf(element: Element): string {
  const parts: string[] = [];
  for (let part: Element | null = element; part && parts.length < deepest; part = parentOf(part)) {
    parts.push(describe(part));
  }
  return parts.toReversed().join(' > ');
}

function describe(element: Element): string {
  const attributes = [...element.attributes].map(({ name, value }) =>
    spoken.has(name) && /^[a-z-]{0,20}$/.test(value) ? `[${name}=${value}]` : `[${name}]`,
  );
  return element.localName + attributes.join('');
}

/** Through shadow roots and frames of the same origin, which the line names. */
function parentOf(element: Element): Element | null {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  if ('host' in root) return root.host as Element;
  return element.ownerDocument.defaultView?.frameElement ?? null;
}
