import { Dexie, liveQuery } from 'dexie';
import { useEffect, useState } from 'preact/hooks';

export type LiveResult<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly value: T }
  | { readonly status: 'failed'; readonly cause: unknown };

/** The result of a database query, again after every change of what it read. `deps` as in `useEffect`. */
export function useLiveQuery<T>(query: () => Promise<T>, deps: readonly unknown[] = []): LiveResult<T> {
  const [result, setResult] = useState<LiveResult<T>>({ status: 'loading' });
  useEffect(() => {
    const subscription = liveQuery(() => query().catch(rethrowFailedOpen)).subscribe({
      next: (value) => setResult({ status: 'ready', value }),
      error: (cause) => setResult({ status: 'failed', cause }),
    });
    return () => subscription.unsubscribe();
    // The query is a closure over `deps`; comparing it would restart the subscription at every render.
  }, deps as unknown[]);
  return result;
}

/**
 * A database that cannot be opened (a private window of Firefox) makes Dexie say `DatabaseClosedError`, which a live
 * query takes for a passing state and never reports. What lies behind it is thrown instead; a database that was only
 * closed (erased, upgraded elsewhere) is opened again and stays a passing state.
 */
function rethrowFailedOpen(cause: unknown): never {
  const inner = cause instanceof Dexie.DatabaseClosedError ? cause.inner : null;
  throw inner instanceof Error && inner.name !== 'DatabaseClosedError' ? inner : cause;
}
