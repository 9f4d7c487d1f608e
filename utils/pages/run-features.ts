import { isAlive } from './page-context';
import type { PageFeature } from './page-feature';
import { watch } from './watch';

/**
 * Runs the features that have work on the present address, and asks again when the address changes: pages like these
 * change it without loading.
 */
export function runFeatures(features: readonly PageFeature[], root: AbortController): void {
  const running = new Map<PageFeature, AbortController>();
  let address = '';
  const look = () => {
    if (location.href === address) return;
    address = location.href;
    for (const feature of features) update(feature, running, root.signal);
  };
  const { signal } = root;
  window.addEventListener('popstate', look, { signal });
  if ('navigation' in window && window.navigation instanceof EventTarget) {
    window.navigation.addEventListener('currententrychange', look, { signal });
  }
  // Where there is no Navigation API, a changed address comes with a changed page.
  watch(document, { onChange: () => (isAlive() ? look() : root.abort()) }, signal);
  look();
}

function update(feature: PageFeature, running: Map<PageFeature, AbortController>, root: AbortSignal): void {
  const wanted = feature.when(new URL(location.href));
  const current = running.get(feature);
  if (wanted === Boolean(current)) return;
  current?.abort();
  running.delete(feature);
  if (!wanted) return;
  const own = new AbortController();
  running.set(feature, own);
  try {
    feature.start(AbortSignal.any([own.signal, root]));
  } catch (cause) {
    own.abort();
    // The page stays as it was; a developer finds the reason here.
    console.warn(`${feature.id}:`, cause);
  }
}
