import { liveQuery } from 'dexie';
import { useEffect, useState } from 'preact/hooks';

export type LiveResult<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly value: T }
  | { readonly status: 'failed'; readonly cause: unknown };

/** The result of a database query, again after every change of what it read. `deps` as in `useEffect`. */
export function useLiveQuery<T>(query: () => Promise<T>, deps: readonly unknown[] = []): LiveResult<T> {
  const [result, setResult] = useState<LiveResult<T>>({ status: 'loading' });
  useEffect(() => {
    const subscription = liveQuery(query).subscribe({
      next: (value) => setResult({ status: 'ready', value }),
      error: (cause) => setResult({ status: 'failed', cause }),
    });
    return () => subscription.unsubscribe();
    // The query is a closure over `deps`; comparing it would restart the subscription at every render.
  }, deps as unknown[]);
  return result;
}
