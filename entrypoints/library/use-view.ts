import { useEffect, useState } from 'preact/hooks';
import type { LibraryView } from '@/utils/messages';

/** In the order of the menu. */
export const views: readonly LibraryView[] = [
  'collection',
  'add',
  'signature',
  'verify',
  'sites',
  'accounts',
  'doctor',
  'backup',
  'privacy',
];

/** The view that the address names (`library.html#sites`), so that every place can be linked, opened and gone back to. */
export function useView(): LibraryView {
  const [view, setView] = useState(readView);
  useEffect(() => {
    const update = () => setView(readView());
    addEventListener('hashchange', update);
    return () => removeEventListener('hashchange', update);
  }, []);
  return view;
}

function readView(): LibraryView {
  const name = location.hash.slice(1);
  return [...views, 'first-run' as const].find((view) => view === name) ?? 'collection';
}
