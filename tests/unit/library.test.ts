import { beforeEach, describe, expect, it } from 'vitest';
import { Dexie } from 'dexie';
import v1 from '../fixtures/db/v1.json';
import v2 from '../fixtures/db/v2.json';
import { LapelPinDatabase, type BadgeRow } from '@/utils/db';
import {
  eraseAll,
  logRequest,
  markSeen,
  rememberVerification,
  removeAccount,
  storePicture,
} from '@/utils/library';
import { badgesForSignature, countNew, readVerification, shareableBadges } from '@/utils/library-queries';
import { defaultSignature } from '@/utils/signature-setting';
import { wantedPictures } from '@/utils/library-pictures';
import type { SourceId, AccountId } from '@/utils/badge';
import { unasked, type Verification } from '@/utils/verification';

let db: LapelPinDatabase;
const now = new Date('2026-11-22T12:00:00Z');
const reference = { sourceId: 'credly' as SourceId, id: 'b0000000-0000-4000-8000-000000000001' };
const badge = { ...v1.badges[0], knownAs: [], basis: 'record', renewableFrom: null } as unknown as BadgeRow;
const picture = { mediaType: 'image/png', bytes: new ArrayBuffer(4) };

type Rows = Record<'accounts' | 'badges' | 'verifications', readonly object[]>;

/** Rows as a released version stored them, put in by a database that knows nothing of what came later. */
async function fillAsVersion(version: number, rows: Rows, name: string): Promise<void> {
  const old = new Dexie(name);
  old.version(version).stores({
    accounts: 'id',
    badges: 'id, accountId, issuedOn, isNew',
    pictures: 'key',
    verifications: 'key',
    networkLog: '++id, at',
  });
  for (const table of ['accounts', 'badges', 'verifications'] as const) {
    await old.table<object>(table).bulkAdd(rows[table]);
  }
  old.close();
}

beforeEach(async () => {
  const name = `library-${Math.random()}`;
  await fillAsVersion(1, v1, name);
  db = new LapelPinDatabase(name);
});

/** What version 4 added to every row. */
const added = {
  badge: { knownAs: [], basis: 'record', renewableFrom: null },
  account: { label: null, summary: null, exams: [] },
};
const withAdded = (rows: readonly object[], more: object) => rows.map((row) => ({ ...row, ...more }));

describe('library › a database of version 1', () => {
  it('opens with everything in it', async () => {
    expect(await db.badges.toArray()).toEqual(withAdded(v1.badges, added.badge));
    expect(await db.accounts.toArray()).toEqual(withAdded(v1.accounts, added.account));
    expect(db.tables.map(({ name }) => name)).not.toContain('badgesMoving');
  });

  it('gives its results what later ones have', async () => {
    const [{ verification }] = v1.verifications as [(typeof v1.verifications)[0]];
    expect(await readVerification(reference, db)).toEqual({
      key: `${reference.sourceId}:${reference.id}`,
      verification: { ...unasked, ...verification },
      lastGood: null,
    });
  });
});

describe('library › a database of version 2', () => {
  it('opens with everything in it, and with the last good result beside one that decides nothing', async () => {
    const name = `library-${Math.random()}`;
    await fillAsVersion(2, v2, name);
    const second = new LapelPinDatabase(name);
    expect(await second.badges.toArray()).toEqual(withAdded(v2.badges, added.badge));
    expect(await second.accounts.toArray()).toEqual(withAdded(v2.accounts, added.account));
    expect(await second.verifications.toArray()).toEqual(v2.verifications);
  });
});

describe('library', () => {
  it('counts new badges until they were seen', async () => {
    expect(await countNew(db)).toBe(1);
    await markSeen(db);
    expect(await countNew(db)).toBe(0);
  });

  it('removes an account with its badges and the pictures that nothing shows any more', async () => {
    await storePicture(String(badge.imageUrl), picture, now, db);
    await storePicture('of-another', picture, now, db);
    await db.badges.add({
      ...badge,
      id: 'x:1' as never,
      accountId: 'x:me' as AccountId,
      imageUrl: 'of-another' as never,
    });
    await removeAccount('credly:haneul-kim' as AccountId, db);
    expect((await db.badges.toArray()).map(({ id }) => id)).toEqual(['x:1']);
    expect(await db.pictures.toCollection().primaryKeys()).toEqual(['of-another']);
  });

  it('asks again for a picture only after a while, and never puts nothing over something', async () => {
    const wanted = async (after: number) => wantedPictures(new Date(now.getTime() + after).toISOString(), db);
    expect(await wanted(0)).toHaveLength(1);
    await storePicture(String(badge.imageUrl), null, now, db);
    expect(await wanted(0)).toHaveLength(0);
    expect(await wanted(1)).toMatchObject([{ key: badge.imageUrl, badge: [badge.accountId, badge.id] }]);
    await storePicture(String(badge.imageUrl), picture, now, db);
    await storePicture(String(badge.imageUrl), null, now, db);
    expect((await db.pictures.get(String(badge.imageUrl)))?.bytes?.byteLength).toBe(4);
  });

  it('does not lose a good result to a fault of the network, however often there is one', async () => {
    const good = { ...unasked, ...v1.verifications[0]?.verification } as Verification;
    const unverifiable = { ...good, verdict: 'unverifiable', checkedAt: '2026-11-23T12:00:00.000Z' } as const;
    await rememberVerification(reference, unverifiable, db);
    const later = await rememberVerification(reference, unverifiable, db);
    expect(later).toEqual({ verification: unverifiable, lastGood: good });
    expect(await readVerification(reference, db)).toMatchObject(later);
  });

  it('forgets the last good result as soon as there is a new one, whatever it says', async () => {
    const revoked = { ...unasked, ...v1.verifications[0]?.verification, verdict: 'revoked' } as Verification;
    await rememberVerification(reference, { ...revoked, verdict: 'unverifiable' }, db);
    await rememberVerification(reference, revoked, db);
    expect(await readVerification(reference, db)).toMatchObject({ verification: revoked, lastGood: null });
  });

  it('has no last good result where nothing was ever decided', async () => {
    const other = { ...reference, id: 'another' };
    const failed = { ...unasked, verdict: 'unverifiable', checks: [], checkedAt: now.toISOString() } as const;
    expect((await rememberVerification(other, failed, db)).lastGood).toBeNull();
    expect((await rememberVerification(other, failed, db)).lastGood).toBeNull();
  });

  it('offers for pages and signatures only what is public, listed and good', async () => {
    const add = (id: string, change: Partial<BadgeRow>) =>
      db.badges.add({ ...badge, id: id as never, ...change });
    await add('1', { state: 'private' });
    await add('2', { missingSince: now.toISOString() });
    await add('3', { expiresOn: '2026-11-21', issuedOn: '2026-11-01' });
    await add('4', { pageUrl: null });
    await add('5', { issuedOn: '2026-10-01' });
    expect((await shareableBadges(9, db)).map(({ id }) => id)).toEqual(['3', '5', badge.id]);
    expect((await badgesForSignature(defaultSignature, now, db)).map(({ id }) => id)).toEqual([
      '5',
      badge.id,
    ]);
    const chosen = { ...defaultSignature, badgeIds: ['3' as never, badge.id] };
    expect((await badgesForSignature(chosen, now, db)).map(({ id }) => id)).toEqual(['3', badge.id]);
    const byAge = { ...chosen, order: 'oldest' } as const;
    expect((await badgesForSignature(byAge, now, db)).map(({ id }) => id)).toEqual([badge.id, '3']);
  });

  it('keeps the last 500 requests', async () => {
    const row = { at: now.toISOString(), host: 'www.credly.com', purpose: 'list', outcome: '200' } as const;
    for (let count = 0; count < 503; count += 1) await logRequest({ ...row, outcome: String(count) }, db);
    const kept = await db.networkLog.orderBy('id').toArray();
    expect([kept.length, kept[0]?.outcome]).toEqual([500, '3']);
  });

  it('erases everything and is usable afterwards', async () => {
    await eraseAll(db);
    expect(await db.badges.count()).toBe(0);
    await storePicture('k', picture, now, db);
    expect(await db.pictures.count()).toBe(1);
  });
});
