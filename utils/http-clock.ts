/** For a request with all its hops, without the waits for a turn. */
const timeoutMs = 20_000;

/** What is left of the time for a request, over all its hops. */
export type Clock = <T>(work: (timeout: AbortSignal) => Promise<T>) => Promise<T>;

/** Begins with the whole time. */
export function createClock(): Clock {
  let left = timeoutMs;
  return async (work) => {
    const begun = performance.now();
    try {
      return await work(AbortSignal.timeout(left));
    } finally {
      left = Math.max(1, Math.floor(left - (performance.now() - begun)));
    }
  };
}
