import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import type { World } from '../world/world.ts';
import { press, until, untilGone, untilText, untilVisible, type Driver, type Tab } from './driver.ts';
import { ask, giveConsent, readLibrary, type LibraryState } from './library-state.ts';
import { expect, test } from './test.ts';

const haneul = 'https://www.credly.com/users/haneul-kim';
const many = 'https://www.credly.com/users/many-badges';

/** The accounts, open in a tab, agreed to. */
async function openAccounts(driver: Driver): Promise<Tab> {
  const tab = await driver.extensionPage('library.html#accounts');
  await giveConsent(tab);
  await untilText(tab, en.viewAccounts.message);
  return tab;
}

const account = (state: LibraryState, handle: string) =>
  state.accounts.find((candidate) => candidate.handle === handle);

function untilWhole(tab: Tab, handle: string, count: number, within = 30_000) {
  return until(
    `${count} badges of ${handle}`,
    async () => {
      const state = await readLibrary(tab);
      const row = account(state, handle);
      return row?.foundTotal === count && row.progress === null ? state : null;
    },
    within,
  );
}

const lists = (world: World, handle: string) =>
  world.log.filter(({ url }) => url.pathname === `/users/${handle}/badges.json`);
const pages = (world: World, handle: string) =>
  lists(world, handle).map(({ url }) => url.searchParams.get('page'));

/** Milliseconds between the requests that a host got. */
function pauses(world: World, host: string): number[] {
  const times = world.log.filter((request) => request.host === host).map(({ at }) => at);
  return times.slice(1).map((at, index) => at - (times[index] ?? at));
}

test('a pull can be followed page by page, stopped in the middle, and goes on where it was', async ({
  driver,
  world,
}) => {
  test.setTimeout(120_000);
  const tab = await openAccounts(driver);
  await ask(tab, 'connectAccount', { input: many });
  // 21 pages of its own, and one of what people brought to Credly from elsewhere.
  await untilText(tab, 'Page 2 of 22');
  await untilText(tab, '48 of 1,000 badges');
  const popup = await driver.extensionPage('popup.html');
  await untilText(popup, 'Credly many-badges: Page');
  await popup.close();

  await press(tab, en.syncCancelLabel.message.replace('$1', 'Credly many-badges'));
  await untilText(tab, 'Stopped at page');
  const stopped = await readLibrary(tab);
  const kept = stopped.badges.length;
  expect(kept % 48, 'whole pages').toBe(0);
  expect(account(stopped, 'many-badges')).toMatchObject({ progress: null, error: { code: 'cancelled' } });

  // Neither the next page nor the next life of the background goes on with it, while others are served.
  const asked = lists(world, 'many-badges').length;
  await driver.killBackground();
  await ask(tab, 'connectAccount', { input: haneul });
  await untilWhole(tab, 'haneul-kim', 61);
  expect(lists(world, 'many-badges').length).toBe(asked);
  expect((await readLibrary(tab)).badges).toHaveLength(kept + 61);

  await press(tab, en.errorNext_cancelled.message);
  await untilWhole(tab, 'many-badges', 1000, 60_000);
  const seen = pages(world, 'many-badges');
  expect(new Set(seen).size, 'every page').toBe(21);
  expect(seen.length, 'none twice but the one that was broken off').toBeLessThanOrEqual(22);
});

test('two accounts of one site, named by the user; forgetting one keeps what the other proves, and can be undone', async ({
  driver,
  world,
}) => {
  test.setTimeout(120_000);
  const tab = await openAccounts(driver);
  // A school and the person both name the same awards: the second account lists badges of the first.
  const [first, , second] = world.credly.people;
  if (!first || !second) throw new Error('the world is empty');
  second.badges = first.badges.slice(0, 5);
  await ask(tab, 'connectAccount', { input: haneul });
  await ask(tab, 'connectAccount', { input: 'no-badges' });
  await untilWhole(tab, 'haneul-kim', 61);
  const both = await untilWhole(tab, 'no-badges', 5);
  expect(both.badges).toHaveLength(66);

  await press(tab, en.syncRename.message.replace('$1', 'Credly no-badges'));
  await untilVisible(tab, '.account-name .field');
  await tab.type('School');
  await tab.press('Escape');
  await until('the name as it was', () =>
    tab.evaluate(() => document.body.innerText.includes('Credly no-badges')),
  );
  await press(tab, en.syncRename.message.replace('$1', 'Credly no-badges'));
  await untilVisible(tab, '.account-name .field');
  await tab.type('School');
  await tab.press('Enter');
  await untilText(tab, 'School');
  await until('the pencil has the focus again', () =>
    tab.evaluate(() => document.activeElement?.getAttribute('aria-label') === 'Rename School'),
  );

  await press(tab, en.syncForgetLabel.message.replace('$1', 'Credly haneul-kim'));
  await untilText(tab, 'Credly haneul-kim forgotten');
  const left = await until('one account', async () => {
    const state = await readLibrary(tab);
    return state.accounts.length === 1 ? state : null;
  });
  expect(left.badges, 'the five that the other lists as well').toHaveLength(5);
  const requests = lists(world, 'haneul-kim').length;
  await press(tab, en.undo.message);
  const back = await until('both again', async () => {
    const state = await readLibrary(tab);
    return state.badges.length === 66 ? state : null;
  });
  expect(back.accounts).toHaveLength(2);
  expect(lists(world, 'haneul-kim').length, 'nobody was asked for it').toBe(requests);
});

test('what a refresh changed is said, with names that lead to the badges, until it was read', async ({
  driver,
  world,
}) => {
  const tab = await openAccounts(driver);
  await ask(tab, 'connectAccount', { input: haneul });
  await untilWhole(tab, 'haneul-kim', 61);
  await press(tab, en.syncDismiss.message);
  await untilGone(tab, '.changes');
  const [person] = world.credly.people;
  if (!person) throw new Error('the world is empty');
  const gone = person.badges.at(-1);
  person.badges = person.badges.slice(0, -1);
  world.credly.mintMore(person, 2);
  await press(tab, en.syncRefreshLabel.message.replace('$1', 'Credly haneul-kim'));
  await untilText(tab, '2 new and 1 no longer listed');
  await tab.click('.changes summary');
  await untilText(tab, en.syncGoneTitle.message);
  const names = await until('three names', async () => {
    const links = await tab.evaluate(() =>
      [...document.querySelectorAll('.changes a')].map((link) => link.textContent),
    );
    return links.length === 3 ? links : null;
  });
  expect(names).toContain(gone?.name);
  await tab.click('.changes a');
  await untilVisible(tab, '.collection-badge');

  const again = await driver.extensionPage('library.html#accounts');
  await press(again, en.syncDismiss.message);
  await untilGone(again, '.changes');
});

test('a source is asked once a second at most, whatever happens to the background, and its pictures at once', async ({
  driver,
  world,
}) => {
  test.setTimeout(240_000);
  const tab = await openAccounts(driver);
  await ask(tab, 'connectAccount', { input: haneul });
  await ask(tab, 'connectAccount', { input: many });
  for (const reached of [2, 4, 6]) {
    await until(`${reached} lists`, async () => {
      const sent = lists(world, 'haneul-kim').length + lists(world, 'many-badges').length;
      return sent >= reached;
    });
    await driver.killBackground();
    await ask(tab, 'markBadgesSeen');
  }
  await ask(tab, 'syncAccounts');
  await untilWhole(tab, 'haneul-kim', 61, 90_000);
  const state = await untilWhole(tab, 'many-badges', 1000, 90_000);
  expect(state.badges).toHaveLength(1061);
  // Sent a second apart; a busy machine may hand on the one late and the next at once.
  expect(Math.min(...pauses(world, 'www.credly.com'))).toBeGreaterThanOrEqual(900);
  expect(Math.min(...pauses(world, 'images.credly.com')), 'art is served page-wise').toBeLessThan(1000);
});

test('a site that asks for patience says until when, and holds up nothing that is there', async ({
  driver,
  world,
}) => {
  const tab = await openAccounts(driver);
  await ask(tab, 'connectAccount', { input: haneul });
  await untilWhole(tab, 'haneul-kim', 61);
  const mend = world.credly.onList({ status: 429, headers: { 'retry-after': '600' }, body: '' });
  await press(tab, en.syncRefreshLabel.message.replace('$1', 'Credly haneul-kim'));
  await untilText(tab, 'Credly asked to wait until');
  expect((await readLibrary(tab)).badges).toHaveLength(61);
  mend();
  await press(tab, en.syncTryNow.message);
  await until('all is well', async () => (await readLibrary(tab)).accounts[0]?.error === null);
});

test('a list that did not change is not sent again: the browser asks whether it did', async ({
  driver,
  world,
}) => {
  const tab = await openAccounts(driver);
  const answered: number[] = [];
  world.credly.addRule((request) => {
    if (request.url.pathname !== '/users/no-badges/badges.json') return null;
    const isSame = request.headers['if-none-match'] === '"list-1"';
    answered.push(isSame ? 304 : 200);
    const headers = { etag: '"list-1"', 'cache-control': 'no-cache', 'content-type': 'application/json' };
    return isSame ? { status: 304, headers, body: '' } : { headers, body: emptyList };
  });
  await ask(tab, 'connectAccount', { input: 'no-badges' });
  await untilWhole(tab, 'no-badges', 0);
  await ask(tab, 'syncAccounts', { accountId: 'credly:no-badges' });
  await until('the second answer', async () => answered.length === 2);
  const state = await until('the end', async () => {
    const now = await readLibrary(tab);
    return account(now, 'no-badges')?.progress === null ? now : null;
  });
  expect(answered).toEqual([200, 304]);
  expect(account(state, 'no-badges')).toMatchObject({ error: null, foundTotal: 0 });
});

const emptyList = JSON.stringify({
  data: [],
  metadata: {
    count: 0,
    current_page: 1,
    total_count: 0,
    total_pages: 1,
    per: 48,
    previous_page_url: null,
    next_page_url: null,
  },
});
