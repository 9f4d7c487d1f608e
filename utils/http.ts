import { AppError, toAppError } from './errors';
import { withCappedBody } from './http-body';
import { createClock, type Clock } from './http-clock';
import { withRoute, type Io, type IoRequest } from './io';

/** What one request became, for the network log. */
export interface RequestOutcome {
  readonly host: string;
  /** "200", or the code of the error. */
  readonly outcome: string;
}

/** A redirect, as the server sent it. */
export interface Redirect {
  readonly status: number;
  /** The `Location` header, as it was sent; null when there was none. */
  readonly location: string | null;
}

/** Looks on while one request is under way. */
export interface RedirectWatch {
  /** The redirect that answered the request; null when none was seen. */
  seen(): Promise<Redirect | null>;
  stop(): void;
}

export interface IoParts {
  /** Called once for each request that was tried, also for the refused ones and for each hop. */
  readonly log: (outcome: RequestOutcome) => void | Promise<void>;
  /** Whether the browser granted the host. The user may withdraw it at any time. */
  readonly hasPermission: (url: URL) => Promise<boolean>;
  /** Needed in a browser, whose `fetch` hides where a redirect leads; elsewhere the answer says it. */
  readonly watchRedirect?: (url: URL) => RedirectWatch;
  /** Ends every request of this io. */
  readonly signal?: AbortSignal;
  /** Lets a request wait for its turn at its host (`pace.ts`). The wait counts towards no timeout. */
  readonly pace?: <T>(host: string, signal: AbortSignal, work: () => Promise<T>) => Promise<T>;
  readonly fetch?: typeof globalThis.fetch;
  readonly now?: () => Date;
}

const defaultMaxBytes = 2_000_000;
const maxRedirects = 5;
/** Of the Fetch standard, "redirect status". */
const redirectStatuses = [301, 302, 303, 307, 308];

/** Names that never belong to a public host (RFC 6761, RFC 8375, and what home routers and companies use). */
const privateNames = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|private|arpa|onion)$/;

/** True for an address that a request may go to: https, a public name (no IP literal), the standard port. */
export function isPublicAddress(url: URL): boolean {
  // `URL` has already turned 0x7f000001, 127.1 and full-width digits into dotted numbers, and IPv6 into brackets.
  if (url.protocol !== 'https:' || url.port !== '' || url.username || url.password) return false;
  const isNumber = /^[\d.]+$/.test(url.hostname) || url.hostname.startsWith('[');
  return (
    !isNumber && url.hostname.includes('.') && !url.hostname.endsWith('.') && !privateNames.test(url.hostname)
  );
}

/**
 * The only way to the network: no cookies, no referrer, a cap on size and time, and a line in the log for each request.
 * The browser never follows a redirect itself (it would ask the second host before we could look at it): each hop is a
 * request of its own, under the same rule.
 */
export function createIo(parts: IoParts): Io {
  const now = parts.now ?? (() => new Date());
  async function request(address: string | URL, options: IoRequest = {}): Promise<Response> {
    const stop = AbortSignal.any([parts.signal, options.signal].filter((end) => end !== undefined));
    const clock = createClock();
    const route: string[] = [];
    let url = new URL(address);
    for (;;) {
      url.hash = '';
      route.push(url.href);
      const answer = await askLogged({ url, options, parts, stop, clock });
      if (answer instanceof Response) return withRoute(answer, route);
      if (route.length > maxRedirects)
        throw new AppError('refused-address', `more than ${maxRedirects} redirects`);
      const next = nextHop(url, answer);
      // What speaks for the user at one host is nobody else's, and a form is not sent on (RFC 9110, section 15.4).
      if (options.method === 'POST' || (options.headers && next.origin !== url.origin))
        throw new AppError('refused-address', `${url.hostname} redirects what was for it alone`);
      url = next;
    }
  }
  return { fetch: request, now };
}

interface Hop {
  readonly url: URL;
  readonly options: IoRequest;
  readonly parts: IoParts;
  /** Somebody wants no answer any more. */
  readonly stop: AbortSignal;
  readonly clock: Clock;
}

/**
 * One request and its line in the log. Everything is looked at before the host is asked, and before a turn is taken; what
 * was stopped while it waited for its turn never left, and is not in the log.
 */
async function askLogged(hop: Hop): Promise<Response | Redirect> {
  const { url, parts, stop } = hop;
  await orLog(hop, null, () => mayAsk(hop));
  const askNow = () => hop.clock((timeout) => orLog(hop, timeout, () => ask(hop, timeout)));
  try {
    return await (parts.pace?.(url.hostname, stop, askNow) ?? askNow());
  } catch (cause) {
    throw stop.aborted ? cancelled(hop) : cause;
  }
}

/** Notes what became of the work, but not that it could begin. */
async function orLog<T extends Response | Redirect | null>(
  hop: Hop,
  timeout: AbortSignal | null,
  work: () => Promise<T>,
): Promise<T> {
  const { hostname: host } = hop.url;
  try {
    const answer = await work();
    if (answer) await hop.parts.log({ host, outcome: String(answer.status) });
    return answer;
  } catch (cause) {
    const error = toAppError(explain(cause, hop, timeout));
    await hop.parts.log({ host, outcome: error.code });
    throw error;
  }
}

async function mayAsk({ url, parts }: Hop): Promise<null> {
  if (!isPublicAddress(url))
    throw new AppError('refused-address', `${url.origin} is not a public https address`);
  if (!(await parts.hasPermission(url))) throw new AppError('permission-needed', url.hostname);
  return null;
}

async function ask({ url, options, parts, stop }: Hop, timeout: AbortSignal): Promise<Response | Redirect> {
  const watch = options.redirect === 'follow' ? parts.watchRedirect?.(url) : undefined;
  try {
    const response = await (parts.fetch ?? globalThis.fetch)(url, {
      method: options.method ?? 'GET',
      ...(options.body === undefined ? {} : { body: options.body }),
      headers: { ...options.headers, accept: options.accept ?? 'application/json' },
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: options.revalidate ? 'no-cache' : 'no-store',
      redirect: 'manual',
      signal: AbortSignal.any([timeout, stop]),
    });
    if (!isRedirect(response)) return await withCappedBody(response, options.maxBytes ?? defaultMaxBytes);
    const redirect = await (watch?.seen() ?? toRedirect(response));
    await response.body?.cancel();
    if (options.redirect === 'follow' && redirect) return redirect;
    throw new AppError('sign-in-required', `${url.hostname} redirects ${url.pathname}`);
  } finally {
    watch?.stop();
  }
}

/** Says what `fetch` leaves open. */
function explain(cause: unknown, hop: Hop, timeout: AbortSignal | null): unknown {
  if (cause instanceof AppError) return cause;
  if (hop.stop.aborted) return cancelled(hop);
  if (timeout?.aborted) return new AppError('timeout', `${hop.url.hostname} did not answer in time`);
  // `fetch` says TypeError for every fault of the network, and nothing more; a body that is cut off may end as aborted.
  if (cause instanceof TypeError || cause instanceof DOMException)
    return new AppError('offline', `${hop.url.hostname}: ${cause.message}`);
  return cause;
}

function cancelled({ url }: Hop): AppError {
  return new AppError('cancelled', `${url.hostname}: told to stop`);
}

function isRedirect({ type, status }: Response): boolean {
  return type === 'opaqueredirect' || redirectStatuses.includes(status);
}

function toRedirect({ status, headers }: Response): Redirect {
  return { status, location: headers.get('location') };
}

/** `Location` may be relative (RFC 9110, section 10.2.2). Whether one may go there is asked like for any address. */
function nextHop(url: URL, { location }: Redirect): URL {
  if (location === null || !URL.canParse(location, url))
    throw new AppError('bad-response', `${url.hostname} redirects to no address`);
  return new URL(location, url);
}
