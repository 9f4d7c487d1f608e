import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { popupDraft, type PopupDraft } from '@/utils/settings';

/** Milliseconds between a change and its writing: typing is one write, closing never waits for it. */
const settleMs = 120;

/** A part, or what makes one of the latest draft: two keys may come between two renders. */
export type ChangeDraft = (
  change: Partial<PopupDraft> | ((draft: PopupDraft) => Partial<PopupDraft>),
) => void;

/** Where the user is and what they typed. Written on every change, because a popup closes without asking. */
export function useDraft(initial: PopupDraft): readonly [PopupDraft, ChangeDraft, () => Promise<void>] {
  const [draft, setDraft] = useState(initial);
  const latest = useRef(initial);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const flush = useCallback(async () => {
    if (timer.current === undefined) return;
    clearTimeout(timer.current);
    timer.current = undefined;
    await popupDraft.setValue(latest.current);
  }, []);
  const changeDraft = useCallback<ChangeDraft>(
    (change) => {
      const part = typeof change === 'function' ? change(latest.current) : change;
      latest.current = { ...latest.current, ...part };
      setDraft(latest.current);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), settleMs);
    },
    [flush],
  );
  useEffect(() => {
    const onHide = () => void flush();
    addEventListener('pagehide', onHide);
    document.addEventListener('visibilitychange', onHide);
    return () => {
      removeEventListener('pagehide', onHide);
      document.removeEventListener('visibilitychange', onHide);
      onHide();
    };
  }, [flush]);
  // The side panel takes over what the popup handed on, unless it has something unwritten itself.
  useEffect(
    () =>
      popupDraft.watch((stored) => {
        if (timer.current !== undefined) return;
        latest.current = stored;
        setDraft(stored);
      }),
    [],
  );
  return [draft, changeDraft, flush];
}
