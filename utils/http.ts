import { AppError, toAppError } from './errors';
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
  readonly fetch?: typeof globalThis.fetch;
  readonly now?: () => Date;
}

const defaultMaxBytes = 2_000_000;
/** For a request with all its hops. */
const timeoutMs = 20_000;
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
    const ends = [AbortSignal.timeout(timeoutMs), parts.signal, options.signal];
    const signal = AbortSignal.any(ends.filter((end) => end !== undefined));
    const route: string[] = [];
    let url = new URL(address);
    for (;;) {
      url.hash = '';
      route.push(url.href);
      const answer = await askLogged({ url, options, parts, signal });
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
  readonly signal: AbortSignal;
}

/** One request and its line in the log. */
async function askLogged(hop: Hop): Promise<Response | Redirect> {
  const { url, parts } = hop;
  try {
    const answer = await ask(hop);
    await parts.log({ host: url.hostname, outcome: String(answer.status) });
    return answer;
  } catch (cause) {
    const error = toAppError(explain(cause, hop));
    await parts.log({ host: url.hostname, outcome: error.code });
    throw error;
  }
}

/** Everything is looked at before the host is asked. */
async function ask({ url, options, parts, signal }: Hop): Promise<Response | Redirect> {
  if (!isPublicAddress(url))
    throw new AppError('refused-address', `${url.origin} is not a public https address`);
  if (!(await parts.hasPermission(url))) throw new AppError('permission-needed', url.hostname);
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
      signal,
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
function explain(cause: unknown, { url, signal }: Hop): unknown {
  if (cause instanceof AppError) return cause;
  const reason: unknown = signal.reason;
  if (reason instanceof DOMException && reason.name === 'TimeoutError')
    return new AppError('timeout', `${url.hostname} did not answer in time`);
  // `fetch` says TypeError for every fault of the network, and nothing more.
  if (cause instanceof TypeError) return new AppError('offline', `${url.hostname}: ${cause.message}`);
  return cause;
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

/** The same response with its body read whole. A fresh one, so that nobody can read past the cap. */
async function withCappedBody(response: Response, maxBytes: number): Promise<Response> {
  const { status, statusText, headers } = response;
  const hasBody = ![204, 205, 304].includes(status);
  const bytes = await readCapped(response, maxBytes);
  return new Response(hasBody ? bytes : null, { status, statusText, headers });
}

async function readCapped(response: Response, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > maxBytes) {
      await reader?.cancel();
      throw new AppError('too-large', `more than ${maxBytes} bytes`);
    }
    chunks.push(part.value);
  }
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}
