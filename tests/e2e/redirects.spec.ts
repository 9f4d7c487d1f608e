import type { Answer } from '../world/answer.ts';
import { startCanary } from '../world/canary.ts';
import { hostNames, type World } from '../world/world.ts';
import type { Driver, Tab } from './driver.ts';
import { ask, giveConsent, readLibrary } from './library-state.ts';
import { expect, test } from './test.ts';

interface Verified {
  readonly verdict: string;
  readonly checks: readonly { readonly id: string; readonly result: string; readonly detail: string }[];
  readonly missingHosts: readonly string[];
}

/** A tab of ours in which the background can be asked. */
async function openLibrary(driver: Driver): Promise<Tab> {
  const tab = await driver.extensionPage('library.html#privacy');
  await giveConsent(tab);
  return tab;
}

const verify = (tab: Tab, text: string) =>
  ask<Verified>(tab, 'verifyAnything', { content: { kind: 'text', text }, recipient: null });

/** The record of the badge is elsewhere from now on, at whichever of Credly's addresses it is asked for. */
function moveRecord({ credly }: World, to: (id: string, url: URL) => Answer | null): () => void {
  return credly.addRule(({ url }) => {
    const id = /\/badge_assertions\/([0-9a-f-]{36})$/.exec(url.pathname)?.[1];
    return id ? to(id, url) : null;
  });
}
const redirect = (status: number, location: string): Answer => ({ status, headers: { location }, body: '' });
const isAt = (host: string) => (request: { host: string }) => request.host === host;

test('a record that was moved to a host that may be asked verifies, whatever the status', async ({
  driver,
  world,
}) => {
  const tab = await openLibrary(driver);
  const { pageUrl } = world.credly.showcase.valid;
  const places: readonly ((id: string) => string)[] = [
    (id) => `https://api.credly.com/v1/obi/v2/badge_assertions/${id}?moved`,
    (id) => `/v1/obi/v2/badge_assertions/${id}?moved`,
    () => '?moved',
  ];
  for (const status of [301, 302, 303, 307, 308]) {
    for (const place of places) {
      const from = world.log.length;
      const back = moveRecord(world, (id, { search }) => (search ? null : redirect(status, place(id))));
      const { verdict, checks } = await verify(tab, pageUrl);
      expect(verdict, `${status}: ${JSON.stringify(checks)}`).toBe('valid');
      const asked = world.log.slice(from).filter(({ url }) => url.pathname.includes('/badge_assertions/'));
      expect(asked.map(({ url }) => url.search).slice(0, 2), 'each hop once').toEqual(['', '?moved']);
      expect(asked.flatMap(({ headers }) => headers['cookie'] ?? [])).toEqual([]);
      back();
    }
  }
  const { requests } = await readLibrary(tab);
  expect(requests.map(({ outcome }) => outcome)).toEqual(expect.arrayContaining(['301', '308', '200']));
});

test('a redirect leads nowhere that a request may not go: nobody there hears of it', async ({
  driver,
  world,
}) => {
  const canary = await startCanary();
  const tab = await openLibrary(driver);
  const { pageUrl } = world.credly.showcase.valid;
  const secret = hostNames.moved;
  const forbidden = [
    `https://${secret}/secret`,
    `//${secret}/secret`,
    `http://${secret}/secret`,
    `http://127.0.0.1:${canary.port}/`,
    `https://127.0.0.1:${canary.port}/`,
    `https://2130706433:${canary.port}/`,
    'https://169.254.169.254/latest/meta-data/',
    'https://10.0.0.1/',
    'https://[::1]/',
    'https://localhost/',
    'https://printer.lan/',
    `https://user:secret@${secret}/`,
    `https://www.credly.com:${canary.port}/`,
  ];
  const ours = ['www.credly.com', 'api.credly.com', 'images.credly.com'];
  for (const location of forbidden) {
    const from = world.log.length;
    const back = moveRecord(world, () => redirect(302, location));
    const { verdict, missingHosts } = await verify(tab, pageUrl);
    expect(verdict, location).toBe('unverifiable');
    expect(missingHosts, location).toEqual(/^(https:)?\/\/[a-z.]+\/secret$/.test(location) ? [secret] : []);
    const strangers = world.log.slice(from).filter(({ host }) => !ours.includes(host));
    const where = new URL(location, 'https://www.credly.com/').hostname;
    expect(strangers.filter(isAt(where)), location).toEqual([]);
    back();
  }
  expect(canary.knocks()).toBe(0);

  // The control: these doors do count, and a browser that follows by itself does knock.
  await driver.newTab(`http://127.0.0.1:${canary.port}/`).catch(() => null);
  expect(canary.knocks()).toBeGreaterThan(0);
  moveRecord(world, () => redirect(302, `https://${secret}/secret`));
  const record = `https://www.credly.com/api/v1/obi/v2/badge_assertions/${world.credly.showcase.valid.id}`;
  // oxlint-disable-next-line eslint/no-restricted-globals -- runs in the page: what our own rule is compared with
  await tab.evaluate((url: string) => fetch(url, { redirect: 'follow' }).then(String, String), record);
  expect(world.log.filter(isAt(secret)).length).toBeGreaterThan(0);
  for (const address of ['https://169.254.169.254/', 'https://10.0.0.1/', 'https://printer.lan/']) {
    await driver.newTab(address).catch(() => null);
    expect(world.log.filter(isAt(new URL(address).hostname)).length, address).toBeGreaterThan(0);
  }
  await canary.close();
});

test('five redirects are followed, the sixth is not', async ({ driver, world }) => {
  const tab = await openLibrary(driver);
  const { pageUrl } = world.credly.showcase.valid;
  const hopOf = (url: URL) => Number(url.searchParams.get('hop') ?? 0);
  const chain = (length: number) =>
    moveRecord(world, (_, url) => (hopOf(url) < length ? redirect(302, `?hop=${hopOf(url) + 1}`) : null));
  const five = chain(5);
  expect((await verify(tab, pageUrl)).verdict).toBe('valid');
  five();
  const from = world.log.length;
  chain(6);
  expect((await verify(tab, pageUrl)).verdict).toBe('unverifiable');
  const hops = world.log.slice(from).map(({ url }) => hopOf(url));
  expect(Math.max(...hops)).toBe(5);
});

test('a hop over another host is taken once the user has allowed that host', async ({ driver, world }) => {
  const tab = await openLibrary(driver);
  const { pageUrl } = world.credly.showcase.valid;
  const path = (id: string) => `/api/v1/obi/v2/badge_assertions/${id}`;
  moveRecord(world, (id, { hostname, search }) => {
    // And back again: the record itself must stay where its issuer keeps records.
    if (hostname === hostNames.moved) return redirect(301, `https://www.credly.com${path(id)}?moved`);
    return search ? null : redirect(301, `https://${hostNames.moved}${path(id)}`);
  });
  const before = await verify(tab, pageUrl);
  expect([before.verdict, before.missingHosts]).toEqual(['unverifiable', [hostNames.moved]]);
  expect(world.log.filter(isAt(hostNames.moved))).toEqual([]);
  await allow(driver, tab, `https://${hostNames.moved}/*`);
  const after = await verify(tab, pageUrl);
  expect([after.verdict, after.missingHosts], JSON.stringify(after.checks)).toEqual(['valid', []]);
  expect(world.log.filter(isAt(hostNames.moved)).length).toBeGreaterThan(0);
});

/** Asks the browser for a host in a click of the user, as our own pages do. */
async function allow(driver: Driver, tab: Tab, pattern: string): Promise<void> {
  await driver.agreeToHost(pattern);
  await tab.bringToFront();
  await tab.evaluate((origin: string) => {
    const api = globalThis as unknown as { browser?: Api; chrome: Api };
    interface Api {
      permissions: { request(wanted: object): Promise<boolean> };
    }
    const button = document.createElement('button');
    button.id = 'allow';
    button.style.cssText = 'position: fixed; inset: 0 auto auto 0; z-index: 9; width: 80px; height: 40px';
    const { permissions } = api.browser ?? api.chrome;
    button.addEventListener('click', () => {
      void permissions.request({ origins: [origin] }).then((granted) => (button.title = String(granted)));
    });
    document.body.append(button);
  }, pattern);
  await tab.click('#allow');
  const answer = () => document.querySelector<HTMLElement>('#allow')?.title;
  await expect.poll(() => tab.evaluate(answer)).toBe('true');
}
