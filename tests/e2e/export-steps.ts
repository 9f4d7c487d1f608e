import { until, untilVisible, type Driver, type Tab } from './driver.ts';
import { ask, giveConsent } from './library-state.ts';

/** A library with the 61 badges, the exports unfolded by keyboard. */
export async function openExports(driver: Driver): Promise<Tab> {
  const tab = await driver.extensionPage('library.html#privacy');
  await giveConsent(tab);
  await ask(tab, 'connectAccount', { input: 'haneul-kim' });
  await tab.goto((await tab.evaluate(() => location.href)).replace('#privacy', '#collection'));
  await untilVisible(tab, '.export-menu');
  await until('all badges', () => tab.evaluate(() => document.body.innerText.includes('61')), 30_000);
  await tab.bringToFront();
  await tab.evaluate(() => document.querySelector<HTMLElement>('.export-menu > summary')?.focus());
  await tab.press('Enter');
  await untilVisible(tab, '.export-menu li');
  return tab;
}
