import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import { press, until, untilText, untilVisible, type Driver } from './driver.ts';
import { ask, giveConsent, readLibrary } from './library-state.ts';
import { expect, test } from './test.ts';

const profile = 'https://www.credly.com/users/haneul-kim/badges#credly';

/** A first run up to the given profile, as a user does it. */
async function firstRun(driver: Driver, pasted: string) {
  const tab = await driver.extensionPage('library.html#first-run');
  await press(tab, en.consentAgree.message);
  await untilVisible(tab, '#connect-input');
  await tab.fill('#connect-input', pasted);
  await press(tab, en.connectFetch.message);
  return tab;
}

test('first run: agree, paste a link, 61 badges over two pages, one signature at once', async ({
  driver,
  world,
}) => {
  const tab = await driver.extensionPage('library.html#first-run');
  await untilText(tab, en.consentAgree.message);
  expect(
    world.log.filter(({ host }) => host.includes('credly')),
    'nothing is asked before the consent',
  ).toEqual([]);
  await press(tab, en.consentAgree.message);
  await untilVisible(tab, '#connect-input');
  await tab.fill('#connect-input', profile);
  await untilText(tab, 'haneul-kim');
  expect(
    world.log.filter(({ host }) => host.includes('credly')),
    'nothing is asked while typing',
  ).toEqual([]);
  await press(tab, en.connectFetch.message);

  const state = await until('61 badges with pictures', async () => {
    const now = await readLibrary(tab);
    return now.accounts[0]?.foundTotal === 61 && now.pictures === 61 ? now : null;
  });
  expect(state.accounts[0]).toMatchObject({
    handle: 'haneul-kim',
    statedTotal: 61,
    progress: null,
    error: null,
  });
  const lists = world.log.filter(({ url }) => url.pathname.endsWith('/badges.json'));
  expect(lists.map(({ url }) => url.searchParams.get('page'))).toEqual(['1', '2']);
  await untilText(tab, en.stepUseOpen.message);
  const sent = world.log.filter(({ host }) => host.includes('credly'));
  expect(sent.filter(({ headers }) => headers['cookie'] || headers['referer'] || headers['origin'])).toEqual(
    [],
  );
});

test('the popup opens with the whole collection while the network is down', async ({ driver, world }) => {
  const tab = await firstRun(driver, profile);
  await until('61 badges', async () => (await readLibrary(tab)).accounts[0]?.foundTotal === 61);
  world.setDown(true);
  await driver.killBackground();
  const popup = await driver.extensionPage('popup.html');
  await popup.setViewport(380, 560);
  await untilText(popup, world.credly.showcase.valid.name);
  await untilText(popup, '61');
  // By initial consonants, then by skill.
  await popup.fill('input', 'ㅋㅂㄴ');
  await untilText(popup, '쿠버네티스 운영');
  await until('other badges are filtered out', () =>
    popup.evaluate(() => !document.body.innerText.includes('Cloud Architect')),
  );
});

test('a list that brings fewer than it states says “60 of 61”, and keeps what was there', async ({
  driver,
  world,
}) => {
  const tab = await firstRun(driver, profile);
  await until('61 badges', async () => (await readLibrary(tab)).accounts[0]?.foundTotal === 61);
  const person = world.credly.people[0];
  if (!person) throw new Error('the world is empty');
  person.badges = person.badges.slice(1);
  person.statedTotal = 61;
  await ask(tab, 'syncAccounts', { accountId: 'credly:haneul-kim' });
  const state = await until('60 of 61', async () => {
    const now = await readLibrary(tab);
    return now.accounts[0]?.foundTotal === 60 && !now.accounts[0].progress ? now : null;
  });
  expect(state.badges).toHaveLength(61);
  expect(state.badges.filter(({ missingSince }) => missingSince)).toHaveLength(1);
  const accounts = await driver.extensionPage('library.html#accounts');
  await untilText(accounts, '60');
  await untilText(accounts, '61');
});

const notFound = { status: 404, headers: {}, body: '{}' };
const faults = [
  ['not-found', notFound],
  ['not-json', { headers: { 'content-type': 'text/html' }, body: '<!doctype html><title>Credly</title>' }],
  [
    'sign-in-required',
    { status: 302, headers: { location: 'https://www.credly.com/users/sign_in' }, body: '' },
  ],
  ['rate-limited', { status: 429, headers: { 'retry-after': '120' }, body: '' }],
  ['offline', { body: '', fault: 'drop' }],
  ['server-error', { status: 503, headers: {}, body: '' }],
  ['bad-response', { headers: { 'content-type': 'application/json' }, body: '{"data":"?"}' }],
] as const;

test('each fault has its own words, and a refresh that fails keeps every badge', async ({
  driver,
  world,
}) => {
  const tab = await firstRun(driver, profile);
  await until('61 badges', async () => (await readLibrary(tab)).accounts[0]?.foundTotal === 61);
  const accounts = await driver.extensionPage('library.html#accounts');
  for (const [code, answer] of faults) {
    const mend = world.credly.onList(answer);
    await ask(tab, 'syncAccounts', { accountId: 'credly:haneul-kim' });
    await until(code, async () => (await readLibrary(tab)).accounts[0]?.error?.code === code);
    const words =
      (en as Record<string, { message: string }>)[`error_${code.replaceAll('-', '_')}`]?.message ?? '';
    await untilText(accounts, words.split(/[.$]/)[0] ?? words);
    expect((await readLibrary(tab)).badges).toHaveLength(61);
    mend();
  }
  await ask(tab, 'syncAccounts', { accountId: 'credly:haneul-kim' });
  await until('all is well again', async () => (await readLibrary(tab)).accounts[0]?.error === null);
});

test('a redirect is not followed to where a request may not go', async ({ driver, world }) => {
  const tab = await driver.extensionPage('library.html#privacy');
  await giveConsent(tab);
  world.credly.onList({ status: 302, headers: { location: 'https://editors.example.org/secret' }, body: '' });
  await ask(tab, 'connectAccount', { input: 'haneul-kim' });
  await until(
    'the redirect is noted',
    async () => (await readLibrary(tab)).accounts[0]?.error?.code === 'sign-in-required',
  );
  expect(world.log.filter(({ host }) => host === 'editors.example.org')).toEqual([]);
});

test('erase everything leaves nothing', async ({ driver }) => {
  const tab = await firstRun(driver, 'haneul-kim');
  await until('61 badges', async () => (await readLibrary(tab)).accounts[0]?.foundTotal === 61);
  await ask(tab, 'eraseEverything');
  const state = await readLibrary(tab);
  expect([state.accounts, state.badges, state.pictures, state.requests]).toEqual([[], [], 0, []]);
  const left = await tab.evaluate(async () => {
    const api = globalThis as unknown as { browser?: Api; chrome: Api };
    interface Api {
      storage: { local: { get(): Promise<object> } };
      scripting: { getRegisteredContentScripts(): Promise<object[]> };
    }
    const { storage, scripting } = api.browser ?? api.chrome;
    return [Object.keys(await storage.local.get()), await scripting.getRegisteredContentScripts()];
  });
  expect(left).toEqual([[], []]);
});
