import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { until, untilVisible, type Tab } from './driver.ts';
import { ask, giveConsent, readLibrary } from './library-state.ts';
import { expect, test } from './test.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const looks = [
  ['en', 'light', 1100],
  ['ko', 'dark', 360],
] as const;

for (const [language, colorScheme, width] of looks) {
  test(`accounts are usable by everybody in every state: ${language}, ${colorScheme}, ${width} px`, async ({
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

/** Waits for a state, then: no violation that axe knows, and nothing wider than the window. */
async function expectClean(tab: Tab, selector: string, state: string): Promise<void> {
  await tab.bringToFront();
  await untilVisible(tab, selector);
  // oxlint-disable-next-line no-implied-eval -- the source of axe, to be sent into the page as a function
  await tab.evaluate(new Function(axeSource) as () => void);
  expect(await tab.evaluate(findViolations), state).toEqual([]);
  const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
  expect(await tab.evaluate(overflow), state).toBeLessThanOrEqual(0);
}

/** Runs in the page. */
async function findViolations(): Promise<string[]> {
  interface Found {
    violations: { id: string; nodes: { html: string; failureSummary: string }[] }[];
  }
  const { axe } = globalThis as unknown as { axe: { run(root: Document): Promise<Found> } };
  const { violations } = await axe.run(document);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}
