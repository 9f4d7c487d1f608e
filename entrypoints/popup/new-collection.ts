import { withAdded, type CollectionRow } from '@/utils/collections';
import type { Entry } from '@/utils/entries';

/** A new set with these badges; null for a name that says nothing. */
export function newCollection(name: string, badges: readonly Entry[]): CollectionRow | null {
  if (name.trim() === '') return null;
  const at = new Date().toISOString();
  const empty = { id: crypto.randomUUID(), name: name.trim(), badgeIds: [], createdAt: at, changedAt: at };
  return withAdded(empty, badges);
}
