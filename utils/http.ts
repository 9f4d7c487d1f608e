import { AppError, toAppError } from './errors';
import type { Io, IoRequest } from './io';

/** What one request became, for the network log. */
export interface RequestOutcome {
  readonly host: string;
  /** "200", or the code of the error. */
  readonly outcome: string;
}

export interface IoParts {
  /** Called once for each request that was tried, also for the refused ones. */
  readonly log: (outcome: RequestOutcome) => void | Promise<void>;
  /** Whether the browser granted the host. The user may withdraw it at any time. */
  readonly hasPermission: (url: URL) => Promise<boolean>;
  /** Ends every request of this io. */
  readonly signal?: AbortSignal;
  readonly fetch?: typeof globalThis.fetch;
  readonly now?: () => Date;
}

const defaultMaxBytes = 2_000_000;
const timeoutMs = 20_000;

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
 * The only way to the network: no cookies, no referrer, no redirect (with `follow` the browser would ask the second
 * host before we could look at it), a cap on size and time, and a line in the log for each request.
 */
export function createIo(parts: IoParts): Io {
  const now = parts.now ?? (() => new Date());
  const fetchIt = parts.fetch ?? globalThis.fetch;
  async function request(address: string | URL, options: IoRequest = {}): Promise<Response> {
    const url = new URL(address);
    try {
      const response = await guardedFetch(url, options, parts, fetchIt);
      await parts.log({ host: url.hostname, outcome: String(response.status) });
      return response;
    } catch (cause) {
      const error = toAppError(cause);
      await parts.log({ host: url.hostname, outcome: error.code });
      throw error;
    }
  }
  return { fetch: request, now };
}

async function guardedFetch(
  url: URL,
  options: IoRequest,
  parts: IoParts,
  fetchIt: typeof globalThis.fetch,
): Promise<Response> {
  if (!isPublicAddress(url))
    throw new AppError('refused-address', `${url.origin} is not a public https address`);
  if (!(await parts.hasPermission(url))) throw new AppError('permission-needed', url.hostname);
  const timeout = AbortSignal.timeout(timeoutMs);
  const signals = [timeout, parts.signal, options.signal].filter((signal) => signal !== undefined);
  try {
    const response = await fetchIt(url, {
      headers: { accept: options.accept ?? 'application/json' },
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      redirect: 'manual',
      signal: AbortSignal.any(signals),
    });
    if (isRedirect(response))
      throw new AppError('sign-in-required', `${url.hostname} redirects ${url.pathname}`);
    return await withCappedBody(response, options.maxBytes ?? defaultMaxBytes);
  } catch (cause) {
    if (timeout.aborted)
      throw new AppError('timeout', `${url.hostname} did not answer within ${timeoutMs / 1000} s`);
    // `fetch` says TypeError for every fault of the network, and nothing more.
    if (cause instanceof TypeError) throw new AppError('offline', `${url.hostname}: ${cause.message}`);
    throw cause;
  }
}

function isRedirect(response: Response): boolean {
  return response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400);
}

/** The same response with its body read whole. A fresh one, so that nobody can read past the cap. */
async function withCappedBody(response: Response, maxBytes: number): Promise<Response> {
  const { status, statusText, headers } = response;
  const hasBody = status !== 204 && status !== 205;
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
