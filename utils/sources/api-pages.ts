import { AppError } from '../errors';
import { safeUrl, type WebUrl } from '../html';
import type { Io } from '../io';
import { readJson } from '../read-json';

/** How many a page may have. A host may give fewer. */
const pageSize = 50;
/** Fifty thousand badges; a list that goes on for longer repeats itself. */
const maxPages = 1000;

/** One page of a list of an API of the standard (Badge Connect 2.1, Open Badges 3.0: limit, offset, Link, X-Total-Count). */
export interface ApiPage {
  readonly json: unknown;
  /** Where it lies. */
  readonly url: WebUrl;
  readonly statedTotal: number | null;
  readonly pagesTotal: number | null;
  /** The cursor after this page, once it is known how many records this one had. */
  next(count: number): string | null;
}

/**
 * Where the first page of a list lies. Always the whole list: with `since` the rest would look as if it were gone.
 * @param endpoint `/assertions`, `/credentials`
 */
export function firstPage(apiBase: WebUrl, endpoint: string): string {
  const url = new URL(`${apiBase}${endpoint}`);
  url.searchParams.set('limit', String(pageSize));
  url.searchParams.set('offset', '0');
  return `1 ${url.href}`;
}

/**
 * @param cursor the page's number and its address
 * @throws AppError `sign-in-required` when the token does not (or no longer) speak for the user
 */
export async function fetchApiPage(cursor: string, io: Io): Promise<ApiPage> {
  const [number = '1', address = ''] = cursor.split(' ');
  const asked = safeUrl(address);
  if (!asked) throw new AppError('bad-response', 'no address of a list');
  const url = new URL(asked);
  const response = await io.fetch(url, { maxBytes: 10_000_000 });
  if (response.status === 401 || response.status === 403)
    throw new AppError('sign-in-required', `${url.hostname}: status ${response.status}`);
  const json = await readJson(response, io.now());
  const total = toTotal(response.headers.get('x-total-count'));
  const page = Number(number);
  return {
    json,
    url: asked,
    statedTotal: total,
    pagesTotal: total === null ? null : Math.max(1, Math.ceil(total / pageSize)),
    next(count) {
      const next = nextOf(response.headers.get('link'), url) ?? countOn(url, count, total);
      if (!next) return null;
      // A list that is cut off must not make the rest look as if it were gone.
      if (next.href === url.href || page >= maxPages)
        throw new AppError('bad-response', `${url.hostname}: the list has no end`);
      return `${page + 1} ${next.href}`;
    },
  };
}

function toTotal(header: string | null): number | null {
  return header !== null && /^\d{1,9}$/.test(header.trim()) ? Number(header) : null;
}

/** The link with rel=next (RFC 8288). Only on the API's own origin: the token is meant for nobody else. */
function nextOf(header: string | null, asked: URL): URL | null {
  for (const [, target = '', parameters = ''] of (header ?? '').matchAll(/<([^>]*)>([^<]*)/g)) {
    if (!/;\s*rel\s*=\s*(?:"(?:[^"]*\s)?next(?:\s[^"]*)?"|next\b)/i.test(parameters)) continue;
    const next = URL.canParse(target, asked.href) ? safeUrl(new URL(target, asked).href) : null;
    if (!next || new URL(next).origin !== asked.origin)
      throw new AppError('bad-response', `${asked.hostname}: the list goes on at another host`);
    return new URL(next);
  }
  return null;
}

/** Hosts that send no Link: on by the count, while more are stated or the page was full. */
function countOn(asked: URL, count: number, total: number | null): URL | null {
  const offset = Number(asked.searchParams.get('offset') ?? '0') + count;
  const hasMore = total === null ? count >= pageSize : offset < total;
  if (!hasMore || count === 0) return null;
  const next = new URL(asked);
  next.searchParams.set('offset', String(offset));
  return next;
}
