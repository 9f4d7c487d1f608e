import { browser } from 'wxt/browser';
import { unwrapUrl } from '@/utils/badge-links';
import { t } from '@/utils/i18n';
import { handedOver } from '@/utils/settings';
import { openLibrary } from './first-run';
import { insertHere, insertSignature } from './insert';

/** The entries for what shows a badge, each with the view that it opens. */
const entries = [
  { id: 'add-badge', view: 'add', words: 'menuAddBadge' },
  { id: 'verify-badge', view: 'verify', words: 'menuVerifyBadge' },
] as const;

/** What the browser tells of the place that was pressed. */
interface Pressed {
  readonly menuItemId: string | number;
  readonly linkUrl?: string | undefined;
  readonly srcUrl?: string | undefined;
  readonly selectionText?: string | undefined;
}

/** Browsers keep the entries; they are made anew whenever words or contexts may have changed. */
export async function createMenus(): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const { id, words } of entries) {
    browser.contextMenus.create({ id, title: t(words), contexts: ['image', 'link', 'selection'] });
  }
  browser.contextMenus.create({ id: insertSignature, title: t('insertSignature'), contexts: ['editable'] });
}

/**
 * Hands what was pressed to the library, which says what it understood and asks for the host in a click of its own: this one
 * grants the page alone, and neither the picture's host nor the link's.
 */
export async function onMenuClick(pressed: Pressed, tab?: { readonly id?: number }): Promise<void> {
  if (pressed.menuItemId === insertSignature) return insertHere(tab?.id);
  const entry = entries.find(({ id }) => id === pressed.menuItemId);
  const text = textOf(pressed);
  if (!entry || !text) return;
  await handedOver.setValue({ view: entry.view, text, at: new Date().toISOString() });
  await openLibrary(entry.view);
}

/**
 * A picture in a link mostly shows the badge that the link leads to, and carries none itself; a link to a site's front door,
 * or to the picture in a larger size, says nothing of a badge.
 */
function textOf({ linkUrl, srcUrl, selectionText }: Pressed): string | null {
  const link = linkUrl ? unwrapUrl(linkUrl) : null;
  const isOfPicture =
    link !== null && (link.pathname === '/' || /\.(?:png|svg|jpe?g|gif|webp)$/i.test(link.pathname));
  if (link && !(srcUrl && isOfPicture)) return link.href;
  return srcUrl ?? selectionText ?? null;
}
