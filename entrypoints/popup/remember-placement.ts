import { dayOf } from '@/utils/badge';
import type { BadgeRow } from '@/utils/db';
import { safeUrl } from '@/utils/html';
import { send } from '@/utils/messages';
import type { PlaceKind, PlaceRow } from '@/utils/placements-kept';

/** What is told of a place; the rest is known from the badge and the day. */
export interface NewPlace {
  readonly kind: PlaceKind;
  /** The user's own words for it. */
  readonly label?: string;
  readonly address?: string;
  readonly placedOn?: string;
  /** `us` when one of our own buttons put it there. */
  readonly knownBy: PlaceRow['knownBy'];
}

/**
 * Remembers where a badge was put, at the user's wish alone. Sharing, signatures and exports may call it as the form does.
 * @returns the place, for changing or taking it back
 */
export async function rememberPlacement(badge: BadgeRow, place: NewPlace): Promise<PlaceRow> {
  const now = new Date();
  const row: PlaceRow = {
    id: crypto.randomUUID(),
    badgeId: badge.id,
    badgeName: badge.achievement.name,
    kind: place.kind,
    label: place.label ?? '',
    url: safeUrl(place.address ?? ''),
    placedOn: place.placedOn ?? dayOf(now),
    stateThen: badge.state,
    expiresOnThen: badge.expiresOn,
    knownBy: place.knownBy,
    changedAt: now.toISOString(),
  };
  await send('keepPlace', { place: row });
  return row;
}
