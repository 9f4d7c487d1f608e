import { expectClean } from './clean.ts';
import { until } from './driver.ts';
import { ask, giveConsent, readLibrary } from './library-state.ts';
import { test } from './test.ts';

const looks = [
  ['en', 'light', 1100],
  ['ko', 'dark', 360],
] as const;

for (const [language, colorScheme, width] of looks) {
  test(`accounts are usable by everybody in every state, ${width} px wide (${language}, ${colorScheme})`, async ({
    launch,
    world,
  }) => {
    test.setTimeout(120_000);
    const driver = await launch({ language, colorScheme });
    const tab = await driver.extensionPage('library.html#accounts');
    await tab.setViewport(width, 900);
    await giveConsent(tab);
    const accountOf = async (handle: string) =>
      (await readLibrary(tab)).accounts.find((account) => account.handle === handle);

    await ask(tab, 'addSampleBadges');
    await ask(tab, 'connectAccount', { input: 'haneul-kim' });
    await until('61 badges', async () => (await accountOf('haneul-kim'))?.foundTotal === 61, 30_000);
    await ask(tab, 'nameAccount', { accountId: 'credly:haneul-kim', label: 'W'.repeat(60) });
    await ask(tab, 'connectAccount', { input: 'nobody-at-all' });
    await until('a fault', async () => (await accountOf('nobody-at-all'))?.error);
    await tab.click('.changes summary');
    await ask(tab, 'connectAccount', { input: 'many-badges' });
    await expectClean(tab, '.pull', 'a pull, its changes, and a fault');

    await ask(tab, 'cancelSync');
    await tab.click('.account-name .icon-button');
    await expectClean(tab, '.account-name .field', 'stopped, and a name being changed');
    await tab.press('Escape');

    world.credly.onList({ status: 429, headers: { 'retry-after': '600' }, body: '' });
    await ask(tab, 'syncAccounts', { accountId: 'credly:haneul-kim' });
    await expectClean(tab, '.notice.warn', 'a wait');
  });
}
