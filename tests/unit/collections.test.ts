import { Dexie } from 'dexie';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BadgeId } from '@/utils/badge';
import {
  collectionBadges,
  holds,
  withAdded,
  withMoved,
  withRemoved,
  type CollectionRow,
} from '@/utils/collections';
import { LapelPinDatabase } from '@/utils/db';
import { toEntries } from '@/utils/entries';
import { dropCollection, keepCollection } from '@/utils/library-collections';
import { beginRestore, restoreParts } from '@/utils/restore';
import { commitRestore } from '@/utils/restore-commit';
import v6 from '../fixtures/db/v6.json' with { type: 'json' };
import { makeRow } from './components/make-row';

const now = new Date('2026-11-23T10:00:00.000Z');
const ids = ['a', 'b', 'c', 'd'].map((name) => `credly:${name}` as BadgeId);
const entries = toEntries(
  ids.map((id, index) =>
    makeRow({ id, achievement: { name: `Badge ${id}` }, issuedOn: `2026-0${index + 1}-01` }),
  ),
  [],
);
const row = (badgeIds: readonly BadgeId[], more: Partial<CollectionRow> = {}): CollectionRow => ({
  id: 'set-1',
  name: 'Cloud',
  badgeIds,
  createdAt: now.toISOString(),
  changedAt: now.toISOString(),
  ...more,
});
const gone = 'credly:gone' as BadgeId;

describe('a collection', () => {
  it('has its badges in its order; what is gone is passed over and keeps its place', () => {
    const own = row([ids[2], gone, ids[0]].flatMap((id) => id ?? []));
    expect(collectionBadges(own, entries).map(({ id }) => id)).toEqual([ids[2], ids[0]]);
    const moved = withMoved(own, entries, 1, 0);
    expect(moved.badgeIds).toEqual([ids[0], ids[2], gone]);
  });

  it('takes each badge once, and lets it go', () => {
    const more = withAdded(row(ids.slice(0, 1)), [...entries, ...entries]);
    expect(more.badgeIds.toSorted()).toEqual(ids);
    const [first] = entries;
    if (!first) throw new Error('no badge');
    expect(holds(more, first)).toBe(true);
    expect(holds(withRemoved(more, first), first)).toBe(false);
  });

  it('is put in any order by moves, and never loses or doubles a badge', () => {
    const step = fc.tuple(fc.nat(5), fc.nat(5));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        let own = row([...ids, gone]);
        for (const [from, to] of steps) {
          const before = collectionBadges(own, entries);
          own = withMoved(own, entries, from, to);
          const after = collectionBadges(own, entries);
          // An array with the same move made is the model.
          const moved = before[from];
          const model = moved && before[to] ? before.toSpliced(from, 1).toSpliced(to, 0, moved) : before;
          expect(after).toEqual(model);
          expect(own.badgeIds.toSorted()).toEqual([...ids, gone].toSorted());
        }
      }),
    );
  });
});

describe('collections in the library', () => {
  it('are kept, changed and forgotten', async () => {
    const db = new LapelPinDatabase('collections-keep');
    await keepCollection(row([...ids, ...ids], { name: `  ${'x'.repeat(99)}` }), now, db);
    expect(await db.collections.toArray()).toEqual([row(ids, { name: 'x'.repeat(80) })]);
    await dropCollection('set-1', db);
    expect(await db.collections.count()).toBe(0);
    await expect(keepCollection(row(ids, { name: ' ' }), now, db)).rejects.toMatchObject({
      code: 'unexpected',
    });
  });

  it('come with version 7, which leaves what version 6 stored', async () => {
    const old = new Dexie('collections-upgrade');
    old.version(6).stores({ places: 'id, badgeId' });
    await old.table('places').bulkAdd(v6.places);
    old.close();
    const db = new LapelPinDatabase('collections-upgrade');
    expect(await db.places.toArray()).toEqual(v6.places);
    await keepCollection(row(ids), now, db);
    expect(await db.collections.count()).toBe(1);
  });

  it.each(['merge', 'replace'] as const)('come out of a backup (%s)', async (mode) => {
    const db = new LapelPinDatabase(`collections-${mode}`);
    await keepCollection(row(ids), now, db);
    const id = await beginRestore(mode, 7, now, db);
    const later = row(ids.slice(0, 1), { name: 'Later', changedAt: '2026-12-01T00:00:00.000Z' });
    const rows = [later, row([], { id: 'set-2' }), { ...row([]), name: '' }];
    await restoreParts(id, [{ table: 'collections', rows }], db);
    const { report } = await commitRestore(id, now, db);
    expect(report.damaged).toHaveLength(1);
    expect((await db.collections.toArray()).map(({ name }) => name)).toEqual(['Later', 'Cloud']);
  });
});
