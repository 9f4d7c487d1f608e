import { beforeEach, describe, expect, it } from 'vitest';
import { accountId, badgeId, type Account, type Badge, type BadgeId, type SourceId } from '@/utils/badge';
import { LapelPinDatabase } from '@/utils/db';
import { AppError } from '@/utils/errors';
import type { Io } from '@/utils/io';
import { addAccount } from '@/utils/library';
import { clearWait, failPull } from '@/utils/library-pulls';
import { pendingPulls, pullAccount, type PullParts } from '@/utils/sync';
import type { BadgeSource } from '@/utils/sources/source';

const sourceId = 'list' as SourceId;
const account: Account = { id: accountId(sourceId, 'me'), sourceId, handle: 'me', url: null };
let db: LapelPinDatabase;
let now: Date;
const io: Io = { now: () => now, fetch: () => Promise.reject(new Error('not used')) };

function badge(record: string): Badge {
  const achievement = {
    name: record,
    description: '',
    criteria: [],
    skills: [],
    type: null,
    level: null,
    url: null,
  };
  return {
    id: badgeId(sourceId, record),
    sourceId,
    accountId: account.id,
    achievement,
    issuer: { id: null, name: 'I', url: null },
    recipientName: null,
    issuedOn: '2026-01-01',
    expiresOn: null,
    evidence: [],
    state: 'public',
    pageUrl: null,
    imageUrl: null,
    credentialId: null,
    knownAs: [],
    basis: 'record',
    renewableFrom: null,
  };
}

/** A source of pages of ids; an AppError in their place is thrown. */
function sourceOf(
  pages: readonly (readonly string[] | Error)[],
  statedTotal: number | null = null,
): BadgeSource {
  return {
    id: sourceId,
    async fetchRecords(_, cursor) {
      const index = Number(cursor ?? 0);
      const page = pages[index];
      if (page instanceof Error) throw page;
      return {
        records: page ?? [],
        statedTotal,
        nextCursor: index + 1 < pages.length ? String(index + 1) : null,
      };
    },
    toBadges: (records) => records.map((record) => badge(String(record))),
  } as Partial<BadgeSource> as BadgeSource;
}

const parts = (source: BadgeSource, more: Partial<PullParts> = {}): PullParts => ({
  io,
  db,
  sources: [source],
  wait: async () => {},
  ...more,
});
const pull = (source: BadgeSource, more?: Partial<PullParts>) => pullAccount(account.id, parts(source, more));
const names = async () => (await db.badges.toArray()).map(({ id }) => id.slice(5)).toSorted();
const row = async () => {
  const found = await db.accounts.get(account.id);
  if (!found) throw new Error('the account is gone');
  return found;
};

beforeEach(async () => {
  now = new Date('2026-11-22T12:00:00Z');
  db = new LapelPinDatabase(`test-${Math.random()}`);
  await addAccount(account, now, db);
});

describe('sync › a pull', () => {
  it('brings every page and says how many were stated and found', async () => {
    await pull(sourceOf([['a', 'b'], ['c']], 61));
    expect(await names()).toEqual(['a', 'b', 'c']);
    expect(await row()).toMatchObject({ statedTotal: 61, foundTotal: 3, progress: null, error: null });
  });

  it('marks as new only what comes after the first pull', async () => {
    await pull(sourceOf([['a']]));
    await pull(sourceOf([['a', 'b']]));
    const rows = await db.badges.toArray();
    expect(rows.map(({ id, isNew }) => [id, isNew])).toEqual([
      ['list:a', 0],
      ['list:b', 1],
    ]);
  });

  it('keeps what a later list no longer has, and says since when', async () => {
    await pull(sourceOf([['a', 'b']]));
    now = new Date('2026-11-23T12:00:00Z');
    await pull(sourceOf([['a']]));
    expect(await names()).toEqual(['a', 'b']);
    expect((await db.badges.get([account.id, 'list:b' as BadgeId]))?.missingSince).toBe(now.toISOString());
    expect((await row()).foundTotal).toBe(1);
    await pull(sourceOf([['a', 'b']]));
    expect((await db.badges.get([account.id, 'list:b' as BadgeId]))?.missingSince).toBeNull();
  });
});

describe('sync › faults', () => {
  it('keeps what came before a fault and goes on behind it', async () => {
    await pull(sourceOf([['a'], new AppError('server-error')]));
    expect(await names()).toEqual(['a']);
    expect(await row()).toMatchObject({
      error: { code: 'server-error' },
      progress: { cursor: '1', attempts: 1 },
    });
    const asked: (string | null)[] = [];
    const source = sourceOf([['a'], ['b']]);
    const spy = {
      ...source,
      fetchRecords: (who: Account, cursor: string | null, through: Io) => {
        asked.push(cursor);
        return source.fetchRecords(who, cursor, through);
      },
    };
    await pull(spy);
    expect(asked, 'a wait is honoured').toEqual([]);
    await clearWait(account.id, db);
    await pull(spy);
    expect(asked).toEqual(['1']);
    expect(await names()).toEqual(['a', 'b']);
    expect((await row()).error).toBeNull();
  });

  it('waits as long as the source asks', async () => {
    await pull(sourceOf([new AppError('rate-limited', '', 600)]));
    const { due, nextAt } = await pendingPulls(now, db);
    expect([due, nextAt?.toISOString()]).toEqual([[], '2026-11-22T12:10:00.000Z']);
    expect((await pendingPulls(new Date('2026-11-22T12:10:01Z'), db)).due).toEqual([account.id]);
  });

  it('does not ask again by itself where that would not help', async () => {
    await pull(sourceOf([new AppError('not-found')]));
    expect(await row()).toMatchObject({ error: { code: 'not-found' }, progress: null });
  });

  it('gives up after a few tries and leaves it to the next day', async () => {
    const source = sourceOf([new AppError('offline')]);
    for (let attempt = 0; attempt < 4; attempt += 1) {
      await pull(source);
      now = new Date(now.getTime() + 60 * 60 * 1000);
    }
    expect((await row()).progress).toBeNull();
  });

  it('a refresh that is refused keeps every badge and the date of the last good one', async () => {
    await pull(sourceOf([['a', 'b']]));
    const { syncedAt } = await row();
    now = new Date('2026-11-23T12:00:00Z');
    await pull(sourceOf([new AppError('private-profile')]));
    expect(await names()).toEqual(['a', 'b']);
    expect(await row()).toMatchObject({ syncedAt, foundTotal: 2, error: { code: 'private-profile' } });
  });

  it('notes nothing when it was told to stop', async () => {
    const stop = new AbortController();
    stop.abort();
    await pull(sourceOf([new AppError('offline')]), { signal: stop.signal });
    expect((await row()).error).toBeNull();
  });

  it('a failure that comes after the account was removed is no failure', async () => {
    await db.accounts.delete(account.id);
    await failPull(account.id, { code: 'offline', detail: '' }, null, now, db);
    expect(await db.accounts.count()).toBe(0);
  });
});

describe('sync › a background that is stopped', () => {
  const pages = [['a', 'b'], ['c', 'd'], ['e']];

  it.each([0, 1, 2])('after page %i goes on without losing or doubling anything', async (stopAfter) => {
    let seen = 0;
    const stopped = new Promise<never>(() => {});
    const onPage = async () => {
      if (seen === stopAfter) await stopped;
      seen += 1;
    };
    // The stopped run never settles, just as a killed background never does.
    const killed = pull(sourceOf(pages, 5), { onPage });
    await Promise.race([killed, new Promise((done) => setTimeout(done, 50))]);
    const rows = await db.badges.toArray();
    expect(rows.length).toBe(Math.min((stopAfter + 1) * 2, 5));
    await pull(sourceOf(pages, 5));
    expect(await names()).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(await row()).toMatchObject({ statedTotal: 5, foundTotal: 5, progress: null, error: null });
  });

  it('starts anew when the list under way is older than a day', async () => {
    await pull(sourceOf([['a'], new AppError('server-error')]));
    now = new Date('2026-11-24T12:00:00Z');
    await pull(sourceOf([['x'], ['y']]));
    expect(await names()).toEqual(['a', 'x', 'y']);
    expect((await row()).foundTotal).toBe(2);
  });
});
