import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import type { BadgeId } from '@/utils/badge';
import type { BadgeReference } from '@/utils/badge-links';
import { LapelPinDatabase } from '@/utils/db';
import type { WebUrl } from '@/utils/html';
import { dropPlace, keepPlace, notePlaced, noteUse } from '@/utils/library-places';
import { maxPlaceLabel, type PlaceRow } from '@/utils/placements-kept';
import { beginRestore, restoreParts } from '@/utils/restore';
import { commitRestore } from '@/utils/restore-commit';
import { makeRow } from './components/make-row';
import v5 from '../fixtures/db/v5.json' with { type: 'json' };

const now = new Date('2026-11-23T10:00:00.000Z');
const place = (more: Partial<PlaceRow> = {}): PlaceRow => ({
  id: 'place-1',
  badgeId: 'credly:record-1' as BadgeId,
  badgeName: 'Cloud Architect Associate',
  kind: 'readme',
  label: 'Profile README',
  url: 'https://example.org/readme' as WebUrl,
  placedOn: '2026-11-01',
  stateThen: 'public',
  expiresOnThen: '2028-05-14',
  knownBy: 'hand',
  changedAt: now.toISOString(),
  ...more,
});

describe('places in the library', () => {
  it('are kept, changed and forgotten', async () => {
    const db = new LapelPinDatabase('places-keep');
    await keepPlace(place({ changedAt: '' }), now, db);
    expect(await db.places.toArray()).toEqual([place()]);
    await keepPlace(place({ label: ` ${'x'.repeat(200)}` }), now, db);
    expect((await db.places.get('place-1'))?.label).toBe('x'.repeat(maxPlaceLabel));
    await dropPlace('place-1', db);
    expect(await db.places.count()).toBe(0);
  });

  it('never have an address that a page must not open', async () => {
    const db = new LapelPinDatabase('places-hostile');
    await keepPlace(place({ url: 'javascript:alert(1)' as WebUrl }), now, db);
    expect((await db.places.get('place-1'))?.url).toBeNull();
  });

  it.each<readonly [string, object]>([
    ['no kind that we know', { kind: 'moon' }],
    ['no badge', { badgeId: '' }],
    ['no day', { placedOn: '2026-13-45' }],
  ])('are refused with %s', async (_, wrong) => {
    const db = new LapelPinDatabase('places-refused');
    await expect(keepPlace({ ...place(), ...wrong }, now, db)).rejects.toMatchObject({ code: 'unexpected' });
    expect(await db.places.count()).toBe(0);
  });

  it('are noted by use, once for the same place, and only for badges that are there', async () => {
    const db = new LapelPinDatabase('places-use');
    const row = makeRow();
    await db.badges.put(row);
    const use = { kind: 'post', label: 'LinkedIn' } as const;
    expect(await noteUse([row.id, 'credly:nobody' as BadgeId], use, now, db)).toBe(1);
    const later = new Date('2026-12-24T10:00:00.000Z');
    await noteUse([row.id], use, later, db);
    await noteUse([row.id], { kind: 'post', label: 'X' }, later, db);
    const places = await db.places.toArray();
    expect(places.map(({ label }) => label).toSorted()).toEqual(['LinkedIn', 'X']);
    expect(places.every(({ placedOn, knownBy }) => placedOn === '2026-12-24' && knownBy === 'us')).toBe(true);
    // What the user told of the place by hand stays.
    const [first] = places.filter(({ label }) => label === 'LinkedIn');
    if (first)
      await keepPlace({ ...first, url: 'https://northwind.example/' as WebUrl, knownBy: 'hand' }, now, db);
    await noteUse([row.id], use, later, db);
    expect(
      await db.places
        .where('id')
        .equals(first?.id ?? '')
        .first(),
    ).toMatchObject({
      url: 'https://northwind.example/',
      knownBy: 'hand',
    });
  });

  it('are noted from what a page lists: the user’s own, once, and what is noted stays as it is', async () => {
    const db = new LapelPinDatabase('places-profile');
    const row = makeRow();
    await db.badges.put(row);
    const [sourceId = '', id = ''] = row.id.split(':');
    const listed = [{ sourceId, id } as BadgeReference, { sourceId, id: 'somebody-else' } as BadgeReference];
    await notePlaced(listed, 'linkedin', now, db);
    const [first] = await db.places.toArray();
    expect(first).toMatchObject({ badgeId: row.id, kind: 'linkedin', placedOn: '2026-11-23' });
    await notePlaced(listed, 'linkedin', new Date('2026-12-24T10:00:00.000Z'), db);
    expect(await db.places.toArray()).toEqual([first]);
    await notePlaced([], 'linkedin', now, db);
  });

  it('come with version 6, which leaves what version 5 stored', async () => {
    const old = new Dexie('places-upgrade');
    old.version(5).stores({ placements: 'id', marks: 'key' });
    await old.table('placements').bulkAdd(v5.placements);
    await old.table('marks').bulkAdd(v5.marks);
    old.close();
    const db = new LapelPinDatabase('places-upgrade');
    expect(await db.placements.toArray()).toEqual(v5.placements);
    expect(await db.marks.toArray()).toEqual(v5.marks);
    await keepPlace(place(), now, db);
    expect(await db.places.where('badgeId').equals('credly:record-1').count()).toBe(1);
  });
});

describe('places in a backup', () => {
  async function restore(db: LapelPinDatabase, mode: 'merge' | 'replace', rows: readonly object[]) {
    const id = await beginRestore(mode, 6, now, db);
    await restoreParts(id, [{ table: 'places', rows }], db);
    return (await commitRestore(id, now, db)).report;
  }

  it('are merged by what was written last', async () => {
    const db = new LapelPinDatabase('places-merge');
    await keepPlace(place(), now, db);
    await restore(db, 'merge', [place({ label: 'Older', changedAt: '2026-11-01T00:00:00.000Z' })]);
    expect((await db.places.get('place-1'))?.label).toBe('Profile README');
    await restore(db, 'merge', [
      place({ label: 'Later', changedAt: '2026-12-01T00:00:00.000Z' }),
      place({ id: 'place-2' }),
    ]);
    expect((await db.places.toArray()).map(({ label }) => label)).toEqual(['Later', 'Profile README']);
  });

  it('take the place of those that are here', async () => {
    const db = new LapelPinDatabase('places-replace');
    await keepPlace(place(), now, db);
    await restore(db, 'replace', [place({ id: 'place-2' })]);
    expect(await db.places.toCollection().primaryKeys()).toEqual(['place-2']);
  });

  it('are refused where they say what no place says', async () => {
    const db = new LapelPinDatabase('places-damaged');
    const { damaged } = await restore(db, 'merge', [place({ url: 'javascript:alert(1)' as WebUrl })]);
    expect(damaged).toHaveLength(1);
    expect(await db.places.count()).toBe(0);
  });
});
