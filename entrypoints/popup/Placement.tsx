import { PlacementNote } from '@/components/PlacementNote';
import type { BadgeId } from '@/utils/badge';
import { db } from '@/utils/db';
import { findEntry, toEntries } from '@/utils/entries';
import { matchPlacements, type Placed } from '@/utils/placements';
import { useLiveQuery } from '@/utils/use-live-query';

/** Whether a badge is on the user's LinkedIn profile. Nothing is shown, and nothing more is read, without an export. */
export function Placement({ id }: { id: BadgeId }) {
  const placed = useLiveQuery(() => findPlaced(id), [id]);
  return placed.status === 'ready' && placed.value ? <PlacementNote placed={placed.value} /> : null;
}

/** All badges are held against all lines: of two that look alike only one is the one on the profile. */
async function findPlaced(id: BadgeId): Promise<Placed | null> {
  const placements = await db.placements.toArray();
  if (placements.length === 0) return null;
  const entries = toEntries(await db.badges.toArray(), await db.mergeChoices.toArray());
  const entry = findEntry(entries, id);
  return (entry && matchPlacements(entries, placements).placed.get(entry.id)) ?? null;
}
