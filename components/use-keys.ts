import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** Listens for keys anywhere inside an element: for parts that are not controls themselves, such as an open card. */
export function useKeys(element: RefObject<HTMLElement | null>, onKey: (event: KeyboardEvent) => void): void {
  useEffect(() => {
    const target = element.current;
    target?.addEventListener('keydown', onKey);
    return () => target?.removeEventListener('keydown', onKey);
  });
}
