import { AppError } from './errors';

/** Seconds that a `Retry-After` header asks for (RFC 9110, 10.2.3: seconds or a date); undefined without one. */
export function parseRetryAfter(header: string | null, now: Date): number | undefined {
  if (header === null) return undefined;
  if (/^\d+$/.test(header.trim())) return Number(header);
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - now.getTime()) / 1000));
}

/**
 * The JSON of an answer, whose status says that there is one.
 * @throws AppError `not-found`, `private-profile`, `blocked`, `rate-limited`, `server-error`, `bad-response`, `not-json`
 */
export async function readJson(response: Response, now: Date): Promise<unknown> {
  throwForStatus(response, now);
  const text = await response.text();
  try {
    return JSON.parse(text) as unknown;
  } catch {
    const type = response.headers.get('content-type') ?? 'no content type';
    throw new AppError('not-json', `${type}, begins with ${JSON.stringify(text.slice(0, 40))}`);
  }
}

/** Whether an answer is one; for those who read its body otherwise. */
export function throwForStatus(response: Response, now: Date): void {
  const { status } = response;
  if (status >= 200 && status < 300) return;
  const detail = `status ${status}`;
  const retryAfter = parseRetryAfter(response.headers.get('retry-after'), now);
  if (status === 404 || status === 410) throw new AppError('not-found', detail);
  // A page for people where data was asked for: a wall against robots, or a firewall (facts on sources, section 5).
  const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false;
  if (status === 403 && isPage) throw new AppError('blocked', detail);
  if (status === 401 || status === 403) throw new AppError('private-profile', detail);
  if (status === 429) throw new AppError('rate-limited', detail, retryAfter);
  if (status >= 500) throw new AppError('server-error', detail, retryAfter);
  throw new AppError('bad-response', detail);
}
