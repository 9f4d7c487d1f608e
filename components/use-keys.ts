import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** Listens for keys anywhere inside an element: for parts that are not controls themselves, such as an open card. */
export function useKeys(element: RefObject<HTMLElement | null>, onKey: (event: KeyboardEvent) => void): void {
  // Before the next frame, not after it: a key that comes at once must find what is on the screen.
  useLayoutEffect(() => {
    const target = element.current;
    target?.addEventListener('keydown', onKey);
    return () => target?.removeEventListener('keydown', onKey);
  });
}
