import { db as defaultDb } from './db';
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

/** Forgets a place; what stands there is left alone. */
export async function dropPlace(id: string, db = defaultDb): Promise<void> {
  await db.places.delete(id);
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}
