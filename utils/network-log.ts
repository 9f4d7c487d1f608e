import { browser } from 'wxt/browser';
import type { RequestPurpose } from './db';
import { createIo } from './http';
import type { Io } from './io';
import { logRequest } from './library';
import { createPace } from './pace';
import { watchRedirect } from './redirect-watch';

const pace = createPace();

/**
 * The io of the background: every request is noted with its purpose, and goes only where the browser granted it.
 * What is pulled takes turns; what the user asks for with a click does not wait.
 */
export function createLoggedIo(purpose: RequestPurpose, signal?: AbortSignal): Io {
  return createIo({
    log: ({ host, outcome }) => logRequest({ at: new Date().toISOString(), host, purpose, outcome }),
    watchRedirect,
    ...(purpose === 'verification' || purpose === 'signin' ? {} : { pace }),
    hasPermission: (url) => browser.permissions.contains({ origins: [`${url.origin}/*`] }),
    ...(signal ? { signal } : {}),
  });
}
