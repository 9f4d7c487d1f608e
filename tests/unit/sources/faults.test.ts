import { existsSync, globSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '@/utils/badge';
import { LapelPinDatabase } from '@/utils/db';
import { AppError, toAppError, type ErrorCode } from '@/utils/errors';
import { addAccount } from '@/utils/library';
import { clearWait } from '@/utils/library-pulls';
import { badgeSources } from '@/utils/sources/index';
import type { BadgeSource } from '@/utils/sources/source';
import { pullAccount } from '@/utils/sync';
import { hasNetwork } from '@/utils/sync-sources';
import { badgeShape } from './badge-shape';
import { faults } from './faults';
import { damageHtml, damageJson } from './damage';
import {
  accountOf,
  ioOver,
  readAll,
  readFixture,
  serveFixture,
  type Fixture,
  type Serve,
} from './source-fixture';

const now = new Date('2026-11-22T12:00:00Z');
/** Every source that has somebody to ask, with what its hosts answered. */
const sources = badgeSources.filter(hasNetwork).flatMap((source) => {
  const fixture = readFixture(source);
  return fixture ? [{ id: source.id, source, fixture }] : [];
});

let db: LapelPinDatabase;
beforeEach(() => {
  db = new LapelPinDatabase(`faults-${Math.random()}`);
});

/** Pulls as the background does; gives what the source itself threw, before anybody made sense of it. */
async function pull(source: BadgeSource, account: Account, serve: Serve, at = now): Promise<AppError[]> {
  const thrown: AppError[] = [];
  const spied: BadgeSource = {
    ...source,
    fetchRecords: async (who, cursor, io) => {
      try {
        return await source.fetchRecords(who, cursor, io);
      } catch (cause) {
        thrown.push(toAppError(cause));
        throw cause;
      }
    },
    toBadges: (records, who) => {
      try {
        return source.toBadges(records, who);
      } catch (cause) {
        thrown.push(toAppError(cause));
        throw cause;
      }
    },
  };
  await pullAccount(account.id, { io: ioOver(serve, at), db, sources: [spied], random: () => 0 });
  return thrown;
}

/** A library with everything that the source had; then it is asked again, and `serve` answers. */
async function pullAgain(source: BadgeSource, fixture: Fixture, serve: Serve) {
  const account = accountOf(source, fixture.account);
  await addAccount(account, now, db);
  await pull(source, account, serveFixture(fixture));
  const before = await db.badges.toArray();
  const synced = await db.accounts.get(account.id);
  expect(synced?.error, `${source.id}: the fixture itself is read`).toBeNull();
  const later = new Date(now.getTime() + 60 * 60 * 1000);
  const thrown = await pull(source, account, serve, later);
  await clearWait(account.id, db).catch(() => undefined);
  return { account, before, after: await db.badges.toArray(), thrown };
}

describe.each(sources)('faults › $id', ({ source, fixture }) => {
  it.each(faults)('$name ends in its own words, and the library stays as it was', async (fault) => {
    const account = accountOf(source, fixture.account);
    await addAccount(account, now, db);
    await pull(source, account, serveFixture(fixture));
    const before = await db.badges.toArray();
    expect((await db.accounts.get(account.id))?.error, 'the fixture itself is read').toBeNull();
    expect(before.length).toBeGreaterThan(0);

    const thrown = await pull(source, account, fault.serve, new Date(now.getTime() + 3_600_000));
    const row = await db.accounts.get(account.id);
    expect(thrown.map(({ code }) => code)).not.toContain('unexpected');
    if (fault.takesBack?.includes(source.id)) {
      expect(row?.error).toBeNull();
      const marked = before.map((one) => ({ ...one, state: 'revoked', runId: '' }));
      return expect((await db.badges.toArray()).map((one) => ({ ...one, runId: '' }))).toEqual(marked);
    }
    expect([fault.code, ...(fault.alsoRight?.[source.id] ?? [])]).toContain(row?.error?.code);
    expect(row?.error?.retryAfter).toBe(fault.retryAfter);
    // A link that leads nowhere is known to be gone; it stays with that mark.
    const isGone = account.links && row?.error?.code === 'not-found';
    const rows = await db.badges.toArray();
    expect(isGone ? rows.map((one) => ({ ...one, missingSince: null })) : rows).toEqual(before);
  });

  it('a fault in the middle keeps what came before it', async () => {
    const requests = await countRequests(source, fixture);
    for (let good = 1; good < requests; good += 1) {
      db = new LapelPinDatabase(`faults-${Math.random()}`);
      const served = serveFixture(fixture);
      const { before, after, thrown } = await pullAgain(source, fixture, (url, number) =>
        number < good ? served(url, number) : new Response('', { status: 503 }),
      );
      expect(thrown.map(({ code }) => code)).not.toContain('unexpected');
      expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
      expect(after.filter(({ missingSince }) => missingSince)).toEqual([]);
    }
  });

  it('wrong types at any place are an answer that cannot be read, or leave something out', async () => {
    const account = accountOf(source, fixture.account);
    let read = 0;
    for (const { where, fixture: damaged } of [...damageJson(fixture), ...damageHtml(fixture)]) {
      const code = await outcome(source, account, serveFixture(damaged, { isDamaged: true }));
      expect(code, where).not.toBe('unexpected');
      read += 1;
    }
    expect(read).toBeGreaterThan(20);
  }, 120_000);
});

/** The code of what it threw; null when it gave badges, each of them sound. */
async function outcome(source: BadgeSource, account: Account, serve: Serve): Promise<ErrorCode | null> {
  try {
    for (const badge of await readAll(source, account, ioOver(serve, now))) {
      const shape = v.safeParse(badgeShape, badge);
      const issues = shape.issues?.map((issue) => `${v.getDotPath(issue) ?? ''}: ${issue.message}`);
      expect(issues, JSON.stringify(badge).slice(0, 300)).toBeUndefined();
    }
    return null;
  } catch (cause) {
    if (!(cause instanceof AppError) && cause instanceof Error && cause.name === 'AssertionError')
      throw cause;
    if (toAppError(cause).code === 'unexpected') console.error(cause);
    return toAppError(cause).code;
  }
}

async function countRequests(source: BadgeSource, fixture: Fixture): Promise<number> {
  let count = 0;
  const served = serveFixture(fixture);
  const serve: Serve = (url, number) => {
    count += 1;
    return served(url, number);
  };
  await readAll(source, accountOf(source, fixture.account), ioOver(serve, now));
  return count;
}

/** Recorded and documented answers of many services: none may bring any source out of step, whoever they are from. */
const samples = existsSync('../shared/samples')
  ? globSync('../shared/samples/**/*.{json,html,xml}').filter((file) => readFileSync(file).length < 300_000)
  : [];

describe.skipIf(samples.length === 0)(
  'faults › answers of others (skipped without ../shared/samples)',
  () => {
    it.each(sources)(
      '$id makes sound badges of them, or says that it cannot',
      async ({ source, fixture }) => {
        const account = accountOf(source, fixture.account);
        for (const file of samples) {
          const body = readFileSync(file, 'utf8');
          const type = file.endsWith('.json') ? 'application/json' : 'text/html';
          const serve: Serve = () => new Response(body, { headers: { 'content-type': type } });
          expect(await outcome(source, account, serve), `${file}`).not.toBe('unexpected');
        }
      },
      120_000,
    );
  },
);
