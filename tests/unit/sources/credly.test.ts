import { describe, expect, it } from 'vitest';
import type { Account } from '@/utils/badge';
import { AppError } from '@/utils/errors';
import { credly } from '@/utils/sources/credly';
import { fakeIo, type FakeAnswer } from '../fake-io';

const list = 'https://www.credly.com/users/haneul-kim/badges.json?page=1&page_size=48';
const profile = 'https://www.credly.com/users/haneul-kim.json';
const account = credly.parseAccount('haneul-kim') as Account;
const empty = {
  data: [],
  metadata: { total_count: 0, current_page: 1, total_pages: 1, next_page_url: null },
};

async function failure(answers: Record<string, FakeAnswer>): Promise<AppError> {
  const cause: unknown = await credly
    .fetchRecords(account, null, fakeIo(answers))
    .catch((error: unknown) => error);
  if (!(cause instanceof AppError)) throw new Error(`expected an AppError, got ${String(cause)}`);
  return cause;
}

describe('credly › the account in what the user pasted', () => {
  it.each([
    ['https://www.credly.com/users/haneul-kim', 'haneul-kim'],
    ['http://credly.com/users/haneul-kim/', 'haneul-kim'],
    ['https://www.credly.com/users/haneul-kim/badges#credly', 'haneul-kim'],
    ['https://www.credly.com/users/haneul-kim/edit#credly', 'haneul-kim'],
    ['https://www.credly.com/users/haneul-kim/badges.json?page=2&page_size=48', 'haneul-kim'],
    ['https://www.credly.com/users/haneul-kim.json', 'haneul-kim'],
    ['credly.com/users/haneul-kim', 'haneul-kim'],
    ['WWW.CREDLY.COM/users/Haneul-Kim?utm=x', 'Haneul-Kim'],
    ['https://www.youracclaim.com/users/haneul-kim', 'haneul-kim'],
    [' <https://www.credly.com/users/haneul.kim.519d47bd> ', 'haneul.kim.519d47bd'],
    ['"haneul_kim",', 'haneul_kim'],
    ['@haneul-kim', 'haneul-kim'],
    ['https://www.credly.com/users/haneul-kim/badges#credly).', 'haneul-kim'],
    ['“https://www.credly.com/users/haneul-kim”;\u200B', 'haneul-kim'],
    ['http://youracclaim.com/users/haneul-kim/badges', 'haneul-kim'],
    ['11111111-2222-4333-8444-555555555555', '11111111-2222-4333-8444-555555555555'],
  ])('reads %s', (pasted, handle) => {
    expect(credly.parseAccount(pasted)?.handle).toBe(handle);
  });

  it.each([
    '',
    'https://www.credly.com/',
    'https://www.credly.com/users/sign_in',
    'https://www.credly.com/badges/b0000000-0000-4000-8000-000000000001',
    'https://www.credly.com/org/northwind/badge/x',
    'https://www.credly.com.evil.example/users/haneul-kim',
    'https://evil.example/www.credly.com/users/haneul-kim',
    'https://www.credly.com@evil.example/users/haneul-kim',
    'https://www.credly.com/users/..%2f..%2fadmin',
    'haneul kim',
    'haneul@example.org',
    'javascript:alert(1)//www.credly.com/users/x',
  ])('does not take %s for one', (pasted) => {
    expect(credly.parseAccount(pasted)).toBeNull();
  });

  it('knows the same person in another case', () => {
    expect(credly.parseAccount('Haneul-Kim')?.id).toBe(account.id);
  });
});

describe('credly › what goes wrong has its own code', () => {
  it.each<[string, Record<string, FakeAnswer>, string]>([
    ['a missing profile', { [list]: { status: 404 }, [profile]: { status: 404 } }, 'not-found'],
    [
      'a hidden profile',
      { [list]: { status: 404 }, [profile]: { json: { data: { profile_is_public: false } } } },
      'private-profile',
    ],
    ['a closed door', { [list]: { status: 403 } }, 'private-profile'],
    ['a page for people', { [list]: { text: '<!doctype html><title>Credly</title>' } }, 'not-json'],
    ['another JSON', { [list]: { json: { hello: 1 } } }, 'bad-response'],
    ['a fault of the server', { [list]: { status: 502 } }, 'server-error'],
    ['a redirect', { [list]: { error: new AppError('sign-in-required') } }, 'sign-in-required'],
    ['no network', { [list]: { error: new AppError('offline') } }, 'offline'],
  ])('%s', async (_, answers, code) => {
    expect((await failure(answers)).code).toBe(code);
  });

  it('hands on how long the source wants us to wait', async () => {
    const error = await failure({ [list]: { status: 429, headers: { 'retry-after': '90' } } });
    expect([error.code, error.retryAfter]).toEqual(['rate-limited', 90]);
  });

  it('reads a date in Retry-After against its own clock', async () => {
    const headers = { 'retry-after': 'Sun, 22 Nov 2026 12:01:00 GMT' };
    expect((await failure({ [list]: { status: 429, headers } })).retryAfter).toBe(60);
  });
});

describe('credly › pages', () => {
  it('takes an empty list for an empty list', async () => {
    const page = await credly.fetchRecords(account, null, fakeIo({ [list]: { json: empty } }));
    expect(page).toMatchObject({ records: [], statedTotal: 0 });
  });

  it('asks the profile why a list is empty', async () => {
    const answers = { [list]: { json: empty }, [profile]: { json: { data: { profile_is_public: false } } } };
    expect((await failure(answers)).code).toBe('private-profile');
  });

  it('goes on by the page count when there is no next address, and stops at an empty page', async () => {
    const metadata = { total_count: 61, current_page: 1, total_pages: 2, next_page_url: null };
    const first = await credly.fetchRecords(
      account,
      null,
      fakeIo({ '*': { json: { data: [{}], metadata } } }),
    );
    expect(first.nextCursor).toBe('2');
    const past = await credly.fetchRecords(account, '2', fakeIo({ '*': { json: { data: [], metadata } } }));
    expect(past.nextCursor).toMatch(/^external:/);
  });
});

describe('credly › links on other pages', () => {
  const id = 'b0000000-0000-4000-8000-00000000000a';
  it.each([
    `https://www.credly.com/badges/${id}`,
    `https://www.credly.com/badges/${id.toUpperCase()}/public_url?source=linked_in_profile`,
    `https://www.youracclaim.com/badges/${id}/linked_in`,
    `https://www.credly.com/earner/earned/badge/${id}`,
    `https://www.credly.com/embedded_badge/${id}`,
    `https://api.credly.com/v1/obi/v2/badge_assertions/${id}`,
    `https://www.credly.com/api/v1/obi/v2/badge_assertions/${id}`,
  ])('knows the badge in %s', (address) => {
    expect(credly.parseBadgeUrl(new URL(address))).toBe(id);
  });

  it.each([
    'https://www.credly.com/org/northwind/badge/cloud-architect',
    'https://www.credly.com/users/haneul-kim/badges',
    `https://credly.com.evil.example/badges/${id}`,
    `https://evil.example/https://www.credly.com/badges/${id}`,
  ])('sees no badge in %s', (address) => {
    expect(credly.parseBadgeUrl(new URL(address))).toBeNull();
  });
});
