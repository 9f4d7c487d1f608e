import { useCallback, useEffect, useState } from 'preact/hooks';
import type { ToastMessage } from '@/components/Toast';

/** Long enough to read and to reach Undo. */
const shownMs = 6000;

/** The line at the bottom and what shows one. The newest replaces the one before. */
export function useToast(): readonly [ToastMessage | null, (message: ToastMessage | null) => void] {
  const [message, setMessage] = useState<ToastMessage | null>(null);
  useEffect(() => {
    if (!message) return undefined;
    const timer = setTimeout(() => setMessage(null), shownMs);
    return () => clearTimeout(timer);
  }, [message]);
  return [message, useCallback((next) => setMessage(next), [])];
}
