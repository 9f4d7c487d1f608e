import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { popupDraft, type PopupDraft } from '@/utils/settings';

/** Milliseconds after which what is being typed is written: many letters are one write. */
const settleMs = 120;
/** What is typed letter by letter. Everything else is written at once: a page that closes may take an unwritten change with it. */
const typed: ReadonlySet<string> = new Set<keyof PopupDraft>(['query', 'texts']);

/** A part, or what makes one of the latest draft: two keys may come between two renders. */
export type ChangeDraft = (
  change: Partial<PopupDraft> | ((draft: PopupDraft) => Partial<PopupDraft>),
) => void;

/** Where the user is and what they typed. Written on every change, because a popup closes without asking. */
export function useDraft(initial: PopupDraft): readonly [PopupDraft, ChangeDraft, () => Promise<void>] {
  const [draft, setDraft] = useState(initial);
  const latest = useRef(initial);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  // What we wrote ourselves comes back through `watch`, and may be older than what is shown by then.
  const echoes = useRef<string[]>([]);
  const write = useCallback(async () => {
    clearTimeout(timer.current);
    timer.current = undefined;
    echoes.current.push(markOf(latest.current));
    await popupDraft.setValue(latest.current);
  }, []);
  const flush = useCallback(async () => {
    if (timer.current !== undefined) await write();
  }, [write]);
  const changeDraft = useCallback<ChangeDraft>(
    (change) => {
      const part = typeof change === 'function' ? change(latest.current) : change;
      latest.current = { ...latest.current, ...part };
      setDraft(latest.current);
      clearTimeout(timer.current);
      if (Object.keys(part).every((name) => typed.has(name)))
        timer.current = setTimeout(() => void write(), settleMs);
      else void write();
    },
    [write],
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
        const echo = echoes.current.indexOf(markOf(stored));
        if (echo !== -1) echoes.current.splice(0, echo + 1);
        if (echo !== -1 || timer.current !== undefined) return;
        latest.current = stored;
        setDraft(stored);
      }),
    [],
  );
  return [draft, changeDraft, flush];
}

/** The same for the same draft, in whatever order the browser gives the fields of an object back. */
function markOf(draft: PopupDraft): string {
  return JSON.stringify(draft, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );
}
