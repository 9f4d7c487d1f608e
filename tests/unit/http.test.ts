import { describe, expect, it, vi } from 'vitest';
import { AppError } from '@/utils/errors';
import { createIo, isPublicAddress, type RedirectWatch, type RequestOutcome } from '@/utils/http';
import { finalUrl, routeOf, toCopies } from '@/utils/io';

const address = 'https://www.credly.com/users/x/badges.json';

function ioWith(fetchIt: typeof globalThis.fetch, granted = true) {
  const log: RequestOutcome[] = [];
  const io = createIo({
    fetch: fetchIt,
    log: (row) => void log.push(row),
    hasPermission: async () => granted,
  });
  return { io, log };
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  const cause: unknown = await promise.catch((error: unknown) => error);
  return cause instanceof AppError ? cause.code : `no AppError: ${String(cause)}`;
}

describe('http › where a request may go', () => {
  it.each([
    'http://www.credly.com/',
    'https://localhost/',
    'https://foo.localhost/',
    'https://localhost./',
    'https://127.0.0.1/',
    'https://0x7f000001/',
    'https://2130706433/',
    'https://127.1/',
    'https://0177.0.0.1/',
    'https://①②⑦.⓪.⓪.①/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://10.0.0.1/',
    'https://169.254.169.254/latest/meta-data',
    'https://router.lan/',
    'https://intranet/',
    'https://www.credly.com:8443/',
    'https://user:secret@www.credly.com/',
    'file:///etc/passwd',
  ])('refuses %s without asking anybody', async (target) => {
    const fetchIt = vi.fn<typeof globalThis.fetch>();
    const { io, log } = ioWith(fetchIt);
    expect(isPublicAddress(new URL(target))).toBe(false);
    expect(await codeOf(io.fetch(target))).toBe('refused-address');
    expect(fetchIt).not.toHaveBeenCalled();
    expect(log).toEqual([{ host: new URL(target).hostname, outcome: 'refused-address' }]);
  });

  it('asks nobody without the permission', async () => {
    const fetchIt = vi.fn<typeof globalThis.fetch>();
    expect(await codeOf(ioWith(fetchIt, false).io.fetch(address))).toBe('permission-needed');
    expect(fetchIt).not.toHaveBeenCalled();
  });
});

describe('http › how a request goes', () => {
  it('sends no cookies, no referrer, follows no redirect, and is logged', async () => {
    const fetchIt = vi.fn<typeof globalThis.fetch>(async () => new Response('{}'));
    const { io, log } = ioWith(fetchIt);
    expect((await io.fetch(address)).status).toBe(200);
    expect(fetchIt.mock.calls[0]?.[1]).toMatchObject({
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'manual',
      headers: { accept: 'application/json' },
    });
    expect(log).toEqual([{ host: 'www.credly.com', outcome: '200' }]);
  });

  it('stops at a redirect, wherever it leads', async () => {
    const { io } = ioWith(
      async () => new Response(null, { status: 302, headers: { location: 'https://127.0.0.1/' } }),
    );
    expect(await codeOf(io.fetch(address))).toBe('sign-in-required');
  });

  it('drops an answer that is larger than asked for', async () => {
    const { io, log } = ioWith(async () => new Response('x'.repeat(100)));
    expect(await codeOf(io.fetch(address, { maxBytes: 99 }))).toBe('too-large');
    expect(log[0]?.outcome).toBe('too-large');
    expect((await io.fetch(address, { maxBytes: 100 })).status).toBe(200);
  });

  it('calls a broken network offline', async () => {
    const { io } = ioWith(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(await codeOf(io.fetch(address))).toBe('offline');
  });
});

/** A server by address: a `Location` with its status, or the body of a document. Whom nobody expects, fails. */
function webOf(answers: Record<string, string | [number, string]>) {
  const asked: string[] = [];
  const fetchIt: typeof globalThis.fetch = async (input) => {
    const url = String(input);
    asked.push(url);
    const answer = answers[url];
    if (answer === undefined) throw new Error(`nobody expected ${url}`);
    if (typeof answer === 'string') return new Response(answer);
    return new Response(null, { status: answer[0], headers: { location: answer[1] } });
  };
  return { asked, fetchIt };
}
const a = 'https://a.example.org/1';
const b = 'https://b.example.org/2';

describe('http › redirects that are followed', () => {
  const follow = { redirect: 'follow' } as const;

  it.each([301, 302, 303, 307, 308])('follows %i and tells where the answer came from', async (status) => {
    const { asked, fetchIt } = webOf({ [a]: [status, b], [b]: 'the document' });
    const { io, log } = ioWith(fetchIt);
    const response = await io.fetch(a, follow);
    const copy = await toCopies(response);
    expect(await copy().text()).toBe('the document');
    expect(await copy().text()).toBe('the document');
    expect(asked).toEqual([a, b]);
    expect(routeOf(response)).toEqual([a, b]);
    expect(finalUrl(copy(), a)).toBe(b);
    expect(log).toEqual([
      { host: 'a.example.org', outcome: String(status) },
      { host: 'b.example.org', outcome: '200' },
    ]);
  });

  it.each([
    ['/3?x=1', 'https://a.example.org/3?x=1'],
    ['3', 'https://a.example.org/3'],
    ['//b.example.org/2', b],
    ['?v=2_0', 'https://a.example.org/1?v=2_0'],
    ['https://b.example.org/2#part', b],
  ])('reads the location %s as relative to where it was sent', async (location, expected) => {
    const { fetchIt } = webOf({ [a]: [302, location], [expected]: 'ok' });
    expect(finalUrl(await ioWith(fetchIt).io.fetch(a, follow), a)).toBe(expected);
  });

  it.each([
    'http://b.example.org/2',
    'https://127.0.0.1/',
    'https://0x7f.1/',
    'https://[::1]/',
    'https://169.254.169.254/latest/meta-data',
    'https://localhost/',
    'https://printer.lan/',
    'https://b.example.org:8443/',
    'https://user:secret@b.example.org/',
    'file:///etc/passwd',
    'data:application/json,{}',
    'javascript:0',
    '//10.0.0.1/',
  ])('refuses a hop to %s without asking anybody', async (location) => {
    const { asked, fetchIt } = webOf({ [a]: [302, location] });
    expect(await codeOf(ioWith(fetchIt).io.fetch(a, follow))).toBe('refused-address');
    expect(asked).toEqual([a]);
  });

  it('names the host of a hop that the browser does not grant', async () => {
    const { asked, fetchIt } = webOf({ [a]: [302, b] });
    const io = createIo({
      fetch: fetchIt,
      log: () => {},
      hasPermission: async ({ hostname }) => hostname !== 'b.example.org',
    });
    const cause: unknown = await io.fetch(a, follow).catch((error: unknown) => error);
    expect(cause).toMatchObject({ code: 'permission-needed', message: 'b.example.org' });
    expect(asked).toEqual([a]);
  });

  it('follows five redirects, and not a sixth', async () => {
    const at = (hop: number) => `https://a.example.org/${hop}`;
    const chain = Object.fromEntries(
      Array.from({ length: 6 }, (_, hop) => [at(hop), [302, at(hop + 1)] as [number, string]]),
    );
    const five = webOf({ ...chain, [at(5)]: 'ok' });
    expect(routeOf(await ioWith(five.fetchIt).io.fetch(at(0), follow))).toHaveLength(6);
    const six = webOf({ ...chain, [at(6)]: 'ok' });
    expect(await codeOf(ioWith(six.fetchIt).io.fetch(at(0), follow))).toBe('refused-address');
    expect(six.asked).not.toContain(at(6));
  });

  it('ends a circle', async () => {
    const { asked, fetchIt } = webOf({ [a]: [302, b], [b]: [302, a] });
    expect(await codeOf(ioWith(fetchIt).io.fetch(a, follow))).toBe('refused-address');
    expect(asked).toHaveLength(6);
  });

  it('takes a redirect to nowhere for a bad answer', async () => {
    const fetchIt = async () => new Response(null, { status: 302 });
    expect(await codeOf(ioWith(fetchIt).io.fetch(a, follow))).toBe('bad-response');
  });

  it('asks a browser’s watch, whose answer hides the location, and lets go of it', async () => {
    const watched: string[] = [];
    const watchRedirect = (url: URL): RedirectWatch => {
      watched.push(`watch ${url.href}`);
      return {
        seen: async () => (url.href === a ? { status: 301, location: b } : null),
        stop: () => void watched.push(`stop ${url.href}`),
      };
    };
    const hidden = { type: 'opaqueredirect', status: 0, headers: new Headers(), body: null };
    const fetchIt = (async (input: URL) =>
      input.href === a ? hidden : new Response('ok')) as unknown as typeof globalThis.fetch;
    const io = createIo({ fetch: fetchIt, log: () => {}, hasPermission: async () => true, watchRedirect });
    expect(finalUrl(await io.fetch(a, follow), a)).toBe(b);
    expect(watched).toEqual([`watch ${a}`, `stop ${a}`, `watch ${b}`, `stop ${b}`]);
    expect(await codeOf(io.fetch(a)), 'not followed, so not watched').toBe('sign-in-required');
    expect(watched).toHaveLength(4);
  });

  it('gives up where the browser does not say where to', async () => {
    const watchRedirect = () => ({ seen: async () => null, stop: () => {} });
    const hidden = { type: 'opaqueredirect', status: 0, headers: new Headers(), body: null };
    const fetchIt = (async () => hidden) as unknown as typeof globalThis.fetch;
    const io = createIo({ fetch: fetchIt, log: () => {}, hasPermission: async () => true, watchRedirect });
    expect(await codeOf(io.fetch(a, follow))).toBe('sign-in-required');
  });
});
