import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import { press, until, untilText, untilVisible, type Driver, type Tab } from './driver.ts';
import { ask, giveConsent, readLibrary } from './library-state.ts';
import { expect, test } from './test.ts';
import type { World } from '../world/world.ts';

test.use({ withProvider: true });

const field = '.host-field';

function lighthouseOf(world: World) {
  if (!world.lighthouse) throw new Error('this world has no provider');
  return world.lighthouse;
}

/** The card, with a host typed into it. */
async function openCard(driver: Driver, base: string): Promise<Tab> {
  const tab = await driver.extensionPage('library.html#add');
  await giveConsent(tab);
  await driver.agreeToHost(`https://${base.split('/')[0]}/*`);
  await untilVisible(tab, field);
  await tab.fill(field, base);
  await press(tab, en.hostSignIn.message);
  return tab;
}

/** What the user does in the window that the browser opens. */
async function signInThere(driver: Driver, answer: 'allow' | 'deny' = 'allow'): Promise<void> {
  const page = await driver.openedTab('/interaction/');
  await untilVisible(page, '#login, #allow');
  // Who is signed in there already is only asked whether this program may.
  if (await page.evaluate(() => document.querySelector('#login') !== null)) await page.click('#login');
  await untilVisible(page, `#${answer}`);
  await page.click(`#${answer}`);
}

/** Connects the Badge Connect host, from the card to the badges. */
async function connect(driver: Driver, world: World): Promise<Tab> {
  const { backpackHost, apiHost, provider } = lighthouseOf(world);
  const tab = await openCard(driver, backpackHost);
  for (const host of [apiHost, provider.host]) await driver.agreeToHost(`https://${host}/*`);
  await press(tab, en.hostAllow.message);
  await signInThere(driver);
  await untilText(tab, en.hostDone.message);
  return tab;
}

async function wholeList(tab: Tab, found: number) {
  return until(`${found} badges`, async () => {
    const now = await readLibrary(tab);
    const [account] = now.accounts;
    return account?.foundTotal === found && !account.progress ? now : null;
  });
}

test('sign in at a Badge Connect host: badges over two pages, renewed in silence, given back when forgotten', async ({
  driver,
  world,
}) => {
  const { apiHost, provider } = lighthouseOf(world);
  const tab = await connect(driver, world);
  const state = await wholeList(tab, 5);
  expect(state.accounts[0]).toMatchObject({
    handle: 'backpack.lighthouse.example.org',
    error: null,
    statedTotal: 5,
  });
  expect(state.badges.map(({ name }) => name).toSorted()).toEqual([
    'Chart Reading',
    'First Aid at Sea',
    'Night Navigation',
    'Radio Operator',
    '등대 관리 기초',
  ]);
  const lists = () => world.log.filter(({ url }) => url.pathname === '/v2p1/assertions');
  expect(lists().map(({ url }) => url.searchParams.get('offset'))).toEqual(['0', '3']);
  expect(provider.state.registered).toHaveLength(1);

  // The token ends: the next pull renews it by itself, and nobody is asked.
  await provider.endAccessTokens();
  await ask(tab, 'syncAccounts', { accountId: 'badge-connect:backpack.lighthouse.example.org' });
  await until('a renewal', async () => provider.state.renewals.length === 1);
  await until('the list again', async () => lists().length >= 5);
  const again = await wholeList(tab, 5);
  expect(again.accounts[0]?.error).toBeNull();
  expect(again.badges.filter(({ missingSince }) => missingSince)).toEqual([]);

  // The token goes to the API's host alone.
  const carried = new Set(
    world.log.filter(({ headers }) => headers['authorization']).map(({ host }) => host),
  );
  expect([...carried]).toEqual([apiHost]);
  expect(JSON.stringify(again.requests)).not.toMatch(/Bearer|token=/);

  await ask(tab, 'forgetAccount', { accountId: 'badge-connect:backpack.lighthouse.example.org' });
  await until('the token is given back', async () => provider.state.revoked.length > 0);
  expect((await readLibrary(tab)).badges).toEqual([]);
});

test('sign in at a host with the API of Open Badges 3.0, while the background is stopped', async ({
  driver,
  world,
}) => {
  const { walletBase, provider } = lighthouseOf(world);
  const tab = await openCard(driver, walletBase);
  await untilText(tab, 'Lantern Campus Wallet');
  await driver.agreeToHost(`https://${provider.host}/*`);
  await press(tab, en.hostAllow.message);
  const page = await driver.openedTab('/interaction/');
  await untilVisible(page, '#login');
  // Who looks for a password takes longer than a background lives.
  await driver.killBackground();
  await page.bringToFront();
  await signInThere(driver);
  const state = await wholeList(tab, 4);
  expect(state.accounts[0]).toMatchObject({ handle: walletBase, error: null });
  expect(state.badges.map(({ name }) => name)).toContain('Harbour Welding, Level 2');
});

test('a credential that an API listed is checked by itself, and the host of the API is not asked', async ({
  driver,
  world,
}) => {
  const { walletBase, provider } = lighthouseOf(world);
  const { harbour } = world;
  const tab = await openCard(driver, walletBase);
  await untilText(tab, 'Lantern Campus Wallet');
  await driver.agreeToHost(`https://${provider.host}/*`);
  await press(tab, en.hostAllow.message);
  await signInThere(driver);
  await wholeList(tab, 4);
  const before = world.log.length;

  const shown = await driver.extensionPage('library.html');
  await untilVisible(shown, '.badge-tile');
  await shown.evaluate((name: string) => {
    const tiles = [...document.querySelectorAll<HTMLElement>('.badge-tile')];
    tiles.find((tile) => tile.textContent?.includes(name))?.click();
  }, harbour.name);
  await untilText(shown, en.checkHint.message.replace('$1', harbour.issuerName));
  await press(shown, en.checkNow.message);
  const verdict = () =>
    shown.evaluate(() => document.querySelector<HTMLElement>('.verdict-line')?.innerText ?? '');
  // The school's key lies on a host of its own, which nobody was asked for yet.
  await untilText(shown, en.verifyAllow.message);
  expect(await verdict()).toMatch(/Could not check:/);
  await driver.agreeToHost(`https://${harbour.host}/*`);
  await shown.bringToFront();
  await press(shown, en.verifyAllow.message);
  await until('a verdict', async () => /^Valid: its signature is intact/m.test(await verdict()));
  const asked = world.log.slice(before).filter(({ url }) => !/\.(?:png|svg)$/.test(url.pathname));
  expect([...new Set(asked.map(({ host }) => host))]).toEqual([harbour.host]);
});

test('erasing everything gives the sign-in back as well', async ({ driver, world }) => {
  const { provider } = lighthouseOf(world);
  const tab = await connect(driver, world);
  await ask(tab, 'eraseEverything', {});
  expect(provider.state.revoked).toHaveLength(1);
  expect(await readLibrary(tab)).toMatchObject({ accounts: [], badges: [], requests: [] });
});

test('an account whose host ended the sign-in says so, and is signed in again from there', async ({
  driver,
  world,
}) => {
  const { provider } = lighthouseOf(world);
  const tab = await connect(driver, world);
  await wholeList(tab, 5);
  await provider.endEverything();
  await ask(tab, 'syncAccounts', { accountId: 'badge-connect:backpack.lighthouse.example.org' });
  const accounts = await driver.extensionPage('library.html#accounts');
  await untilText(accounts, en.error_sign_in_required.message);
  expect((await readLibrary(tab)).badges).toHaveLength(5);
  await press(accounts, en.hostSignInAgain.message);
  await signInThere(driver);
  await until(
    'no error any more',
    async () => {
      const [account] = (await readLibrary(tab)).accounts;
      return account?.error === null && !account.progress;
    },
    30_000,
  );
  expect((await readLibrary(tab)).badges).toHaveLength(5);
});

test('who says no at the host, or closes its window, is told that nothing happened', async ({
  driver,
  world,
}) => {
  const { backpackHost, apiHost, provider } = lighthouseOf(world);
  const tab = await openCard(driver, backpackHost);
  for (const host of [apiHost, provider.host]) await driver.agreeToHost(`https://${host}/*`);
  await press(tab, en.hostAllow.message);
  await signInThere(driver, 'deny');
  await untilText(tab, en.hostCancelled.message);
  await press(tab, en.hostSignIn.message);
  await (await driver.openedTab('/interaction/')).close();
  await untilText(tab, en.hostCancelled.message);
  expect((await readLibrary(tab)).accounts).toEqual([]);
});

test('a host that takes no programs like this one says so in words, with another way', async ({
  driver,
  world,
}) => {
  const { strictHost, apiHost, provider } = lighthouseOf(world);
  const tab = await openCard(driver, strictHost);
  for (const host of [apiHost, provider.host]) await driver.agreeToHost(`https://${host}/*`);
  await press(tab, en.hostAllow.message);
  await untilText(tab, en.error_sign_in_refused.message);
  expect((await readLibrary(tab)).accounts).toEqual([]);
});

test('an address without a badge service says so', async ({ driver, world }) => {
  const tab = await openCard(driver, 'editors.example.org');
  await untilText(tab, en.error_no_badge_api.message);
  expect(world.lighthouse?.provider.state.registered).toEqual([]);
});
