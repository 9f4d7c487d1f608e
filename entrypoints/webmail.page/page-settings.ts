import { browser } from 'wxt/browser';
import type { SiteSetting } from '@/utils/settings';
import { coversOrigin, type SiteId } from '@/utils/site';

/*
 * The two settings that pages need, read as `utils/settings.ts` stores them. Not through it: WXT's storage with its
 * locks and migrations would be a fifth of what every page has to load, and here nothing is ever written.
 */

/** The site of this page while the user has it switched on, else null. A webmail may stand on any host. */
export async function siteHere(): Promise<SiteId | null> {
  const { sites = [] } = await browser.storage.local.get<{ sites?: readonly SiteSetting[] }>('sites');
  // Not that of `location`: a frame without an address has none, and takes over the one of its page.
  const isHere = (pattern: string) => coversOrigin(pattern, self.origin);
  return sites.find(({ matches }) => matches.some(isHere))?.siteId ?? null;
}

/** Whether badges are checked as soon as they are seen. */
export async function isCheckedOnSight(): Promise<boolean> {
  const { checkOnSight } = await browser.storage.local.get<{ checkOnSight?: boolean }>('checkOnSight');
  return checkOnSight === true;
}

/** Calls back when the user switches a site on or off, until the signal aborts. */
export function onSitesChanged(signal: AbortSignal, callback: () => void): void {
  const listener = (changes: object, area: string) => {
    if (area === 'local' && 'sites' in changes) callback();
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => {
    // Gone with the extension when it was reloaded.
    if (browser.runtime?.id) browser.storage.onChanged.removeListener(listener);
  });
}
