import { browser } from 'wxt/browser';

/** Who asks: one of our own pages, or a content script in the page at `origin`. */
export type Sender =
  | { readonly kind: 'app' }
  | { readonly kind: 'page'; readonly origin: string; readonly tabId: number; readonly frameId: number };

/** Of a frame without an address of its own (`about:blank`) the browser tells the origin that it took over. */
export function toSender(sender: Asker): Sender | null {
  const { id, url = '', origin, tab, frameId } = sender;
  if (id !== browser.runtime.id || !url) return null;
  if (url.startsWith(browser.runtime.getURL('/'))) return { kind: 'app' };
  const own = URL.canParse(url) ? new URL(url).origin : 'null';
  const from = own === 'null' ? origin : own;
  if (!from || from === 'null' || tab?.id === undefined || frameId === undefined) return null;
  return { kind: 'page', origin: from, tabId: tab.id, frameId };
}

/** What browsers tell of who asks. */
interface Asker {
  readonly id?: string;
  readonly url?: string;
  readonly origin?: string;
  readonly frameId?: number;
  readonly tab?: { readonly id?: number };
}
