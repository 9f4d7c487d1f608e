import { beforeEach, describe, expect, it } from 'vitest';
import { createIo } from '@/utils/http';
import { createPace, paceMs, pictureHosts, wait, type PaceParts } from '@/utils/pace';

/** A clock that moves only when somebody waits. */
let clock: number;
let kept: Map<string, number>;
const never = new AbortController().signal;

/** What Web Locks give: one after another for each name, and an end to waiting. */
function serialLock(): PaceParts['lock'] {
  const last = new Map<string, Promise<unknown>>();
  return async (name, signal, work) => {
    const before = last.get(name) ?? Promise.resolve();
    const stopped = new Promise<never>((_, failed) =>
      signal.addEventListener('abort', () => failed(signal.reason as Error)),
    );
    const mine = Promise.race([before.catch(() => {}), stopped]).then(work);
    last.set(
      name,
      Promise.race([mine, stopped]).catch(() => {}),
    );
    return mine;
  };
}

const parts = (): PaceParts => ({
  lock: serialLock(),
  readLast: async (host) => kept.get(host) ?? 0,
  noteLast: async (host, at) => void kept.set(host, at),
  now: () => clock,
  wait: async (milliseconds) => void (clock += milliseconds),
});

beforeEach(() => {
  clock = 1_000_000;
  kept = new Map();
});

describe('pace', () => {
  it('lets a second pass after each answer, however many ask at once', async () => {
    const pace = createPace(parts());
    const sent: number[] = [];
    const ask = () =>
      pace('learn.example', never, async () => {
        sent.push(clock);
        clock += 300;
      });
    await Promise.all([ask(), ask(), ask()]);
    expect(sent).toEqual([1_000_000, 1_000_000 + 1300, 1_000_000 + 2600]);
  });

  it('keeps to it in the next life of the background', async () => {
    await createPace(parts())('a.example', never, async () => {});
    clock += 400;
    const begun: number[] = [];
    await createPace(parts())('a.example', never, async () => void begun.push(clock));
    expect(begun).toEqual([1_000_000 + paceMs]);
  });

  it('notes a question before it goes out: who is stopped then does not burst', async () => {
    const killed = createPace(parts())('a.example', never, () => new Promise<never>(() => {}));
    await Promise.race([killed, new Promise((done) => setTimeout(done, 5))]);
    expect(kept.get('a.example')).toBe(1_000_000);
  });

  it('counts a question that failed', async () => {
    const pace = createPace(parts());
    await expect(pace('a.example', never, () => Promise.reject(new Error('broken')))).rejects.toThrow(
      'broken',
    );
    await pace('a.example', never, async () => expect(clock).toBe(1_000_000 + paceMs));
  });

  it('makes hosts wait for themselves alone, and hosts of pictures not at all', async () => {
    const pace = createPace(parts());
    await pace('a.example', never, async () => {});
    await pace('b.example', never, async () => expect(clock).toBe(1_000_000));
    const [pictures = ''] = Object.keys(pictureHosts);
    await pace(pictures, never, async () => {});
    await pace(pictures, never, async () => expect(clock).toBe(1_000_000));
  });

  it('does not wait for hours when the clock was set back', async () => {
    kept.set('a.example', clock + 3_600_000);
    await createPace(parts())('a.example', never, async () => expect(clock).toBe(1_000_000));
  });

  it('ends a wait at once when it is told to stop, and asks nobody', async () => {
    kept.set('a.example', clock);
    const stop = new AbortController();
    const pace = createPace({ ...parts(), wait });
    const asked = pace('a.example', stop.signal, async () => expect.unreachable('asked all the same'));
    stop.abort();
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('pace › in the io', () => {
  const io = (pace: ReturnType<typeof createPace>, signal?: AbortSignal) => {
    const log: string[] = [];
    const request = createIo({
      fetch: async () => new Response('{}'),
      hasPermission: async ({ hostname }) => hostname !== 'refused.example',
      log: ({ outcome }) => void log.push(outcome),
      pace,
      ...(signal ? { signal } : {}),
    });
    return { request, log };
  };

  it('is not asked for what may not be sent', async () => {
    const { request, log } = io(() => expect.unreachable('waited for a turn'));
    await expect(request.fetch('https://refused.example/')).rejects.toMatchObject({
      code: 'permission-needed',
    });
    await expect(request.fetch('http://a.example/')).rejects.toMatchObject({ code: 'refused-address' });
    expect(log).toEqual(['permission-needed', 'refused-address']);
  });

  it('leaves no line in the log for a request that was stopped while it waited', async () => {
    const stop = new AbortController();
    kept.set('a.example', clock);
    const { request, log } = io(createPace({ ...parts(), wait }), stop.signal);
    const asked = request.fetch('https://a.example/');
    setTimeout(() => stop.abort(), 5);
    await expect(asked).rejects.toMatchObject({ code: 'cancelled' });
    expect(log).toEqual([]);
  });
});
