import { browser } from 'wxt/browser';
import type { LibraryView } from '@/utils/messages';
import { hasConsent } from '@/utils/settings';

/** After the installation the library opens at the first run; updates stay silent while the consent holds. */
export async function onFirstInstall(reason: string): Promise<void> {
  if (reason === 'install' && !(await hasConsent())) await openLibrary('first-run');
}

/** Opens the library in a tab, at a place; an open one is brought forward. */
export async function openLibrary(view: LibraryView): Promise<void> {
  const page = browser.runtime.getURL('/library.html');
  // Without the `tabs` permission only our own pages show their address here, which is all that is needed.
  const [open] = await browser.tabs.query({ url: `${page}*` });
  const url = `${page}#${view}`;
  if (open?.id === undefined) {
    await browser.tabs.create({ url });
    return;
  }
  await browser.tabs.update(open.id, { url, active: true });
}
