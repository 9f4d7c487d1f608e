import { render, type ComponentChild } from 'preact';
import { uiLanguage } from '../i18n';
import { follow } from './follow';
import { layerFor } from './layer';
import { chooseSpot, isCovered, type Spot } from './spots';
import { themeOf } from './theme-of';

/** Draws into the place; may be called again. */
export type Show = (node: ComponentChild) => void;

export interface Place {
  readonly target: Element;
  readonly spots: readonly Spot[];
  /** Edge in px of the square that is laid beside the target. */
  readonly size: number;
  /** Where it is no square: how wide it is. */
  readonly width?: number;
}

/**
 * Puts a Preact node beside an element without touching the element's surroundings: it floats in our own layer and
 * follows the element. Hidden while the element is out of sight or something lies over it. Gone when `signal` aborts.
 * @param root the signal of the whole script, on which the shared layer hangs
 */
export function mountBeside(
  { target, spots, size, width = size }: Place,
  signal: AbortSignal,
  root: AbortSignal,
): Show {
  const { host, root: shadow } = layerFor(target, root);
  const item = createItem(shadow, signal);
  item.style.setProperty('--size', `${size}px`);
  item.style.setProperty('--width', `${width}px`);
  item.hidden = true;
  let spot: Spot | undefined;
  follow(target, signal, root, (movement) => {
    item.hidden = movement === 'away' || !target.checkVisibility() || isCovered(target, host);
    if (item.hidden) return;
    if (!spot || movement === 'change') {
      // We must not stand in our own light while looking for what is below.
      item.style.pointerEvents = 'none';
      spot = chooseSpot(target, spots, size, host, width);
      item.style.pointerEvents = '';
    }
    item.dataset.theme = themeOf(target);
    if (spot) move(item, host, spot(target, size));
  });
  return (node) => render(node, item);
}

/** Puts a Preact node at the lower edge of the window, above everything. */
export function mountAtEdge(target: Element, signal: AbortSignal, root: AbortSignal): Show {
  const { root: shadow } = layerFor(target, root);
  const item = createItem(shadow, signal);
  item.classList.add('edge');
  item.dataset.theme = themeOf(target);
  return (node) => render(node, item);
}

function createItem(shadow: ShadowRoot, signal: AbortSignal): HTMLElement {
  const item = shadow.ownerDocument.createElement('div');
  item.className = 'item';
  item.lang = uiLanguage();
  shadow.append(item);
  signal.addEventListener('abort', () => {
    render(null, item);
    item.remove();
  });
  return item;
}

/** Whole pixels, or thin lines blur. A card opens towards the side of the window that has more room. */
function move(item: HTMLElement, host: HTMLElement, { x, y }: { x: number; y: number }): void {
  // A dialog or body that is moved by a transform is the origin of what is "fixed" inside it.
  const origin = host.getBoundingClientRect();
  item.style.transform = `translate(${Math.round(x - origin.x)}px, ${Math.round(y - origin.y)}px)`;
  item.dataset.vertical = y > innerHeight / 2 ? 'up' : 'down';
  const room = 336; // a card of 320 px and its distance to the window's edge
  item.style.setProperty('--shift', `${Math.round(Math.min(0, innerWidth - room - x))}px`);
}
