import { browser } from 'wxt/browser';
import { send, type LibraryView } from '@/utils/messages';

/** Opens the library at a place and leaves the popup, which would only stand in front of it. */
export async function showLibrary(view: LibraryView): Promise<void> {
  await send('openLibrary', { view });
  if (document.body.classList.contains('popup')) window.close();
}

/** Opens an address: pages in a tab, `mailto:` in the mail program. */
export async function openAddress(url: URL): Promise<void> {
  if (url.protocol !== 'mailto:') {
    await browser.tabs.create({ url: url.href });
    return;
  }
  const link = document.createElement('a');
  link.href = url.href;
  link.click();
}

/** The two ways in which browsers call the panel beside the page. */
interface PanelApi {
  readonly sidePanel?: { open(options: { windowId: number }): Promise<void> };
  readonly sidebarAction?: { open(): Promise<void> };
}

/**
 * Opens the side panel. Must be called straight from a click: both browsers ask for the user's hand, and waiting for
 * anything before it lets go of it. So the window's id is handed in.
 */
export function openSidePanel(windowId: number): Promise<void> {
  // Firefox's name is not in the types, and Chrome's is not in Firefox.
  const api = browser as unknown as PanelApi;
  if (api.sidebarAction) return api.sidebarAction.open();
  return api.sidePanel?.open({ windowId }) ?? Promise.resolve();
}

/** The tab that the user looks at. */
export interface ActiveTab {
  readonly tabId: number;
  readonly windowId: number;
  /** True when opening the popup over it gave us the right to enter it (its address shows only then). */
  readonly mayEnter: boolean;
}

/** The page beside us; null when there is none. */
export async function findActiveTab(): Promise<ActiveTab | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return null;
  const mayEnter = /^https?:/.test(tab.url ?? '');
  return { tabId: tab.id, windowId: tab.windowId, mayEnter };
}
