import { beforeEach, describe, expect, it } from 'vitest';
import { Dexie } from 'dexie';
import v1 from '../fixtures/db/v1.json';
import { LapelPinDatabase, type AccountRow, type BadgeRow, type VerificationRow } from '@/utils/db';
import {
  eraseAll,
  logRequest,
  markSeen,
  rememberVerification,
  removeAccount,
  storePicture,
} from '@/utils/library';
import {
  badgesForSignature,
  badgesWithoutPicture,
  countNew,
  readVerification,
  shareableBadges,
} from '@/utils/library-queries';
import type { SourceId, AccountId } from '@/utils/badge';
import type { Verification } from '@/utils/verification';

let db: LapelPinDatabase;
const now = new Date('2026-11-22T12:00:00Z');
const reference = { sourceId: 'credly' as SourceId, id: 'b0000000-0000-4000-8000-000000000001' };
const badge = v1.badges[0] as unknown as BadgeRow;
const picture = { mediaType: 'image/png', bytes: new ArrayBuffer(4) };

/** Rows as version 1 stored them, put in by a database that knows nothing of what came later. */
async function fillAsVersion1(name: string): Promise<void> {
  const old = new Dexie(name);
  old.version(1).stores({
    accounts: 'id',
    badges: 'id, accountId, issuedOn, isNew',
    pictures: 'key',
    verifications: 'key',
    networkLog: '++id, at',
  });
  await old.table<AccountRow>('accounts').bulkAdd(v1.accounts as unknown as AccountRow[]);
  await old.table<BadgeRow>('badges').bulkAdd(v1.badges as unknown as BadgeRow[]);
  await old.table<VerificationRow>('verifications').bulkAdd(v1.verifications as unknown as VerificationRow[]);
  old.close();
}

beforeEach(async () => {
  const name = `library-${Math.random()}`;
  await fillAsVersion1(name);
  db = new LapelPinDatabase(name);
});

describe('library › a database of version 1', () => {
  it('opens with everything in it', async () => {
    expect(await db.badges.toArray()).toEqual(v1.badges);
    expect(await db.accounts.toArray()).toEqual(v1.accounts);
    expect((await readVerification(reference, db))?.verdict).toBe('valid');
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
    expect(await db.badges.toCollection().primaryKeys()).toEqual(['x:1']);
    expect(await db.pictures.toCollection().primaryKeys()).toEqual(['of-another']);
  });

  it('asks again for a picture only after a while, and never puts nothing over something', async () => {
    expect(await badgesWithoutPicture(now, db)).toHaveLength(1);
    await storePicture(String(badge.imageUrl), null, now, db);
    expect(await badgesWithoutPicture(now, db)).toHaveLength(0);
    expect(await badgesWithoutPicture(new Date(now.getTime() + 1), db)).toHaveLength(1);
    await storePicture(String(badge.imageUrl), picture, now, db);
    await storePicture(String(badge.imageUrl), null, now, db);
    expect((await db.pictures.get(String(badge.imageUrl)))?.bytes?.byteLength).toBe(4);
  });

  it('does not lose a good result to a fault of the network', async () => {
    const unverifiable = {
      ...(v1.verifications[0]?.verification as unknown as Verification),
      verdict: 'unverifiable' as const,
    };
    await rememberVerification(reference, unverifiable, db);
    expect((await readVerification(reference, db))?.verdict).toBe('valid');
    await rememberVerification(reference, { ...unverifiable, verdict: 'revoked' }, db);
    expect((await readVerification(reference, db))?.verdict).toBe('revoked');
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
    expect((await badgesForSignature([], now, db)).map(({ id }) => id)).toEqual(['5', badge.id]);
    expect((await badgesForSignature(['3' as never, badge.id], now, db)).map(({ id }) => id)).toEqual([
      '3',
      badge.id,
    ]);
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
