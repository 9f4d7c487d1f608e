import { until, untilVisible, type Driver, type Tab } from './driver.ts';

/** Switches a site on in the library, as a user does; the browser's question is answered with yes. */
export async function switchOn(driver: Driver, siteId: string, patterns: readonly string[]): Promise<Tab> {
  for (const pattern of patterns) await driver.agreeToHost(pattern);
  const tab = await driver.extensionPage('library.html#sites');
  await flip(tab, siteId, 'true');
  return tab;
}

/** Presses the site's switch in an open "Sites" view until it says what it should. */
export async function flip(tab: Tab, siteId: string, to: 'true' | 'false'): Promise<void> {
  const selector = `[role=switch][aria-labelledby="site-${siteId}"]`;
  // A tab behind another draws seldom in Firefox, and a click waits until what it presses stands still.
  await tab.bringToFront();
  await untilVisible(tab, selector);
  await tab.click(selector);
  const isSo = (css: string, value: string) =>
    document.querySelector(css)?.getAttribute('aria-checked') === value;
  await until(`${siteId} to be ${to}`, () => tab.evaluate(isSo, selector, to));
  const isRegistered = async (id: string) => {
    const api = globalThis as unknown as { browser?: Api; chrome: Api };
    interface Api {
      scripting: { getRegisteredContentScripts(): Promise<{ id: string }[]> };
    }
    const scripts = await (api.browser ?? api.chrome).scripting.getRegisteredContentScripts();
    return String(scripts.some((script) => script.id === id));
  };
  await until(
    `the script of ${siteId}`,
    async () => (await tab.evaluate(isRegistered, `site-${siteId}`)) === to,
  );
}

/** Names a webmail of one's own in the library and switches it on. */
export async function addOwnWebmail(driver: Driver, siteId: string, origin: string): Promise<Tab> {
  await driver.agreeToHost(`${origin}/*`);
  const tab = await driver.extensionPage('library.html#sites');
  await untilVisible(tab, '#own-address');
  await tab.evaluate((id: string) => {
    const select = document.querySelector<HTMLSelectElement>('#own-software');
    if (!select) throw new Error('no choice of software');
    select.value = id;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  }, siteId);
  await tab.fill('#own-address', origin);
  await tab.press('Enter');
  const isListed = (host: string) => document.body.innerText.includes(host);
  await until(`${origin} in the list`, () => tab.evaluate(isListed, new URL(origin).host));
  return tab;
}
