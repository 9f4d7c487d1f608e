import { useEffect, useState } from 'preact/hooks';
import type { BadgeId } from '@/utils/badge';
import type { LibraryView } from '@/utils/messages';

/** In the order of the menu. */
export const views: readonly LibraryView[] = [
  'collection',
  'add',
  'sets',
  'signature',
  'places',
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
  const [name] = location.hash.slice(1).split('/');
  return [...views, 'first-run' as const].find((view) => view === name) ?? 'collection';
}

/** The address of one badge in the collection: `#collection/<id>`. */
export function addressOfBadge(id: BadgeId): string {
  return `#collection/${encodeURIComponent(id)}`;
}

/** The badge that the address names; null without one. */
export function badgeInAddress(): BadgeId | null {
  const [view, id] = location.hash.slice(1).split('/');
  // An id that is not there opens nothing: whatever stands in the address does no harm.
  return view === 'collection' && id ? (new URLSearchParams(`id=${id}`).get('id') as BadgeId) : null;
}
