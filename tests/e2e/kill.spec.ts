import { until } from './driver.ts';
import { ask, giveConsent, readLibrary, type LibraryState } from './library-state.ts';
import { expect, test } from './test.ts';

/** Milliseconds after the pull began: within the first page, between the pages, within the second, in the pictures. */
const moments = [20, 120, 300, 600, 900, 1200, 1400, 1700, 2200, 3000];

test('a background that is killed in the middle of a pull, ten times, loses and doubles nothing', async ({
  driver,
}) => {
  test.setTimeout(180_000);
  const tab = await driver.extensionPage('library.html#privacy');
  await giveConsent(tab);
  for (const moment of moments) {
    // A whole pull each time: the account is removed, so the next round begins with nothing.
    await ask(tab, 'connectAccount', { input: 'https://www.credly.com/users/haneul-kim' });
    await new Promise((done) => setTimeout(done, moment));
    await driver.killBackground();
    expectNoTornState(await readLibrary(tab));
    // Any message wakes the background, as an open page or the alarm does; it goes on by itself.
    await ask(tab, 'markBadgesSeen');
    const whole = await until(
      `61 badges after a stop at ${moment} ms`,
      async () => {
        const state = await readLibrary(tab);
        return state.accounts[0]?.foundTotal === 61 && state.accounts[0].progress === null ? state : null;
      },
      30_000,
    );
    expect(whole.badges).toHaveLength(61);
    expect(new Set(whole.badges.map(({ id }) => id)).size).toBe(61);
    expect(whole.badges.filter(({ missingSince }) => missingSince)).toEqual([]);
    await ask(tab, 'forgetAccount', { accountId: 'credly:haneul-kim' });
    expect((await readLibrary(tab)).badges).toEqual([]);
  }
});

/** Between pages either none, or whole pages with the cursor behind them, or everything. */
function expectNoTornState({ accounts, badges }: LibraryState): void {
  expect([0, 48, 61]).toContain(badges.length);
  const account = accounts[0];
  expect(account, 'the account itself is there from the first moment').toBeDefined();
  if (account?.foundTotal === null) {
    expect(account.error, 'being stopped is no fault of anybody').toBeNull();
    const { cursor } = account.progress as { cursor: string | null };
    expect(cursor === null, 'a cursor as soon as there is a page').toBe(badges.length === 0);
    if (badges.length === 48) expect(cursor).toBe('2');
  } else expect(badges).toHaveLength(61);
}
