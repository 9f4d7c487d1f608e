import { useLayoutEffect, useRef } from 'preact/hooks';

/** Single keys and what they do; a handler that returns false leaves the key to the browser. */
export type Shortcuts = Readonly<Record<string, () => boolean | undefined>>;

/**
 * Listens for single keys on the whole page. Keys typed into a field are the field's, except Escape. Letters are
 * compared by the place of the key (KeyC), so that they work while the keyboard writes Hangul.
 */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey)
        return;
      if (isTyping(event.target) && event.key !== 'Escape') return;
      const handler = latest.current[event.key] ?? latest.current[event.code];
      if (handler && handler() !== false) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}
