import { browser } from 'wxt/browser';
import type { RequestPurpose } from './db';
import { createIo } from './http';
import type { Io } from './io';
import { logRequest } from './library';
import { watchRedirect } from './redirect-watch';

/** The io of the background: every request is noted with its purpose, and goes only where the browser granted it. */
export function createLoggedIo(purpose: RequestPurpose, signal?: AbortSignal): Io {
  return createIo({
    log: ({ host, outcome }) => logRequest({ at: new Date().toISOString(), host, purpose, outcome }),
    watchRedirect,
    hasPermission: (url) => browser.permissions.contains({ origins: [`${url.origin}/*`] }),
    ...(signal ? { signal } : {}),
  });
}
