import theme from '../../components/theme.css?inline';
import verification from '../../components/verification.css?inline';
import style from '../../components/in-page.css?inline';

/** A page that throws our layer out this often does it on purpose; then we stay away. */
const patience = 20;

/** Where our things hang in one page: above it, outside everything that it or an editor manages. */
export interface Layer {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
}

const layers = new WeakMap<Element, Layer>();

/**
 * The layer for things beside `target`. A modal dialog makes all outside of it dead to the mouse, so what belongs to a
 * dialog hangs inside it (also while it is not modal yet: pages build it first). The root is closed: the page can neither look in nor reach in; the host has no name, no
 * attributes, and no address of ours (facts on threats, F3).
 */
export function layerFor(target: Element, signal: AbortSignal): Layer {
  const container = target.closest('dialog') ?? target.ownerDocument.body;
  const known = layers.get(container);
  if (known) return known;
  const layer = createLayer(target.ownerDocument);
  layers.set(container, layer);
  container.append(layer.host);
  keepAttached(container, layer.host, signal);
  signal.addEventListener('abort', () => {
    layers.delete(container);
    layer.host.remove();
  });
  return layer;
}

function createLayer(document: Document): Layer {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = document.createElement('style');
  sheet.textContent = theme + verification + style;
  root.append(sheet);
  for (const type of trusted) root.addEventListener(type, refuseForged, { capture: true });
  for (const type of [...trusted, ...kept]) root.addEventListener(type, (event) => event.stopPropagation());
  return { host, root };
}

/** What makes us act: only when a hand did it. */
const trusted = ['click', 'keydown'];
/** The page's shortcuts, focus traps and "click outside" handlers have no business with what happens in our layer. */
const kept = ['keyup', 'keypress', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'focusin', 'focusout'];

function refuseForged(event: Event): void {
  if (!event.isTrusted) event.stopImmediatePropagation();
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
