import type { SenderPlace } from '../webmails/webmail';

const address = /^[^\s<>@"(),;:]+@[a-z0-9.-]+\.[a-z0-9-]{2,}$/i;

/**
 * The sender's address of a message that is being read, or null when the page does not show it for certain. It is looked
 * for upwards from the body: the first surrounding part that holds a sender is the message's head. Two senders in it mean
 * that we cannot tell whose the body is. What stands inside a body was written by whoever sent it, and never counts.
 */
export function findSender(body: Element, places: readonly SenderPlace[], bodies: string): string | null {
  const selector = places.map((place) => place.selector).join(',');
  for (let part = body.parentElement; part; part = part.parentElement) {
    const found = [...part.querySelectorAll(selector)].filter((element) => !element.closest(bodies));
    if (found.length === 0) continue;
    const addresses = new Set(found.map((element) => readAddress(element, places)));
    const [only] = addresses;
    return addresses.size === 1 && only ? only : null;
  }
  return null;
}

/** Candidates of our selectors lie inside each other; the whole message is the outermost. */
export function outermost(link: Element, bodies: string): Element | null {
  let body = link.closest(bodies);
  for (let next = body; next; next = next.parentElement?.closest(bodies) ?? null) body = next;
  return body;
}

function readAddress(element: Element, places: readonly SenderPlace[]): string | null {
  const place = places.find(({ selector }) => element.matches(selector));
  const held = place && heldBy(element, place.holds);
  return held && address.test(held) ? held.toLowerCase() : null;
}

function heldBy(element: Element, holds: SenderPlace['holds']): string {
  if (holds === 'mailto')
    return decode(/^mailto:([^?]*)/i.exec(element.getAttribute('href') ?? '')?.[1] ?? '');
  if (holds === 'text') return /<([^<>]+)>\s*$/.exec(element.textContent ?? '')?.[1] ?? '';
  return element.getAttribute(holds) ?? '';
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
