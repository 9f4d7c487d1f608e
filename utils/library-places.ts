import { dayOf, type BadgeId } from './badge';
import { ownReference, type BadgeReference } from './badge-links';
import { db as defaultDb, type BadgeRow } from './db';
import { AppError } from './errors';
import { safeUrl } from './html';
import { maxPlaceLabel, placeKinds, type PlaceRow } from './placements-kept';

/**
 * Keeps a place, in place of an earlier row of the same id: adding, changing and putting back are the same.
 * @throws AppError `unexpected` for what is no place
 */
export async function keepPlace(place: PlaceRow, now: Date, db = defaultDb): Promise<void> {
  const isPlace =
    place.id !== '' && place.badgeId.length > 0 && placeKinds.includes(place.kind) && isDay(place.placedOn);
  if (!isPlace) throw new AppError('unexpected', 'no place');
  await db.places.put({
    ...place,
    label: place.label.trim().slice(0, maxPlaceLabel),
    url: safeUrl(place.url),
    changedAt: now.toISOString(),
  });
}

/** How many badges are noted at once at most: whoever copies ten thousand does not put them up one by one. */
const mostAtOnce = 100;

/**
 * Notes that badges were put somewhere on this day. The same place for the same badge is noted once, with the latest day.
 * Badges that are not in the library are passed over. Returns how many are noted.
 */
export async function noteUse(
  badgeIds: readonly BadgeId[],
  { kind, label }: Pick<PlaceRow, 'kind' | 'label'>,
  now: Date,
  db = defaultDb,
): Promise<number> {
  return db.transaction('rw', db.places, db.badges, async () => {
    let count = 0;
    for (const badgeId of badgeIds.slice(0, mostAtOnce)) {
      const badge = await db.badges.where('id').equals(badgeId).first();
      if (!badge) continue;
      const places = await db.places.where('badgeId').equals(badgeId).toArray();
      const same = places.find((place) => place.kind === kind && place.label === label);
      const fresh = {
        id: crypto.randomUUID(),
        badgeId,
        badgeName: badge.achievement.name,
        kind,
        label,
        url: null,
        knownBy: 'us',
      } as const;
      const states = { stateThen: badge.state, expiresOnThen: badge.expiresOn };
      await keepPlace({ ...fresh, ...same, ...states, placedOn: dayOf(now), changedAt: '' }, now, db);
      count += 1;
    }
    return count;
  });
}

/** Notes what of these badges is in the library and was seen at such a place; what is noted there already stays as it is. */
export async function notePlaced(
  references: readonly BadgeReference[],
  kind: PlaceRow['kind'],
  now: Date,
  db = defaultDb,
): Promise<void> {
  const keys = new Set(references.map(({ sourceId, id }) => `${sourceId}:${id}`));
  if (keys.size === 0) return;
  const isListed = (row: BadgeRow) => {
    const own = ownReference(row);
    return keys.has(row.id) || (own !== null && keys.has(`${own.sourceId}:${own.id}`));
  };
  const ids = (await db.badges.filter(isListed).toArray()).map(({ id }) => id);
  const noted = (await db.places.where('badgeId').anyOf(ids).toArray()).filter(
    (place) => place.kind === kind,
  );
  const known = new Set(noted.map(({ badgeId }) => badgeId));
  const fresh = [...new Set(ids)].filter((id) => !known.has(id));
  if (fresh.length > 0) await noteUse(fresh, { kind, label: '' }, now, db);
}

/** Forgets a place; what stands there is left alone. */
export async function dropPlace(id: string, db = defaultDb): Promise<void> {
  await db.places.delete(id);
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}
