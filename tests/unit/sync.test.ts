import { beforeEach, describe, expect, it } from 'vitest';
import { accountId, badgeId, type Account, type Badge, type BadgeId, type SourceId } from '@/utils/badge';
import { LapelPinDatabase } from '@/utils/db';
import { AppError } from '@/utils/errors';
import type { Io } from '@/utils/io';
import { addAccount } from '@/utils/library';
import { safeUrl } from '@/utils/html';
import { cancelPull, clearWait, failPull, newProgress } from '@/utils/library-pulls';
import { pendingPulls, pullAccount, type PullParts } from '@/utils/sync';
import type { BadgeSource, RecordPage } from '@/utils/sources/source';

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
  random: () => 0,
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

describe('sync › what a pull changed', () => {
  const record = (name: string, more: Partial<Badge> = {}) => ({ ...badge(name), ...more });
  /** One page of whole badges. */
  const listOf = (...badges: readonly Badge[]): BadgeSource => ({
    ...sourceOf([[]]),
    fetchRecords: async () => ({ records: badges, statedTotal: null, nextCursor: null }),
    toBadges: (records) => records as Badge[],
  });

  it('the first pull counts what it brought, with fifty names at most', async () => {
    const ids = Array.from({ length: 120 }, (_, index) => `b${index}`);
    await pull(sourceOf([ids.slice(0, 60), ids.slice(60)]));
    const { summary } = await row();
    expect(summary).toMatchObject({ added: 120, changed: 0, gone: 0, at: now.toISOString() });
    expect(summary?.ids.added).toHaveLength(50);
  });

  it('names what is new, what reads differently and what is no longer listed', async () => {
    await pull(listOf(record('a'), record('b'), record('c')));
    await pull(listOf(record('a', { expiresOn: '2030-01-01' }), record('b'), record('d')));
    expect((await row()).summary).toMatchObject({
      added: 1,
      changed: 1,
      gone: 1,
      ids: { added: ['list:d'], changed: ['list:a'] },
      goneIds: ['list:c'],
    });
  });

  it('calls nothing a change that the user cannot see', async () => {
    const imageUrl = safeUrl('https://pictures.example/a.png?signature=1');
    await pull(listOf(record('a', { imageUrl })));
    await db.accounts.update(account.id, { summary: null });
    await pull(
      listOf(
        record('a', { imageUrl: safeUrl('https://pictures.example/a.png?signature=2'), knownAs: ['x'] }),
      ),
    );
    expect((await row()).summary).toMatchObject({ added: 0, changed: 0, gone: 0 });
  });

  it('something gone that comes back is a change, and is told as gone only once', async () => {
    await pull(listOf(record('a'), record('b')));
    await pull(listOf(record('a')));
    await db.accounts.update(account.id, { summary: null });
    await pull(listOf(record('a')));
    expect((await row()).summary).toMatchObject({ gone: 0, goneIds: [] });
    await pull(listOf(record('a'), record('b')));
    expect((await row()).summary).toMatchObject({ added: 0, changed: 1, ids: { changed: ['list:b'] } });
  });

  it('a pull that changes nothing leaves what the user has not read', async () => {
    await pull(listOf(record('a')));
    const { summary } = await row();
    now = new Date('2026-11-23T12:00:00Z');
    await pull(listOf(record('a')));
    expect((await row()).summary).toEqual(summary);
  });

  it('tells what came before a fault with the pull that comes whole in the end', async () => {
    await pull(sourceOf([['a'], new AppError('bad-response')]));
    await pull(sourceOf([['a'], ['b']]));
    expect((await row()).summary).toMatchObject({ added: 2 });
  });
});

describe('sync › pages that say more', () => {
  const exam = { title: 'Exam 1', number: 'E-1', takenOn: '2026-01-02' };
  const pagesOf = (pages: readonly Partial<RecordPage>[]): BadgeSource => ({
    ...sourceOf([]),
    fetchRecords: async (_, cursor) => {
      const index = Number(cursor ?? 0);
      const nextCursor = index + 1 < pages.length ? String(index + 1) : null;
      return { records: [], statedTotal: null, nextCursor, ...pages[index] };
    },
  });

  it('keeps the exams of all pages, and how many pages there are', async () => {
    const seen: (number | null | undefined)[] = [];
    const source = pagesOf([{ pagesTotal: 2, exams: [exam] }, { exams: [{ ...exam, number: 'E-2' }] }]);
    await pull(source, { onPage: async () => void seen.push((await row()).progress?.pagesTotal) });
    expect(seen).toEqual([2, undefined]);
    expect((await row()).exams.map(({ number }) => number)).toEqual(['E-1', 'E-2']);
  });

  it('marks what was taken back, of which the source says no more, and invents nothing', async () => {
    await pull(pagesOf([{ records: ['a', 'b'] }]));
    await pull(pagesOf([{ records: ['a'], revoked: [badgeId(sourceId, 'b'), badgeId(sourceId, 'c')] }]));
    const rows = await db.badges.toArray();
    expect(rows.map(({ id, state, missingSince }) => [id, state, missingSince])).toEqual([
      ['list:a', 'public', null],
      ['list:b', 'revoked', null],
    ]);
    expect((await row()).summary).toMatchObject({ added: 0, changed: 1, gone: 0 });
  });

  it('says a problem of one page at the end, keeps the rest, and calls nothing gone because of it', async () => {
    await pull(pagesOf([{ records: ['a'] }, { records: ['b'] }]));
    const problem = { code: 'not-json', detail: '' } as const;
    await pull(pagesOf([{ records: ['a'] }, { problem }, { records: ['c'] }]));
    expect(await names()).toEqual(['a', 'b', 'c']);
    expect(await row()).toMatchObject({
      error: problem,
      progress: null,
      syncedAt: now.toISOString(),
      summary: { gone: 0 },
    });
    expect((await pendingPulls(now, db)).due).toEqual([]);
    const missing = { code: 'not-found', detail: '' } as const;
    await pull(pagesOf([{ records: ['a'] }, { problem: missing }]));
    expect((await row()).summary, 'a link that leads nowhere').toMatchObject({ gone: 2 });
  });
});

describe('sync › a pull that is cancelled', () => {
  const source = sourceOf([['a'], ['b'], ['c']], 3);

  it('keeps what came, and the next pull goes on behind it', async () => {
    const stop = new AbortController();
    const onPage = async () => {
      if ((await row()).progress?.pagesDone !== 2) return;
      await cancelPull(account.id, now, db);
      stop.abort();
    };
    await pull(source, { signal: stop.signal, onPage });
    expect(await row()).toMatchObject({
      progress: null,
      error: { code: 'cancelled' },
      stopped: { pagesDone: 2, cursor: '2' },
      syncedAt: null,
    });
    expect((await pendingPulls(now, db)).due, 'no wake goes on by itself').toEqual([]);
    const asked: (string | null)[] = [];
    const fetchRecords: BadgeSource['fetchRecords'] = (who, cursor, through) => {
      asked.push(cursor);
      return source.fetchRecords(who, cursor, through);
    };
    await pull({ ...source, fetchRecords });
    expect(asked).toEqual(['2']);
    expect(await row()).toMatchObject({ error: null, stopped: null, foundTotal: 3, summary: { added: 3 } });
  });

  it('drops a page that comes in after that', async () => {
    const late: BadgeSource = {
      ...source,
      fetchRecords: async (who, cursor, through) => {
        await cancelPull(account.id, now, db);
        return source.fetchRecords(who, cursor, through);
      },
    };
    await pull(late);
    expect(await names()).toEqual([]);
    expect((await row()).error?.code).toBe('cancelled');
  });

  it('begins anew on the next day', async () => {
    await pull(sourceOf([['a'], new AppError('server-error')]));
    await cancelPull(account.id, now, db);
    now = new Date('2026-11-24T12:00:00Z');
    await pull(sourceOf([['x'], ['y']]));
    expect((await row()).foundTotal).toBe(2);
  });
});

describe('sync › waits', () => {
  const waitAfter = async (error: AppError, attempts: number, random = 0) => {
    await db.accounts.update(account.id, { progress: { ...newProgress(now), attempts } });
    await pull(sourceOf([error]), { random: () => random });
    const { progress } = await row();
    return progress?.notBefore ? (Date.parse(progress.notBefore) - now.getTime()) / 1000 : null;
  };

  it.each([
    [0, 60],
    [1, 300],
    [2, 1800],
    [3, null],
  ])('after %i tries waits %s seconds', async (attempts, seconds) => {
    expect(await waitAfter(new AppError('server-error'), attempts)).toBe(seconds);
  });

  it('are a little longer for some, but never for what the source named', async () => {
    expect(await waitAfter(new AppError('offline'), 0, 1)).toBe(72);
    expect(await waitAfter(new AppError('rate-limited', '', 90), 0, 1)).toBe(90);
  });

  it('grow for a source that says “in a second” for ever, and end within a day', async () => {
    expect(await waitAfter(new AppError('rate-limited', '', 1), 9)).toBe(1800);
    expect(await waitAfter(new AppError('rate-limited', '', 9_999_999), 0)).toBe(24 * 60 * 60);
  });

  it('an answer that a source stumbles over is one that cannot be read', async () => {
    const stumbling = {
      ...sourceOf([['a']]),
      toBadges: () => (undefined as unknown as Badge[]).map((one) => one),
    };
    await pull(stumbling);
    expect((await row()).error?.code).toBe('bad-response');
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

describe('a pull without room', () => {
  it('says that storage is full, keeps what was there and does not try again by itself', async () => {
    await pullAccount(account.id, parts(sourceOf([['a']])));
    db.badges.hook('creating', () => {
      throw new DOMException('no space', 'QuotaExceededError');
    });
    await pullAccount(account.id, parts(sourceOf([['a', 'b']])));
    expect((await db.badges.toArray()).map(({ id }) => id)).toEqual([badgeId(sourceId, 'a')]);
    expect(await db.accounts.get(account.id)).toMatchObject({ error: { code: 'storage-full' } });
    expect((await pendingPulls(now, db)).due).toEqual([]);
  });
});
