import type { Badge } from '@/utils/badge';
import { t, tMaybe } from '@/utils/i18n';
import { matchesQuery } from '@/utils/search';
import { shareTargets } from '@/utils/share-targets/index';
import type { ShareTarget } from '@/utils/share-targets/share-target';
import { targetName } from './words';

/** An entry of the share menu: a target, or one of ours that no address stands for. */
export interface Place {
  readonly id: string;
  readonly name: string;
  /** What will happen, in a line; null where the name says it. */
  readonly hint: string | null;
  /** Name and aliases, to be searched. */
  readonly words: string;
  /** Found by its name only. */
  readonly isHidden: boolean;
  /** Null for `signature` and `qr`. */
  readonly target: ShareTarget | null;
}

/** Places that are shown at once. */
const firstCount = 4;
const ours = ['linkedin-post', 'linkedin-profile', 'copy-link', 'signature'];

/** Every place there is, in our order. The system's share sheet is not on every computer. */
export function listPlaces(hasShareSheet: boolean): readonly Place[] {
  const targets = shareTargets
    .filter(({ id }) => hasShareSheet || id !== 'share-sheet')
    .map((target) => toPlace(target.id, targetName(target), target));
  return [...targets, toPlace('signature', t('shareSignature'), null), toPlace('qr', t('share_qr'), null)];
}

function toPlace(id: string, name: string, target: ShareTarget | null): Place {
  const words = [name, id, ...(target?.aliases ?? [])].join('\n');
  return { id, name, hint: tMaybe(`shareHint_${id}`), words, isHidden: target?.isHidden ?? false, target };
}

/** The first four: those that the user chose, filled up with ours. Ids that are not known any more are passed over. */
export function firstPlaces(places: readonly Place[], chosen: readonly string[] | null): readonly Place[] {
  const ids = [...new Set([...(chosen ?? []), ...ours])];
  return ids.flatMap((id) => places.find((place) => place.id === id) ?? []).slice(0, firstCount);
}

/** The first four with this one at their head; the last of them makes room. */
export function withFirst(first: readonly Place[], id: string): readonly string[] {
  return [id, ...first.map((place) => place.id).filter((other) => other !== id)].slice(0, firstCount);
}

/** The first four with one of them a place further up (-1) or down (1). */
export function withMoved(first: readonly Place[], id: string, by: -1 | 1): readonly string[] {
  const ids = first.map((place) => place.id);
  const from = ids.indexOf(id);
  const other = ids[from + by];
  if (from === -1 || other === undefined) return ids;
  return ids.with(from, other).with(from + by, id);
}

/** The other places: all that are not hidden, or those that a query names. */
export function findPlaces(
  places: readonly Place[],
  first: readonly Place[],
  query: string,
): readonly Place[] {
  const others = places.filter((place) => !first.includes(place));
  if (query.trim() === '') return others.filter(({ isHidden }) => !isHidden);
  return others.filter(({ words }) => matchesQuery(words, query));
}

/** Whether pressing a place opens a panel instead of doing something at once. */
export function hasPanel({ id, target }: Place): boolean {
  return id === 'qr' || Boolean(target?.text);
}

/** Whether the badge has what the place needs. */
export function canTake({ id, target }: Place, badge: Badge): boolean {
  return target ? target.accepts(badge) : id !== 'qr' || badge.pageUrl !== null;
}
