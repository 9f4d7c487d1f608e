import { useEffect, useRef, useState } from 'preact/hooks';
import { toAppError, type ErrorRecord } from '@/utils/errors';

interface Task {
  readonly isBusy: boolean;
  /** From 0 to 1. */
  readonly share: number;
  readonly error: ErrorRecord | null;
  readonly start: (work: (onShare: (share: number) => void, signal: AbortSignal) => Promise<void>) => void;
  readonly cancel: () => void;
}

/** Something that takes a while, can be stopped, and says why it failed. It stops when its view goes. */
export function useTask(): Task {
  const stop = useRef<AbortController | null>(null);
  const [share, setShare] = useState<number | null>(null);
  const [error, setError] = useState<ErrorRecord | null>(null);
  useEffect(() => () => stop.current?.abort(), []);
  return {
    isBusy: share !== null,
    share: share ?? 0,
    error,
    start(work) {
      const controller = new AbortController();
      stop.current = controller;
      setShare(0);
      setError(null);
      work(setShare, controller.signal)
        .catch((cause: unknown) => setError(toAppError(cause).toRecord()))
        .finally(() => setShare(null));
    },
    cancel: () => stop.current?.abort(),
  };
}
