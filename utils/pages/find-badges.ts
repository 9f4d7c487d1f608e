import { badgeSelector, classifyLink, classifyPicture, type LinkKind } from '../badge-links';
import { observe } from './observe';

/** A badge that somebody shows on a page. */
export interface FoundBadge {
  /** What our mark is laid beside. */
  readonly element: Element;
  readonly kind: LinkKind;
}

export interface BadgeAreas {
  /**
   * What belongs together: a profile's section, a post, a message's body. In one area the same badge may stand several times
   * (logo, title, "show credential"); it gets one mark. Empty where nothing is known of the page.
   */
  readonly within: string;
  /** Only what stands in such an area counts. Else a badge is a badge wherever it stands: pages change, its address does not. */
  readonly isOnlyThere?: boolean;
  readonly shadowHosts?: string;
}

/** Calls back for every badge link or picture, once per badge and area, now and later, until the signal aborts. */
export function findBadges(
  document: Document,
  areas: BadgeAreas,
  signal: AbortSignal,
  onFound: (badge: FoundBadge, signal: AbortSignal) => void,
): void {
  const marked = new WeakMap<Element, Set<string>>();
  const { shadowHosts } = areas;
  const observed = {
    selector: badgeSelector,
    attributes: ['href', 'src'],
    ...(shadowHosts ? { shadowHosts } : {}),
  };
  observe(document, observed, signal, (element, own) => {
    const kind = classify(element);
    const area = kind && !isInEditor(element) ? areaOf(element, areas) : null;
    if (!kind || !area) return;
    const keys = marked.get(area) ?? new Set();
    marked.set(area, keys);
    const key = keyOf(kind, element);
    if (keys.has(key)) return;
    keys.add(key);
    own.addEventListener('abort', () => keys.delete(key));
    onFound({ element: pictureIn(element), kind }, own);
  });
}

/** Areas of a page that we do not know, or no longer. */
const anyArea = 'li, article, section, [role="listitem"], [role="article"], [role="document"], main, body';

function areaOf(element: Element, { within, isOnlyThere = false }: BadgeAreas): Element | null {
  const known = within ? element.closest(within) : null;
  return known ?? (isOnlyThere ? null : element.closest(anyArea));
}

/** A link says more than the picture inside it; a picture in any other link is only a picture. */
function classify(element: Element): LinkKind | null {
  if (element.tagName === 'A') return classifyLink(addressOf(element));
  const link = element.closest('a[href]');
  if (link && classifyLink(link.getAttribute('href') ?? '')) return null;
  // Webmails that hold pictures back keep the address aside; we read it and load nothing.
  return classifyPicture(addressOf(element));
}

function keyOf(kind: LinkKind, element: Element): string {
  if (kind.kind === 'badge') return `badge ${kind.reference.sourceId} ${kind.reference.id}`;
  return `${kind.kind} ${addressOf(element)}`;
}

function addressOf(element: Element): string {
  const [first = ''] = ['href', 'src', 'data-x-src'].flatMap((name) => element.getAttribute(name) ?? []);
  return first;
}

/**
 * What the user writes is his own affair, and editors must stay as they are. Asked of the attribute: isContentEditable
 * makes the browser work out all styles first.
 */
function isInEditor(element: Element): boolean {
  if (element.ownerDocument.designMode === 'on') return true;
  return element.closest('[contenteditable]:not([contenteditable="false"])') !== null;
}

/** A link around a picture is as wide as its line; the picture is where the eye is. */
function pictureIn(element: Element): Element {
  return element.querySelector('img') ?? element;
}
