import { describe, expect, it } from 'vitest';
import { applyFilter, noFilter, optionsOf } from '@/entrypoints/library/collection-filter';
import type { SourceId } from '@/utils/badge';
import type { BadgeRow } from '@/utils/db';
import { toEntries } from '@/utils/entries';
import { makeRow, today } from '../components/make-row';

const row = (id: string, name: string, more: Partial<BadgeRow> = {}): BadgeRow => ({
  ...makeRow({ achievement: { name, skills: ['SQL', name] } }),
  id: `credly:${id}` as never,
  ...more,
});
const badges = toEntries(
  [
    row('1', 'Alpha', { issuedOn: '2026-05-01', expiresOn: null }),
    row('2', 'Beta', { issuedOn: '2025-05-01', expiresOn: '2025-12-31' }),
    row('3', 'Gamma', { issuedOn: '2026-06-01', expiresOn: '2027-01-01', state: 'private' }),
    row('4', 'Gamma', {
      sourceId: 'microsoft-learn' as SourceId,
      accountId: 'microsoft-learn:me' as never,
      issuedOn: '2026-06-01',
      missingSince: '2026-11-01',
    }),
  ],
  [],
);
const names = (filter: Partial<typeof noFilter>) =>
  applyFilter(badges, { ...noFilter, ...filter }, today).map(({ achievement }) => achievement.name);

describe('collection-filter', () => {
  it('shows everything, newest first, until something is chosen', () => {
    expect(names({})).toEqual(['Gamma', 'Alpha', 'Beta']);
  });

  it.each([
    [{ year: '2026' }, ['Gamma', 'Alpha']],
    [{ skill: 'Alpha' }, ['Alpha']],
    [{ state: 'expired' }, ['Beta']],
    [{ source: 'microsoft-learn' }, ['Gamma']],
    [{ source: 'credly', year: '2025' }, ['Beta']],
    [{ state: 'missing' }, ['Gamma']],
    [{ state: 'revoked' }, []],
  ])('keeps what fits every choice: %o', (filter, expected) => {
    expect(names(filter)).toEqual(expected);
  });

  it.each([
    ['oldest', ['Beta', 'Alpha', 'Gamma']],
    ['name', ['Alpha', 'Beta', 'Gamma']],
    ['expiry', ['Beta', 'Gamma', 'Alpha']],
  ] as const)('sorts: %s', (sort, expected) => {
    expect(names({ sort })).toEqual(expected);
  });

  it('offers what occurs, with how many badges have it', () => {
    expect(optionsOf(badges, 'year', today)).toEqual([
      ['2026', 2],
      ['2025', 1],
    ]);
    expect(optionsOf(badges, 'skill', today)[0]).toEqual(['SQL', 3]);
    expect(Object.fromEntries(optionsOf(badges, 'source', today))).toEqual({
      credly: 3,
      'microsoft-learn': 1,
    });
  });
});
