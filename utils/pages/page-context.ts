import { browser } from 'wxt/browser';

/** Where our scripts keep their switches: on the global of their own world, which the page cannot see. */
const world = globalThis as typeof globalThis & { pageScripts?: Map<string, AbortController> };

/**
 * The root of everything that one of our scripts does in a page. WXT's own context is not used: it tells the page our
 * id, and a forged event stops it (facts on threats, F1 and F2). This one says nothing to the page and listens to
 * nothing that the page could forge. It ends when the script is run again, when its owner aborts it (the user
 * switched the site off), and when the extension was reloaded or removed under us.
 */
export function startPageScript(name: string): AbortController {
  const scripts = (world.pageScripts ??= new Map());
  scripts.get(name)?.abort();
  const root = new AbortController();
  scripts.set(name, root);
  stopWhenOrphaned(root);
  return root;
}

/** False once the extension was reloaded or removed: every call to it would throw from now on. */
export function isAlive(): boolean {
  try {
    return Boolean(browser.runtime?.id);
  } catch {
    return false;
  }
}

/** Chromium loads some pages before they are shown; nobody is there yet who could look at our marks. */
export function whenShown(): Promise<unknown> {
  if (!('prerendering' in document) || !document.prerendering) return Promise.resolve();
  return new Promise((resolve) => document.addEventListener('prerenderingchange', resolve, { once: true }));
}

/** Nothing tells a script that its extension is gone, so it looks whenever the user comes back or touches the page. */
function stopWhenOrphaned(root: AbortController): void {
  const look = () => {
    if (!isAlive()) root.abort();
  };
  const { signal } = root;
  document.addEventListener('visibilitychange', look, { signal });
  window.addEventListener('focus', look, { signal });
  document.addEventListener('pointerdown', look, { signal, capture: true, passive: true });
}
