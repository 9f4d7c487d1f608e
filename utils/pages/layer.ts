import theme from '../../components/theme.css?inline';
import verification from '../../components/verification.css?inline';
import style from '../../components/in-page.css?inline';
import { guardPresses } from './guard';

/** A page that throws our layer out this often does it on purpose; then we stay away. */
const patience = 20;

/** Where our things hang in one page: above it, outside everything that it or an editor manages. */
export interface Layer {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
}

/** What happens after a press that was refused. */
type OnDoubt = (root: AbortSignal) => void;
let onDoubt: OnDoubt = () => {};

/** Sets what follows when somebody pressed what he may not have seen: it is not done, and could be offered elsewhere. */
export function whenInDoubt(then: OnDoubt): void {
  onDoubt = then;
}

const layers = new WeakMap<Element, Layer>();

/** Says inside our closed root that it is ours, also to a later version of us; the page cannot read it. */
const signature = 'lapelpin';

/** The hosts that all our scripts of this life hung into the page; each script has a `layers` of its own. */
const world = globalThis as typeof globalThis & { pageLayers?: WeakSet<Element> };

/**
 * The layer for things beside `target`. A modal dialog makes all outside of it dead to the mouse, so what belongs to a
 * dialog hangs inside it (also while it is not modal yet: pages build it first). The root is closed: the page can neither look in nor reach in; the host has no name, no
 * attributes, and no address of ours (facts on threats, F3).
 */
export function layerFor(target: Element, signal: AbortSignal): Layer {
  const container = target.closest('dialog') ?? groundOf(target.ownerDocument);
  const known = layers.get(container);
  if (known) return known;
  const layer = createLayer(target.ownerDocument, signal);
  layers.set(container, layer);
  removeLeftovers(container);
  (world.pageLayers ??= new WeakSet()).add(layer.host);
  container.append(layer.host);
  keepAttached(container, layer.host, signal);
  signal.addEventListener('abort', () => {
    layers.delete(container);
    layer.host.remove();
  });
  return layer;
}

/** A frame without an address may become an editor, whose body is the mail: then we stand outside of that. */
function groundOf({ body, documentElement, location }: Document): Element {
  return location.protocol === 'about:' ? documentElement : body;
}

function createLayer(document: Document, signal: AbortSignal): Layer {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = document.createElement('style');
  sheet.id = signature;
  sheet.textContent = theme + verification + style;
  root.append(sheet);
  for (const type of trusted) root.addEventListener(type, refuseForged, { capture: true });
  const isMeant = guardPresses(host, root);
  for (const type of pressed)
    root.addEventListener(type, (event) => isMeant(event) || refuse(event, signal), { capture: true });
  for (const type of [...trusted, ...kept]) root.addEventListener(type, (event) => event.stopPropagation());
  return { host, root };
}

/**
 * Firefox ends a script together with its extension, before it could clear up. What it hung into the page is still
 * there when the next one starts, after an update say, and every mark would show twice.
 */
function removeLeftovers(container: Element): void {
  const leftovers = [...container.children].filter(isLeftover);
  for (const host of leftovers) host.remove();
}

function isLeftover(element: Element): boolean {
  const isOurKind = element.localName === 'div' && element.attributes.length === 0;
  if (!isOurKind || world.pageLayers?.has(element)) return false;
  return Boolean(closedRootOf(element)?.querySelector(`style#${signature}`));
}

/** Firefox's way for extensions alone; in Chromium the old script clears up itself, so nothing is left to find. */
function closedRootOf(element: Element & { openOrClosedShadowRoot?: ShadowRoot | null }): ShadowRoot | null {
  return element.openOrClosedShadowRoot ?? null;
}

/** What makes us act: only when a hand did it. */
const trusted = ['click', 'auxclick', 'keydown'];
/** A key on a button is a click, too. */
const pressed = ['click', 'auxclick'];
/** The page's shortcuts, focus traps and "click outside" handlers have no business with what happens in our layer. */
const kept = ['keyup', 'keypress', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'focusin', 'focusout'];

function refuseForged(event: Event): void {
  if (!event.isTrusted) event.stopImmediatePropagation();
}

/** What the user may not have seen is not done; it can be read and pressed where no page can lay anything over it. */
function refuse(event: Event, signal: AbortSignal): void {
  event.stopImmediatePropagation();
  event.preventDefault();
  onDoubt(signal);
}

function keepAttached(container: Element, host: Element, signal: AbortSignal): void {
  let left = patience;
  const observer = new MutationObserver(() => {
    if (host.parentNode === container || left === 0) return;
    left -= 1;
    container.append(host);
  });
  observer.observe(container, { childList: true });
  signal.addEventListener('abort', () => observer.disconnect());
}
