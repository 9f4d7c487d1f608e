import { beforeEach, describe, expect, it } from 'vitest';
import { accountId, badgeId, linksHandle, type Account, type SourceId } from '@/utils/badge';
import { LapelPinDatabase } from '@/utils/db';
import { safeUrl, type WebUrl } from '@/utils/html';
import { addAccount, removeAccount, storePicture } from '@/utils/library';
import {
  appendLink,
  dismissSummary,
  nameAccount,
  noteAddress,
  restoreAccount,
} from '@/utils/library-accounts';
import { storeFetched, wantedPictures } from '@/utils/library-pictures';
import { fetchLinkPage } from '@/utils/sources/link-pages';
import type { BadgeSource } from '@/utils/sources/source';
import { pullAccount } from '@/utils/sync';
import { fakeIo } from './fake-io';
import { makeBadge } from './make-badge';

const sourceId = 'pages' as SourceId;
const id = accountId(sourceId, linksHandle);
const now = new Date('2026-11-22T12:00:00Z');
const link = (name: string) => safeUrl(`https://pages.example/${name}`) as WebUrl;
let db: LapelPinDatabase;
let asked: string[];

/** One badge behind each link. */
const source = {
  id: sourceId,
  fetchRecords: (account: Account, cursor: string | null) =>
    fetchLinkPage(account, cursor, async (one) => {
      asked.push(one);
      return one;
    }),
  toBadges: (records: readonly unknown[], account: Account) =>
    records.map((record) => {
      const name = String(record);
      const imageUrl = safeUrl(`${name}.png`);
      return makeBadge({ id: badgeId(sourceId, name), accountId: account.id, sourceId, imageUrl });
    }),
} as Partial<BadgeSource> as BadgeSource;

const pull = (onPage?: () => Promise<void>) =>
  pullAccount(id, { io: fakeIo({}, now), db, sources: [source], ...(onPage ? { onPage } : {}) });
const row = async () => (await db.accounts.get(id)) ?? expect.unreachable('no account');

beforeEach(() => {
  db = new LapelPinDatabase(`accounts-${Math.random()}`);
  asked = [];
});

describe('accounts › single links', () => {
  it('stand together in one account of their source, and only a new one is asked for', async () => {
    await appendLink(sourceId, link('a'), now, db);
    await pull();
    await appendLink(sourceId, link('b'), now, db);
    await pull();
    expect(asked).toEqual([link('a'), link('b')]);
    expect(await row()).toMatchObject({
      links: [link('a'), link('b')],
      foundTotal: 2,
      statedTotal: 2,
      progress: null,
    });
    const badges = await db.badges.toArray();
    expect(badges.map(({ isNew, missingSince }) => [isNew, missingSince])).toEqual([
      [0, null],
      [0, null],
    ]);
  });

  it('one that was added while the last was asked for is asked for as well', async () => {
    await appendLink(sourceId, link('a'), now, db);
    await appendLink(sourceId, link('b'), now, db);
    let isAdded = false;
    await pull(async () => {
      if (!isAdded) await appendLink(sourceId, link('c'), now, db);
      isAdded = true;
    });
    expect(asked).toEqual([link('a'), link('b'), link('c')]);
    expect(await row()).toMatchObject({ foundTotal: 3, progress: null });
  });

  it('are known already the second time', async () => {
    await appendLink(sourceId, link('a'), now, db);
    expect(await appendLink(sourceId, link('a'), now, db)).toMatchObject({ isNew: false });
    expect((await row()).links).toEqual([link('a')]);
  });
});

describe('accounts › names', () => {
  it('are the user’s own, in one line, until they are taken back', async () => {
    await appendLink(sourceId, link('a'), now, db);
    await nameAccount(id, '  From \n work ', db);
    expect((await row()).label).toBe('From work');
    await nameAccount(id, '   ', db);
    expect((await row()).label).toBeNull();
  });
});

describe('accounts › forgetting', () => {
  const other: Account = { id: accountId(sourceId, 'other'), sourceId, handle: 'other', url: null };
  const picture = { mediaType: 'image/png', bytes: new ArrayBuffer(4) };
  const shared = (account: Account['id']) =>
    makeBadge({ id: badgeId(sourceId, link('a')), accountId: account, sourceId, imageUrl: link('a.png') });
  const more = { addedAt: '', isNew: 0, runId: '', missingSince: null } as const;

  beforeEach(async () => {
    await appendLink(sourceId, link('a'), now, db);
    await appendLink(sourceId, link('b'), now, db);
    await pull();
    await addAccount(other, now, db);
    await db.badges.put({ ...shared(other.id), ...more });
    await storePicture(link('a.png'), picture, now, db);
    await storePicture(link('b.png'), picture, now, db);
  });

  it('keeps what another account proves, and the pictures that it shows', async () => {
    await db.grants.put({ accountId: id } as never);
    await removeAccount(id, db);
    expect((await db.badges.toArray()).map((badge) => badge.accountId)).toEqual([other.id]);
    expect(await db.pictures.toCollection().primaryKeys()).toEqual([link('a.png')]);
    expect(await db.grants.count()).toBe(0);
  });

  it('is undone with links, name and what the source no longer lists', async () => {
    await nameAccount(id, 'Work', db);
    await db.badges.update([id, badgeId(sourceId, link('b'))], { missingSince: '2026-01-01T00:00:00.000Z' });
    const account = await row();
    const rows = await db.badges.where('accountId').equals(id).toArray();
    await removeAccount(id, db);
    await restoreAccount(account, rows, db);
    expect(await row()).toEqual(account);
    expect(await db.badges.where('accountId').equals(id).toArray()).toEqual(rows);
  });

  it('undone after the account came back keeps what is there now', async () => {
    const account = await row();
    const rows = await db.badges.where('accountId').equals(id).toArray();
    await removeAccount(id, db);
    await appendLink(sourceId, link('c'), now, db);
    await restoreAccount(account, rows, db);
    expect((await row()).links).toEqual([link('a'), link('b'), link('c')]);
  });

  it('undone after the account came back keeps the addresses of both', async () => {
    const [first, second] = [
      { salt: 'AAAA', hash: 'BBBB' },
      { salt: 'CCCC', hash: 'DDDD' },
    ];
    await noteAddress(id, first, db);
    const account = await row();
    await removeAccount(id, db);
    await appendLink(sourceId, link('c'), now, db);
    await noteAddress(id, second, db);
    await restoreAccount(account, [], db);
    expect((await row()).addresses).toEqual([first, second]);
  });

  it('leaves no picture that comes in late', async () => {
    await db.pictures.clear();
    const [wanted] = (await wantedPictures(now.toISOString(), db)).filter(({ key }) => key === link('b.png'));
    if (!wanted) return expect.unreachable('nothing is wanted');
    await removeAccount(id, db);
    await storeFetched(wanted, picture, now, db);
    expect(await db.pictures.count()).toBe(0);
  });

  it('of addresses noted at the same time none is lost, and they are forgotten together', async () => {
    const addresses = ['BBBB', 'DDDD', 'FFFF'].map((hash) => ({ salt: 'AAAA', hash }));
    await Promise.all(addresses.map((address) => noteAddress(id, address, db)));
    expect((await row()).addresses).toHaveLength(3);
    await noteAddress(id, null, db);
    expect((await row()).addresses).toEqual([]);
    const nobody = accountId(sourceId, 'nobody');
    await noteAddress(nobody, { salt: 'AAAA', hash: 'BBBB' }, db);
    expect(await db.accounts.get(nobody), 'no account comes of it').toBeUndefined();
  });

  it('takes away a summary that was read', async () => {
    await dismissSummary(id, db);
    expect((await row()).summary).toBeNull();
  });
});
