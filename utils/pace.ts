import { browser } from 'wxt/browser';

/**
 * Hosts that serve nothing but pictures, each with the reason why it is not paced. They are made to be asked for a page
 * full at once; every other host, also one that serves pictures beside other things, is asked once a second.
 */
export const pictureHosts: Readonly<Record<string, string>> = {
  'images.credly.com': 'Badge art alone. A page of Credly itself loads 48 of them at once.',
};

/** Between the end of one request to a host and the beginning of the next. */
export const paceMs = 1000;

/** Does `work` when it is this host's turn. Rejects with the signal's reason when it is aborted before that. */
export type Pace = <T>(host: string, signal: AbortSignal, work: () => Promise<T>) => Promise<T>;

/** What the pace needs of its surroundings; tests hand in their own. */
export interface PaceParts {
  /** One at a time for each name, in the order in which they asked, in all of this browser. */
  readonly lock: <T>(name: string, signal: AbortSignal, work: () => Promise<T>) => Promise<T>;
  /** When the host was asked last, in milliseconds; it outlives the background. */
  readonly readLast: (host: string) => Promise<number>;
  readonly noteLast: (host: string, at: number) => Promise<void>;
  readonly now: () => number;
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/**
 * At most one request a second to each host, and never two at a time. A second passes after the answer, not after the
 * question: so a host that is slow is asked less. The moment is noted before a request goes out, too, so that a
 * background that was stopped with a question on its way does not ask again at once.
 */
export function createPace(parts: PaceParts = inBrowser): Pace {
  return (host, signal, work) => {
    if (Object.hasOwn(pictureHosts, host)) return work();
    return parts.lock(`lapelpin-pace ${host}`, signal, async () => {
      const waited = parts.now() - (await parts.readLast(host));
      // A clock that was set back must not make anybody wait for hours.
      if (waited >= 0 && waited < paceMs) await parts.wait(paceMs - waited, signal);
      signal.throwIfAborted();
      await parts.noteLast(host, parts.now());
      try {
        return await work();
      } finally {
        await parts.noteLast(host, parts.now());
      }
    });
  };
}

/** Ends early, with the signal's reason. */
export function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((done, failed) => {
    signal.throwIfAborted();
    // Timers may ring up to a millisecond early.
    const timer = setTimeout(done, milliseconds + 1);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        failed(signal.reason as Error);
      },
      { once: true },
    );
  });
}

const keyOf = (host: string) => `pace ${host}`;

/** The session's storage: in memory, gone with the browser, but there when the background comes back. */
const inBrowser: PaceParts = {
  // The cast: TypeScript's own types drop what the callback resolves to.
  lock: (name, signal, work) =>
    navigator.locks.request(name, { signal }, () => work()) as ReturnType<typeof work>,
  readLast: async (host) => {
    const { [keyOf(host)]: at } = await browser.storage.session.get(keyOf(host));
    return typeof at === 'number' ? at : 0;
  },
  noteLast: (host, at) => browser.storage.session.set({ [keyOf(host)]: at }),
  now: Date.now,
  wait,
};
