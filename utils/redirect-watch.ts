import { browser, type Browser } from 'wxt/browser';
import type { Redirect, RedirectWatch } from './http';

type Details = Browser.webRequest.OnHeadersReceivedDetails & {
  /** Firefox's name for `initiator`. */
  readonly originUrl?: string;
};

/** Milliseconds: the event and the answer of `fetch` come by different ways, and either may be first. */
const patience = 2000;

/**
 * Sees the status and `Location` that answer one request of ours: with `redirect: 'manual'` a browser's `fetch` stops at
 * a redirect, but does not say where it leads; `webRequest` does, without being able to change anything.
 *
 * It listens only for as long as the request is under way, and only to that host. A listener that stood from the start
 * would wake the background for whatever the service workers of the user's own pages on that host ask for.
 */
export function watchRedirect(url: URL): RedirectWatch {
  let resolve: (redirect: Redirect) => void = () => {};
  const promise = new Promise<Redirect>((done) => (resolve = done));
  const listener = (details: Details): undefined => {
    if (isOurs(details) && isSameAddress(details.url, url) && isRedirect(details))
      resolve(toRedirect(details));
  };
  const filter = { urls: [`${url.origin}/*`], types: ['xmlhttprequest' as const] };
  browser.webRequest.onHeadersReceived.addListener(listener, filter, ['responseHeaders']);
  const nothing = () => new Promise<null>((done) => setTimeout(() => done(null), patience));
  return {
    seen: () => Promise.race([promise, nothing()]),
    stop: () => browser.webRequest.onHeadersReceived.removeListener(listener),
  };
}

/** Asked by our own background: by no tab, and with our own address as the one who asks. */
function isOurs({ tabId, initiator, originUrl }: Details): boolean {
  const own = browser.runtime.getURL('/');
  return tabId === -1 && `${initiator ?? originUrl ?? ''}/`.startsWith(own);
}

function isSameAddress(address: string, { href }: URL): boolean {
  return address.replace(/#.*$/, '') === href.replace(/#.*$/, '');
}

function isRedirect({ statusCode }: Details): boolean {
  return statusCode >= 300 && statusCode < 400;
}

function toRedirect({ statusCode, responseHeaders = [] }: Details): Redirect {
  const header = responseHeaders.find(({ name }) => name.toLowerCase() === 'location');
  return { status: statusCode, location: header?.value ?? null };
}
