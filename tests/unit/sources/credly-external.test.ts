import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Account } from '@/utils/badge';
import { AppError } from '@/utils/errors';
import { credly } from '@/utils/sources/credly';
import { fakeIo, type FakeAnswer } from '../fake-io';

const account = credly.parseAccount('haneul-kim') as Account;
const uuid = '11111111-2222-4333-8444-555555555555';
const profile = 'https://www.credly.com/users/haneul-kim.json';
const pageOf = (page: number) =>
  `https://www.credly.com/api/v1/users/${uuid}/external_badges/open_badges/public?page=${page}&page_size=48`;
const known: FakeAnswer = { json: { data: { synthetic_id: uuid, profile_is_public: true } } };
const imported = (number: number) => ({
  id: `e0e0e0e0-0000-4000-8000-00000000000${number}`,
  public: true,
  external_badge: {
    type: 'EmulatedBadge',
    badge_name: `Badge ${number}`,
    issuer_name: 'Microsoft',
    issued_at_date: '2026-02-18',
    expires_at_date: null,
    badge_url: `https://learn.microsoft.com/api/credentials/share/en-us/HaneulKim-0417/7B47257D40C9550${number}?sharingId=51AB`,
    verification_status: { verified: false },
  },
});
const listOf = (data: readonly unknown[], current: number, pages: number, count = 2): FakeAnswer => ({
  json: {
    data,
    metadata: { total_count: count, current_page: current, total_pages: pages, next_page_url: null },
  },
});

describe('credly › badges from elsewhere', () => {
  it('learns the UUID from the profile once, and counts both lists', async () => {
    const io = fakeIo({
      [profile]: known,
      [pageOf(1)]: listOf([imported(1)], 1, 2),
      [pageOf(2)]: listOf([imported(2)], 2, 2),
    });
    const first = await credly.fetchRecords(account, 'external::1:61:2', io);
    expect(first).toMatchObject({
      statedTotal: 63,
      pagesTotal: 4,
      nextCursor: `external:${uuid}:2:61:2`,
    });
    const second = await credly.fetchRecords(account, first.nextCursor, io);
    expect(second).toMatchObject({ statedTotal: 63, nextCursor: null });
    expect(io.asked).toEqual([profile, pageOf(1), pageOf(2)]);
  });

  it('needs no profile for an account that is a UUID', async () => {
    const own = credly.parseAccount(uuid) as Account;
    const list = `https://www.credly.com/users/${uuid}/badges.json?page=1&page_size=48`;
    const io = fakeIo({ [list]: listOf([{}], 1, 1, 1), [pageOf(1)]: listOf([], 1, 1, 0) });
    const page = await credly.fetchRecords(own, null, io);
    expect(page.nextCursor).toBe(`external:${uuid}:1:1:1`);
    expect((await credly.fetchRecords(own, page.nextCursor, io)).statedTotal).toBe(1);
  });

  it.each<[string, FakeAnswer, string]>([
    ['a closed door', { status: 403 }, 'private-profile'],
    ['a fault of the server', { status: 503 }, 'server-error'],
    ['a page for people', { text: '<!doctype html>' }, 'not-json'],
    ['another list', listOf([{ surprise: 1 }], 1, 1), 'bad-response'],
    ['no answer', { error: new AppError('timeout') }, 'timeout'],
    ['50 MB', { error: new AppError('too-large') }, 'too-large'],
  ])('%s is a problem, and the own list stands', async (_, answer, code) => {
    const io = fakeIo({ [profile]: known, [pageOf(1)]: answer });
    const page = await credly.fetchRecords(account, 'external::1:61:2', io);
    expect(page).toMatchObject({ records: [], statedTotal: null, nextCursor: null, problem: { code } });
  });

  it('takes a list that is not there for an earner without such badges, on its first page alone', async () => {
    const io = fakeIo({ [profile]: known, [pageOf(1)]: { status: 404 }, [pageOf(2)]: { status: 404 } });
    const first = await credly.fetchRecords(account, 'external::1:61:2', io);
    expect(first).toEqual({ records: [], statedTotal: 61, pagesTotal: 3, nextCursor: null });
    const second = await credly.fetchRecords(account, `external:${uuid}:2:61:2`, io);
    expect(second.problem?.code).toBe('bad-response');
  });

  it.each(['offline', 'rate-limited', 'cancelled'] as const)(
    '%s stops the pull, which goes on here later',
    async (code) => {
      const io = fakeIo({ [profile]: known, [pageOf(1)]: { error: new AppError(code) } });
      await expect(credly.fetchRecords(account, 'external::1:61:2', io)).rejects.toMatchObject({ code });
    },
  );

  it('says what Credly verified, and what it only copied', () => {
    const verified = {
      ...imported(2),
      external_badge: {
        ...imported(2).external_badge,
        type: 'OpenBadge',
        verification_status: { verified: true },
      },
    };
    const badges = credly.toBadges([imported(1), verified], account);
    expect(badges.map(({ basis }) => basis)).toEqual(['copy', 'record']);
    expect(badges[0]?.knownAs).toEqual(['microsoft-learn:7b47257d40c95501']);
    expect(badges[0]?.pageUrl).toContain('sharingId=51AB');
  });

  it('keeps no e-mail address that a link bears', () => {
    const told = {
      ...imported(1),
      external_badge: {
        ...imported(1).external_badge,
        badge_url:
          'https://api.badgr.io/public/assertions/Hk3Lp0QxTzS1mWv2uYr7Aa?identity__email=a%40b.example&v=2_0',
      },
    };
    const [badge] = credly.toBadges([told], account);
    expect(badge?.pageUrl).toBe('https://api.badgr.io/public/assertions/Hk3Lp0QxTzS1mWv2uYr7Aa?v=2_0');
    expect(JSON.stringify(badge)).not.toContain('example');
  });
});

const sample = '../shared/samples/credly/external-badges-public.2026-07.sanitized.json';
describe.skipIf(!existsSync(sample))('credly › recorded answer (skipped without ../shared/samples)', () => {
  it('reads every badge of it', async () => {
    const json = JSON.parse(readFileSync(sample, 'utf8')) as { data: unknown[] };
    const io = fakeIo({ [profile]: known, [pageOf(1)]: { json } });
    const page = await credly.fetchRecords(account, 'external::1:0:1', io);
    const badges = credly.toBadges(page.records, account);
    expect(badges).toHaveLength(json.data.length);
    expect(page.statedTotal).toBe(json.data.length);
    for (const badge of badges) {
      expect(badge.pageUrl).toMatch(/^https:/);
      expect(badge.knownAs.length).toBeGreaterThan(0);
      expect(badge.issuedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });
});
