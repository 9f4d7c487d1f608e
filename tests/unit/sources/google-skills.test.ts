import { describe, expect, it } from 'vitest';
import type { Account } from '@/utils/badge';
import { AppError, toAppError } from '@/utils/errors';
import { googleSkills } from '@/utils/sources/google-skills';
import { fakeIo, type FakeAnswer } from '../fake-io';

const uuid = '11111111-2222-4333-8444-555555555555';
const url = `https://www.skills.google/public_profiles/${uuid}?locale=en`;
const account = googleSkills.parseAccount(url) as Account;
const fetchPage = (answer: FakeAnswer) => googleSkills.fetchRecords(account, null, fakeIo({ [url]: answer }));
const profile = (body: string) => ({
  text: `<main><h1 class="ql-display-small">Jisoo Park</h1>${body}</main>`,
});
const badge = (name: string, earned: string) =>
  `<div class="profile-badge"><span class="ql-title-medium">${name}</span><span class="ql-body-medium">${earned}</span></div>`;
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'fine',
    (cause: unknown) => toAppError(cause).code,
  );

describe('google-skills', () => {
  it.each([
    ['led to the home page', { redirectedTo: ['https://www.skills.google/'], text: '<h1>Welcome</h1>' }],
    ['led to a sign-in page', { redirectedTo: ['https://www.skills.google/users/sign_in'], text: '' }],
    ['led to a host that is not asked', { error: new AppError('permission-needed', 'accounts.google.com') }],
  ])('calls a profile private that %s', async (_, answer) => {
    expect(await codeOf(fetchPage(answer))).toBe('private-profile');
  });

  it('leaves a host of its own that may not be asked as that', async () => {
    const error = new AppError('permission-needed', 'www.skills.google');
    expect(await codeOf(fetchPage({ error }))).toBe('permission-needed');
  });

  it('reads an empty profile as one', async () => {
    expect(await fetchPage(profile('<p>No badges yet</p>'))).toMatchObject({ records: [], statedTotal: 0 });
  });

  it.each([
    ['no name', { text: `<main>${badge('A', 'Earned Aug 3, 2025 EDT')}</main>` }],
    [
      'badges under other names',
      profile('<div class="award-card"><a href="/public_profiles/x/badges/1">A</a></div>'),
    ],
    ['pictures of badges alone', profile('<img src="https://cdn.qwiklabs.com/abc">')],
    ['badges without titles', profile('<div class="profile-badge"><b>A</b></div>')],
  ])('never takes a page with %s for an empty profile', async (_, answer) => {
    expect(await codeOf(fetchPage(answer))).toBe('bad-response');
  });

  it('counts what it cannot read', async () => {
    const page = await fetchPage(
      profile(badge('A', 'Earned Aug 3, 2025 EDT') + badge('B', 'Verdient am 3. August')),
    );
    expect(page.statedTotal).toBe(2);
    expect(googleSkills.toBadges(page.records, account).map(({ achievement }) => achievement.name)).toEqual([
      'A',
    ]);
  });

  it.each([
    ['Earned Aug 3, 2025 EDT', '2025-08-03'],
    ['Earned August 13, 2025', '2025-08-13'],
    ['Earned Feb 29, 2024 EST', '2024-02-29'],
    ['Earned Feb 29, 2025 EST', null],
    ['Earned Foo 3, 2025 EST', null],
    ['Earned 2025-08-03', null],
    ['', null],
  ])('reads the day of %j as %s', async (earned, day) => {
    const page = await fetchPage(profile(badge('A', earned) + badge('B', 'Earned Jan 1, 2025 EST')));
    const read = googleSkills
      .toBadges(page.records, account)
      .find(({ achievement }) => achievement.name === 'A');
    expect(read?.issuedOn ?? null).toBe(day);
  });

  it('names a badge the same at every refresh, wherever it stands in the page', async () => {
    const [one, two] = [badge('A', 'Earned Aug 3, 2025 EDT'), badge('B', 'Earned Aug 4, 2025 EDT')];
    const ids = async (body: string) =>
      googleSkills
        .toBadges((await fetchPage(profile(body))).records, account)
        .map(({ id }) => id)
        .toSorted();
    expect(await ids(one + two)).toEqual(await ids(two + one));
  });
});
