import { readFileSync } from 'node:fs';
import { until, type Driver, type Tab } from './driver.ts';
import { ask, giveConsent, readLibrary } from './library-state.ts';

/** The switch of a site on the library page, pressed as a user does; the browser then grants the hosts. */
export async function switchSite(driver: Driver, siteId: string, hosts: readonly string[]): Promise<Tab> {
  for (const host of hosts) await driver.agreeToHost(host);
  const tab = await driver.extensionPage('library.html#sites');
  await giveConsent(tab);
  const state = () =>
    tab.evaluate(
      (id: string) => document.querySelector(`[aria-labelledby="site-${id}"]`)?.getAttribute('aria-checked'),
      siteId,
    );
  await until(`the switch of ${siteId}`, state);
  await tab.click(`[aria-labelledby="site-${siteId}"]`);
  await until(`${siteId} to be on`, async () => (await state()) === 'true');
  return tab;
}

/** Puts one of our fixture pages into a tab that stands on the site's own address. */
export async function showFixture(tab: Tab, name: string, edit: (html: string) => string = (html) => html) {
  const html = edit(readFileSync(`tests/fixtures/pages/${name}.html`, 'utf8'));
  await tab.evaluate((content: string) => {
    const page = new DOMParser().parseFromString(content, 'text/html');
    document.body.replaceChildren(...page.body.childNodes);
  }, html);
}

/** The earner's badges, so that there is something to sign and to share with. */
export async function pullBadges(driver: Driver): Promise<void> {
  const tab = await driver.extensionPage('library.html#privacy');
  await giveConsent(tab);
  await ask(tab, 'connectAccount', { input: 'https://www.credly.com/users/haneul-kim' });
  await until('61 badges', async () => (await readLibrary(tab)).badges.length === 61, 30_000);
  await tab.close();
}
