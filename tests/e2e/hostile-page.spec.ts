import { until, type Driver, type Tab } from './driver.ts';
import { partsIn, untilParts } from './in-page.ts';
import { showFixture, switchSite } from './site-pages.ts';
import { flip } from './sites.ts';
import { expect, test } from './test.ts';

const linkedIn = ['https://www.linkedin.com/*'];

type Spying = Window & { heard: string[]; attackRoots: number };

/** What LinkedIn and others do to find extensions, and what a page could do to stop or misuse one (facts, F1 to F3). */
function spy(): void {
  const page = window as unknown as Spying;
  page.heard = [];
  page.attackRoots = 0;
  addEventListener('message', (event) => page.heard.push(`message ${JSON.stringify(event.data)}`));
  // The name under which WXT's scripts call: with the id that everybody can look up in the store.
  for (const id of ['pkgkjbolkpmjmjplmhinghamcaghpdep', 'lapelpin@lapelpin.org']) {
    const type = `${id}:linkedin:wxt:content-script-started`;
    document.addEventListener(type, () => page.heard.push(type));
  }
  const dispatch = EventTarget.prototype.dispatchEvent;
  EventTarget.prototype.dispatchEvent = function (event) {
    page.heard.push(`event ${event.type}`);
    return dispatch.call(this, event);
  };
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    page.attackRoots += 1;
    return attach.call(this, options);
  };
  // oxlint-disable-next-line no-extend-native -- a hostile page does just that
  Object.defineProperty(Object.prototype, 'siteId', { value: 'linkedin', configurable: true });
}

/** Every text and attribute that names an extension, as LinkedIn's own walk looks for them. */
function namesOfExtensions(): string[] {
  const hits: string[] = [];
  const walk = (node: Node) => {
    const texts =
      'attributes' in node
        ? [...(node as Element).attributes].map(({ value }) => value)
        : [node.nodeValue ?? ''];
    hits.push(
      ...texts.filter((text) =>
        /(chrome|moz)-extension:|pkgkjbolkpmjmjplmhinghamcaghpdep|lapelpin/i.test(text),
      ),
    );
    node.childNodes.forEach(walk);
  };
  walk(document.documentElement);
  return hits;
}

async function openMarked(driver: Driver, before?: () => void): Promise<{ tab: Tab; library: Tab }> {
  const tab = await driver.newTab('https://www.linkedin.com/in/seoyeon-lee/');
  await showFixture(tab, 'linkedin-profile-sdui');
  if (before) await tab.evaluate(before);
  const library = await switchSite(driver, 'linkedin', linkedIn);
  await tab.bringToFront();
  await untilParts(driver, tab, '.mark', 2);
  return { tab, library };
}

/** Our hosts: bare elements without a name at the end of the page. */
const countHosts = (tab: Tab) =>
  tab.evaluate(
    () =>
      [...document.body.children].filter(
        (child) =>
          child.localName === 'div' && child.attributes.length === 0 && child.childNodes.length === 0,
      ).length,
  );

test('a page that looks for extensions finds nothing, and cannot look inside', async ({ driver }) => {
  const { tab } = await openMarked(driver, spy);
  expect(await tab.evaluate(() => (window as unknown as Spying).heard)).toEqual([]);
  expect(await tab.evaluate(() => (window as unknown as Spying).attackRoots)).toBe(0);
  expect(await tab.evaluate(namesOfExtensions)).toEqual([]);
  expect(
    await tab.evaluate(() => [...document.body.children].map(({ shadowRoot }) => shadowRoot)),
  ).not.toContainEqual(expect.anything());
  expect(await countHosts(tab)).toBe(1);
});

test('forged events neither stop us nor make us ask anybody', async ({ driver, world }) => {
  const { tab } = await openMarked(driver);
  await tab.evaluate(() => {
    for (const id of ['pkgkjbolkpmjmjplmhinghamcaghpdep', 'lapelpin@lapelpin.org']) {
      const type = `${id}:linkedin:wxt:content-script-started`;
      document.dispatchEvent(new CustomEvent(type, { detail: { contentScriptName: 'linkedin' } }));
      window.postMessage({ type, contentScriptName: 'linkedin' }, '*');
    }
    for (const host of document.body.children) {
      (host as HTMLElement).click();
      for (const type of ['pointerdown', 'mousedown', 'keydown', 'click']) {
        host.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
      }
    }
  });
  await new Promise((done) => setTimeout(done, 500));
  expect(await partsIn(driver, tab, '.mark')).toHaveLength(2);
  expect(await partsIn(driver, tab, '.report')).toEqual([]);
  expect(world.log.filter(({ host }) => host.includes('credly'))).toEqual([]);
});

test('what the page throws out comes back, and its style sheets do not reach us', async ({ driver }) => {
  const { tab } = await openMarked(driver);
  const [before] = await partsIn(driver, tab, '.mark');
  await tab.evaluate(() => {
    const style = document.createElement('style');
    style.textContent =
      'div { display: none !important; opacity: 0 !important; position: static !important; transform: scale(3) !important } main, main div { display: block !important; transform: none !important; opacity: 1 !important }';
    document.head.append(style);
    [...document.body.children].at(-1)?.remove();
  });
  const [after] = await untilParts(driver, tab, '.mark', 2);
  expect(after?.box).toEqual(before?.box);
  expect(await countHosts(tab)).toBe(1);
});

test('a mark hides while a dialog of the page lies over its badge', async ({ driver }) => {
  const { tab } = await openMarked(driver);
  await tab.evaluate(() => {
    const cover = document.createElement('aside');
    cover.style.cssText = 'position: fixed; inset: 0; background: white; z-index: 5';
    document.body.prepend(cover);
  });
  await untilParts(driver, tab, '.mark', 0);
  await tab.evaluate(() => document.querySelector('aside')?.remove());
  await untilParts(driver, tab, '.mark', 2);
});

test('a mark does not stay beside a link that was given another address', async ({ driver }) => {
  const { tab } = await openMarked(driver);
  await tab.evaluate(() =>
    document.querySelector('a[href*="credly"]')?.setAttribute('href', 'https://www.example.com/'),
  );
  await untilParts(driver, tab, '.mark', 1);
});

test('the script run again takes over, and switching the site off leaves nothing', async ({ driver }) => {
  const { tab, library } = await openMarked(driver);
  await flip(library, 'linkedin', 'false');
  await until('nothing of ours', async () => (await countHosts(tab)) === 0);
  await library.bringToFront();
  await flip(library, 'linkedin', 'true');
  await tab.bringToFront();
  await untilParts(driver, tab, '.mark', 2);
  expect(await countHosts(tab)).toBe(1);
});

test('when the extension is reloaded the old script clears up after itself', async ({ driver }) => {
  const { tab, library } = await openMarked(driver);
  // The new script may run here, too: what counts is that the layer of the old one goes.
  await tab.evaluate(() => Object.assign(window, { oldLayer: [...document.body.children].at(-1) }));
  await library.evaluate(() => {
    const api = globalThis as unknown as { browser?: Api; chrome: Api };
    interface Api {
      runtime: { reload(): void };
    }
    setTimeout(() => (api.browser ?? api.chrome).runtime.reload(), 50);
  });
  await until('the library to close with its extension', () =>
    library.evaluate(() => false).catch(() => true),
  );
  await tab.bringToFront();
  await until('the old layer to go', async () => {
    await tab.clickAt(600, 600);
    return tab.evaluate(() => !(window as unknown as { oldLayer: Element }).oldLayer.isConnected);
  });
});
