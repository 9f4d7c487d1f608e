import { describe, expect, it } from 'vitest';
import type { BadgeRow, MergeChoiceRow } from '@/utils/db';
import { toEntries } from '@/utils/entries';
import { findCandidates, otherIds } from '@/utils/entry-candidates';
import { makeRow } from './components/make-row';

const row = (source: string, more: Partial<BadgeRow> = {}): BadgeRow => ({
  ...makeRow(),
  id: `${source}:1` as never,
  sourceId: source as never,
  accountId: `${source}:me` as never,
  ...more,
});
const apart: MergeChoiceRow = {
  key: 'a:1 b:1',
  ids: ['a:1', 'b:1'] as never,
  choice: 'apart',
  at: '2026-11-01',
};

describe('entry-candidates', () => {
  it('asks about the same achievement a few days apart at another source', () => {
    const entries = toEntries(
      [row('a'), row('b', { issuedOn: '2026-05-20' }), row('c', { issuedOn: '2024-01-01' })],
      [],
    );
    const own = entries.find(({ id }) => id === 'a:1');
    if (!own) throw new Error('no entry');
    expect(findCandidates(own, entries, []).map(({ entry }) => entry.id)).toEqual(['b:1']);
  });

  it('asks nothing where one account lists both, or where a day is not known', () => {
    const listed = toEntries(
      [row('a'), row('b', { accountId: 'a:me' as never, issuedOn: '2026-05-20' })],
      [],
    );
    for (const entry of listed) expect(findCandidates(entry, listed, [])).toEqual([]);
    const undated = toEntries([row('a'), row('b', { issuedOn: '' })], []);
    for (const entry of undated) expect(findCandidates(entry, undated, [])).toEqual([]);
  });

  it('keeps in mind what the user keeps apart', () => {
    const entries = toEntries([row('a'), row('b')], [apart]);
    expect(entries).toHaveLength(2);
    for (const entry of entries)
      expect(findCandidates(entry, entries, [apart])).toMatchObject([{ keptApart: { key: 'a:1 b:1' } }]);
  });

  it('names every other proof from which one must be kept apart', () => {
    const [entry] = toEntries([row('a'), row('b'), row('c')], []);
    expect(entry && otherIds(entry, 'b:1' as never)).toEqual(['a:1', 'c:1']);
  });
});
