import { describe, expect, it, vi } from 'vitest';
import { AppError } from '@/utils/errors';
import { createIo, isPublicAddress, type RequestOutcome } from '@/utils/http';

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
