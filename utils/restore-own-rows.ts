import * as v from 'valibot';
import { maxCollectionName } from './collections';
import { maxPlaceLabel, placeKinds } from './placements-kept';
import { day, id, list, long, moment, text, url } from './restore-fields';

export const state = v.picklist([
  'public',
  'private',
  'pending',
  'revoked',
  'expired',
  'retired',
  'link-only',
  'unknown',
]);

/** Rows that the user made: places and sets. */
export const ownRowSchemas = {
  places: v.object({
    id,
    badgeId: id,
    badgeName: long,
    kind: v.picklist(placeKinds),
    label: text(maxPlaceLabel),
    url: v.nullable(url),
    placedOn: day,
    stateThen: state,
    expiresOnThen: v.nullable(day),
    knownBy: v.picklist(['us', 'hand']),
    changedAt: moment,
  }),
  collections: v.object({
    id,
    name: v.pipe(text(maxCollectionName), v.minLength(1)),
    badgeIds: list(id),
    createdAt: moment,
    changedAt: moment,
  }),
};
