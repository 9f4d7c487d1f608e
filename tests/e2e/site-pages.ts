import { readFileSync } from 'node:fs';
import { until, type Driver, type Tab } from './driver.ts';
import { ask, giveConsent, readLibrary } from './library-state.ts';
import { switchOn } from './sites.ts';

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

/** Agrees, and switches a site on; gives the library's tab. */
export async function switchSite(driver: Driver, siteId: string, patterns: readonly string[]): Promise<Tab> {
  const tab = await driver.extensionPage('library.html#privacy');
  await giveConsent(tab);
  await tab.close();
  return switchOn(driver, siteId, patterns);
}
