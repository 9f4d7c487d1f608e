import type { World } from '../world/world.ts';
import { until, type Driver, type Tab } from './driver.ts';
import { ask, giveConsent, readLibrary } from './library-state.ts';
import { expect, test } from './test.ts';

const accountId = 'credly:haneul-kim';

/** A page of ours, agreed to, from which messages are sent. */
async function openAgreed(driver: Driver): Promise<Tab> {
  const tab = await driver.extensionPage('library.html#privacy');
  await giveConsent(tab);
  return tab;
}

/** Waits for the end of a pull that brings so many. */
async function untilFound(tab: Tab, count: number, within?: number) {
  return until(
    `${count} badges`,
    async () => {
      const state = await readLibrary(tab);
      const account = state.accounts[0];
      return account?.foundTotal === count && account.progress === null ? state : null;
    },
    within,
  );
}

function toolbarText(tab: Tab): Promise<string> {
  return tab.evaluate(() => {
    const api = globalThis as unknown as { browser?: Api; chrome: Api };
    interface Api {
      action: { getBadgeText(details: object): Promise<string> };
    }
    return (api.browser ?? api.chrome).action.getBadgeText({});
  });
}

/** Longer than a slow machine needs to stop a background and wake it. */
const waitSeconds = 8;

const listRequests = (world: World) => world.log.filter(({ url }) => url.pathname.endsWith('/badges.json'));
const pageOf = (url: URL) => url.searchParams.get('page');

test('new badges are counted at the toolbar icon until they were seen; the first pull is no news', async ({
  driver,
  world,
}) => {
  const tab = await openAgreed(driver);
  await ask(tab, 'connectAccount', { input: 'haneul-kim' });
  await untilFound(tab, 61);
  expect(await toolbarText(tab)).toBe('');
  const [person] = world.credly.people;
  if (!person) throw new Error('the world is empty');
  world.credly.mintMore(person, 3);
  await ask(tab, 'syncAccounts', { accountId });
  await untilFound(tab, 64);
  await until('the count', async () => (await toolbarText(tab)) === '3');
  await ask(tab, 'markBadgesSeen');
  expect(await toolbarText(tab)).toBe('');
});

test('told to wait in the middle of a list, the pull goes on later behind the page that it has', async ({
  driver,
  world,
}) => {
  const tab = await openAgreed(driver);
  const wait = { status: 429, headers: { 'retry-after': String(waitSeconds) }, body: '' };
  const mend = world.credly.addRule(({ url }) => (pageOf(url) === '2' ? wait : null));
  await ask(tab, 'connectAccount', { input: 'haneul-kim' });
  const cut = await until('the wait', async () => {
    const state = await readLibrary(tab);
    return state.accounts[0]?.error ? state : null;
  });
  expect(cut.accounts[0]).toMatchObject({ error: { code: 'rate-limited' }, progress: { cursor: '2' } });
  expect(cut.badges, 'the first page is kept').toHaveLength(48);

  mend();
  // The browser stops the background meanwhile. Woken too early it waits on; afterwards it goes on by itself.
  await driver.killBackground();
  await ask(tab, 'markBadgesSeen');
  const refusedAt = listRequests(world).at(-1)?.at ?? 0;
  await new Promise((done) => setTimeout(done, refusedAt + waitSeconds * 1000 + 500 - Date.now()));
  await driver.killBackground();
  await ask(tab, 'markBadgesSeen');
  await untilFound(tab, 61);
  const pages = listRequests(world).map(({ url }) => pageOf(url));
  expect(pages, 'no page is asked for again that was there').toEqual(['1', '2', '2']);
  const [, refused = 0, again = 0] = listRequests(world).map(({ at }) => at);
  expect(again - refused, 'not before the wait is over').toBeGreaterThanOrEqual(waitSeconds * 1000);
});

test('a thousand badges come whole, page by page with a pause', async ({ driver, world }) => {
  test.setTimeout(120_000);
  const tab = await openAgreed(driver);
  await ask(tab, 'connectAccount', { input: 'https://www.credly.com/users/many-badges' });
  const state = await untilFound(tab, 1000, 60_000);
  expect(state.badges).toHaveLength(1000);
  const times = listRequests(world).map(({ at }) => at);
  expect(times).toHaveLength(21);
  const pauses = times.slice(1).map((at, index) => at - (times[index] ?? at));
  // Sent a second apart; a busy machine may hand on the one late and the next at once.
  expect(Math.min(...pauses)).toBeGreaterThanOrEqual(900);
});

const accounts = [
  ['hidden-person', { error: { code: 'private-profile' } }],
  ['nobody-at-all', { error: { code: 'not-found' } }],
  ['no-badges', { error: null, foundTotal: 0, statedTotal: 0 }],
  ['5a5a5a5a-1111-4222-8333-444444444444', { error: null, foundTotal: 61, statedTotal: 61 }],
] as const;

test('profiles as they come: hidden, unknown, empty, by number', async ({ driver }) => {
  const tab = await openAgreed(driver);
  for (const [input] of accounts) await ask(tab, 'connectAccount', { input });
  const pulled = await until('the end of every pull', async () => {
    const rows = (await readLibrary(tab)).accounts;
    return rows.length === accounts.length && rows.every(({ progress }) => progress === null) ? rows : null;
  });
  for (const [input, expected] of accounts)
    expect(
      pulled.find(({ handle }) => handle === input),
      input,
    ).toMatchObject(expected);
});

test('a forged badge leads to no other host: its class is named, not asked for', async ({
  driver,
  world,
}) => {
  const tab = await openAgreed(driver);
  const { id } = world.credly.showcase.forged;
  const { verification } = await ask<{ verification: { verdict: string } }>(tab, 'verifyBadge', {
    sourceId: 'credly',
    id,
  });
  expect(verification.verdict, 'shown as not genuine').toBe('invalid');
  const asked = new Set(world.log.filter(({ url }) => url.href.includes(id)).map(({ host }) => host));
  expect([...asked]).toEqual(['www.credly.com']);
  expect(world.log.filter(({ host }) => host.endsWith('forger.example'))).toEqual([]);
});
