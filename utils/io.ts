/** What a request may say beside its address. Everything else (cookies, hops, caps) is decided in `http.ts`. */
export interface IoRequest {
  /** The `Accept` header; JSON when left out. */
  readonly accept?: string;
  /** Bytes after which the answer is dropped with `too-large`. */
  readonly maxBytes?: number;
  readonly signal?: AbortSignal;
  /**
   * `stop` (when left out): a redirect is the fault `sign-in-required`, as sources want it. `follow`: it is followed by
   * hand, each hop under the rule of the first address; `routeOf` tells where the answer came from in the end.
   */
  readonly redirect?: 'stop' | 'follow';
  /** `GET` when left out. */
  readonly method?: 'GET' | 'POST';
  /** What is posted, with its type in `headers`. Never sent on over a redirect. */
  readonly body?: string;
  /** More headers, lower case: `authorization`, `content-type`. Sent to the first host alone, never over a redirect to another. */
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * Lets the browser ask "still the same?" with what it kept (If-None-Match, If-Modified-Since; RFC 9110, section 13): the
   * answer is whole either way, only the way is shorter. Nothing is kept when left out.
   */
  readonly revalidate?: boolean;
}

/** The only way out for sources and verifiers. Tests and scripts hand in their own. */
export interface Io {
  /**
   * Fetches over https. The answer may have any status; its body is whole and within the cap.
   * @throws AppError `offline`, `timeout`, `too-large`, `refused-address` (also of a hop, or after five), `permission-needed`
   *   (its message is the host), `sign-in-required` (a redirect that is not followed)
   */
  fetch(url: string | URL, request?: IoRequest): Promise<Response>;
  now(): Date;
}

/**
 * Where the route of an answer stands: `Response.url` cannot be given to a response that we make ourselves. A name that
 * all scripts share, since the verifier is one of its own, with its own copy of this module.
 */
const routeName = Symbol.for('lapelpin.route');
type Routed = Response & { [routeName]?: readonly string[] };

/** The addresses that were asked for this answer, first to last: one without a redirect, none when nobody noted them. */
export function routeOf(response: Response): readonly string[] {
  return (response as Routed)[routeName] ?? [];
}

/** Where an answer came from in the end: the last of its route. */
export function finalUrl(response: Response, asked: string | URL): string {
  return routeOf(response).at(-1) ?? (response.url || String(asked));
}

/** Notes the addresses that led to an answer. */
export function withRoute(response: Response, route: readonly string[]): Response {
  return Object.assign(response, { [routeName]: route });
}

/**
 * Reads an answer once, and gives as many of it as are wanted, each with its body and its route. Not by `clone`: a body
 * in two streams takes Chromium a millisecond, which is more than all else that a hosted badge needs.
 */
export async function toCopies(response: Response): Promise<() => Response> {
  const { status, statusText, headers } = response;
  const route = routeOf(response).length > 0 || !response.url ? routeOf(response) : [response.url];
  const body = response.body && (await response.arrayBuffer());
  return () => withRoute(new Response(body, { status, statusText, headers }), route);
}
