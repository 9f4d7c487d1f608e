import { AppError, type ErrorCode } from '@/utils/errors';
import type { Serve } from './source-fixture';

/** One way in which a host may answer instead of what was asked for. */
export interface Fault {
  readonly name: string;
  readonly code: ErrorCode;
  /** Seconds to wait that must arrive with it. */
  readonly retryAfter?: number;
  /** Codes that say it better for a source of another kind, by its id. */
  readonly alsoRight?: Readonly<Record<string, readonly ErrorCode[]>>;
  /** Sources for which this says that the issuer took the badge back: no fault at all. */
  readonly takesBack?: readonly string[];
  readonly serve: Serve;
}

/** Sources that read a page for people: one that names no certificate is none, whatever it is otherwise. */
const readers = ['certifier', 'sertifier', 'coursera', 'edx', 'skilljar', 'oracle'];
/** Sources whose badges are records of Open Badges, which may have moved: redirects are followed, but not round and round. */
const followers = ['canvas', 'open-badge-factory', 'moodle'];
const each = (ids: readonly string[], code: ErrorCode) => Object.fromEntries(ids.map((id) => [id, [code]]));
/** A profile that is a page for people: another page is no profile. */
const profilePages = ['google-skills'];
const noName = {
  alsoRight: { ...each(readers, 'unsupported-badge'), ...each(profilePages, 'bad-response') },
};

const page = '<!doctype html><html><head><title>One moment</title></head><body><p>Checking</p></body></html>';
const html = { 'content-type': 'text/html; charset=utf-8' };
const json = { 'content-type': 'application/json' };

const answer =
  (status: number, body: string, headers: Record<string, string>): Serve =>
  () =>
    new Response(body, { status, headers });

/** Half a megabyte at a time, for as long as somebody reads. */
function endless(): ReadableStream<Uint8Array> {
  const chunk = new Uint8Array(500_000).fill(0x20);
  let left = 100;
  return new ReadableStream({
    pull(controller) {
      left -= 1;
      if (left < 0) controller.close();
      else controller.enqueue(chunk);
    },
  });
}

/** Some bytes, then nothing more. */
function broken(): ReadableStream<Uint8Array> {
  let isFirst = true;
  return new ReadableStream({
    pull(controller) {
      if (!isFirst) return controller.error(new TypeError('network error'));
      isFirst = false;
      return controller.enqueue(new TextEncoder().encode('{"data":[{"id"'));
    },
  });
}

export const faults: readonly Fault[] = [
  { name: '404', code: 'not-found', serve: answer(404, '{}', json) },
  { name: '404 with a page', code: 'not-found', serve: answer(404, page, html) },
  { name: '410', code: 'not-found', takesBack: followers, serve: answer(410, '', {}) },
  { name: '401', code: 'private-profile', serve: answer(401, '{}', json) },
  { name: '403', code: 'private-profile', serve: answer(403, '{}', json) },
  { name: '403 with the page of a wall against robots', code: 'blocked', serve: answer(403, page, html) },
  { name: '429', code: 'rate-limited', serve: answer(429, '', {}) },
  {
    name: '429 with seconds',
    code: 'rate-limited',
    retryAfter: 120,
    serve: answer(429, '', { 'retry-after': '120' }),
  },
  {
    name: '429 with a date',
    code: 'rate-limited',
    retryAfter: 1800,
    serve: answer(429, '', { 'retry-after': 'Sun, 22 Nov 2026 13:30:00 GMT' }),
  },
  ...[500, 502, 503].map((status): Fault => ({
    name: String(status),
    code: 'server-error',
    serve: answer(status, page, html),
  })),
  { name: '400', code: 'bad-response', serve: answer(400, '{}', json) },
  {
    name: 'no answer in time',
    code: 'timeout',
    // What the io makes of its own clock, which nobody here waits for (`http.test.ts` does).
    serve: () => Promise.reject(new AppError('timeout', 'no answer')),
  },
  { name: 'no connection', code: 'offline', serve: () => Promise.reject(new TypeError('Failed to fetch')) },
  {
    name: 'a connection that breaks',
    code: 'offline',
    serve: () => new Response(broken(), { headers: json }),
  },
  { name: '50 MB', code: 'too-large', serve: () => new Response(endless(), { headers: json }) },
  { name: 'a page for people', code: 'not-json', ...noName, serve: answer(200, page, html) },
  { name: 'an empty body', code: 'not-json', ...noName, serve: answer(200, '', json) },
  {
    name: 'JSON that is cut off',
    code: 'not-json',
    ...noName,
    serve: answer(200, '{"data":[{"id":"1","na', json),
  },
  {
    name: 'an answer of another kind',
    code: 'bad-response',
    ...noName,
    serve: answer(200, '{"hello":"world"}', json),
  },
  {
    name: 'a list where an object was',
    code: 'bad-response',
    ...noName,
    serve: answer(200, '[1,2,3]', json),
  },
  { name: 'null', code: 'bad-response', ...noName, serve: answer(200, 'null', json) },
  {
    name: 'a way to the sign-in page',
    code: 'sign-in-required',
    alsoRight: each([...followers, ...readers, ...profilePages], 'refused-address'),
    serve: () => new Response(null, { status: 302, headers: { location: 'https://sign-in.example/login' } }),
  },
];
