import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SourceId } from '@/utils/badge';
import { LapelPinDatabase, type PlacementRow } from '@/utils/db';
import {
  clearPlacements,
  dropClaim,
  openClaim,
  replacePlacements,
  settleClaims,
} from '@/utils/library-claims';
import { makeRow } from './components/make-row';

const source = 'credly' as SourceId;
const at = (time: string) => new Date(`2026-11-20T${time}:00Z`);
let db: LapelPinDatabase;

describe('claims in the library', () => {
  beforeEach(() => {
    db = new LapelPinDatabase(`claims-${Math.random()}`);
  });
  afterEach(() => db.delete());

  it('keeps a claim once; the second note says that the user came back', async () => {
    expect(await openClaim({ sourceId: source, digest: 'a' }, at('10:00'), db)).toBe(true);
    expect(await openClaim({ sourceId: source, digest: 'a' }, at('10:05'), db)).toBe(false);
    expect(await db.claims.get('a')).toMatchObject({
      openedAt: '2026-11-20T10:00:00.000Z',
      resolvedAt: null,
    });
  });

  it('closes a claim when a badge of its source came after it, and leaves the others', async () => {
    await openClaim({ sourceId: source, digest: 'a' }, at('10:00'), db);
    await openClaim({ sourceId: 'accredible' as SourceId, digest: 'b' }, at('10:00'), db);
    await db.badges.put({ ...makeRow({}), sourceId: source, addedAt: at('10:03').toISOString() });
    const waiting = await settleClaims(at('10:05'), db);
    expect(waiting.map(({ id }) => id)).toEqual(['b']);
    expect(await db.claims.get('a')).toMatchObject({ resolvedAt: '2026-11-20T10:05:00.000Z' });
    await dropClaim('b', db);
    expect(await settleClaims(at('10:06'), db)).toEqual([]);
  });

  it('puts one export in place of another, and forgets it', async () => {
    const row = (id: string): PlacementRow => ({
      id,
      place: 'linkedin-profile',
      name: id,
      issuerName: 'Northwind Cloud Academy',
      url: null,
      startedOn: null,
      finishedOn: null,
      credentialId: null,
      readAt: at('10:00').toISOString(),
    });
    await replacePlacements([row('1'), row('2')], db);
    await replacePlacements([row('3')], db);
    expect((await db.placements.toArray()).map(({ id }) => id)).toEqual(['3']);
    await clearPlacements(db);
    expect(await db.placements.count()).toBe(0);
  });
});
