/** What came in: enough to answer, and to prove afterwards what was sent. */
export interface WorldRequest {
  /** When it came, in milliseconds. */
  readonly at: number;
  readonly method: string;
  readonly host: string;
  /** Path and query. */
  readonly url: URL;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
  /** Bytes of the body that went back; left out while nothing did. */
  sent?: number;
}

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
  /** Milliseconds before the answer goes out. */
  readonly delay?: number;
  /** Instead of an answer: the connection breaks, or nothing ever comes. */
  readonly fault?: 'drop' | 'hang';
}

/** A host of the world. Null means 404. */
export type Site = (request: WorldRequest) => Answer | null | Promise<Answer | null>;

export function html(body: string, headers: Record<string, string> = {}): Answer {
  return { headers: { 'content-type': 'text/html; charset=utf-8', ...headers }, body };
}

export function json(value: unknown, status = 200): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(value),
  };
}

export function redirect(to: string): Answer {
  return { status: 302, headers: { location: to }, body: '' };
}

/** A whole page. `head` and `body` are our own text, never a visitor's. */
export function page(title: string, body: string, head = '', lang = 'en'): string {
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>${head}</head><body>${body}</body></html>`;
}
