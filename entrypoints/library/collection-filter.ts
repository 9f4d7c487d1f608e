import { rowStateOf, stateOf, type ListedState } from '@/components/badge-state';
import type { Entry } from '@/utils/entries';

/** What the collection can be narrowed by. */
export type FilterName = 'state' | 'issuer' | 'source' | 'year' | 'skill';
export type SortName = 'newest' | 'oldest' | 'name' | 'expiry';

/** What is chosen; an empty text is everything. */
export type Filter = Readonly<Record<FilterName, string>> & { readonly sort: SortName };

export const filterNames: readonly FilterName[] = ['state', 'issuer', 'source', 'year', 'skill'];
export const sortNames: readonly SortName[] = ['newest', 'oldest', 'name', 'expiry'];
export const noFilter: Filter = { state: '', issuer: '', source: '', year: '', skill: '', sort: 'newest' };

/** The badges that fit every choice, in the order asked for. They come newest first. */
export function applyFilter(badges: readonly Entry[], filter: Filter, today: string): readonly Entry[] {
  const chosen = filterNames.filter((name) => filter[name] !== '');
  const found =
    chosen.length === 0
      ? badges
      : badges.filter((badge) => chosen.every((name) => valuesOf(badge, name, today).includes(filter[name])));
  return sorted(found, filter.sort);
}

function sorted(badges: readonly Entry[], sort: SortName): readonly Entry[] {
  if (sort === 'newest') return badges;
  if (sort === 'oldest') return badges.toReversed();
  if (sort === 'name') {
    const { compare } = new Intl.Collator(undefined, { numeric: true });
    return badges.toSorted((a, b) => compare(a.achievement.name, b.achievement.name));
  }
  // What never expires stands behind what does.
  const last = '9999-99-99';
  return badges.toSorted((a, b) => ((a.expiresOn ?? last) < (b.expiresOn ?? last) ? -1 : 1));
}

/** The values of one kind that occur, with how many badges have them, the most frequent first; years newest first. */
export function optionsOf(
  badges: readonly Entry[],
  name: FilterName,
  today: string,
): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const badge of badges)
    for (const value of new Set(valuesOf(badge, name, today)))
      counts.set(value, (counts.get(value) ?? 0) + 1);
  const byCount = (a: readonly [string, number], b: readonly [string, number]) =>
    name === 'year' ? (a[0] < b[0] ? 1 : -1) : b[1] - a[1] || (a[0] < b[0] ? -1 : 1);
  return [...counts].toSorted(byCount).slice(0, 200);
}

/** What of a badge a filter compares. A badge from two sources is found under both. */
function valuesOf(badge: Entry, name: FilterName, today: string): readonly string[] {
  if (name === 'state') return [stateOf(badge, today), ...badge.proofs.flatMap((row) => ofProof(row, today))];
  if (name === 'issuer') return badge.issuer.name ? [badge.issuer.name] : [];
  if (name === 'source') return badge.proofs.map(({ sourceId }) => sourceId);
  if (name === 'year') return badge.issuedOn ? [badge.issuedOn.slice(0, 4)] : [];
  return badge.achievement.skills;
}

/** A proof that is gone is looked for under "no longer listed", also while another proof still stands. */
function ofProof(row: Entry['proofs'][number], today: string): ListedState[] {
  return rowStateOf(row, today) === 'missing' ? ['missing'] : [];
}
