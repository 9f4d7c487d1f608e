import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import { expectClean } from './clean.ts';
import { until, untilText, untilVisible, type Driver, type Tab } from './driver.ts';
import { giveFiles } from './give-files.ts';
import { ask, giveConsent, readLibrary } from './library-state.ts';
import { pullBadges } from './site-pages.ts';
import { expect, test } from './test.ts';

const words = en as Record<string, { message: string } | undefined>;
const title = (reason: string) => words[`doctorReason_${reason}`]?.message ?? reason;

async function openDoctor(driver: Driver): Promise<Tab> {
  const tab = await driver.extensionPage('library.html#doctor');
  await untilVisible(tab, '.doctor .button.main');
  return tab;
}

/** Answers questions with the mouse; each answer leads to the next question. */
async function answer(tab: Tab, ...options: readonly string[]): Promise<void> {
  for (const option of options) {
    await untilVisible(tab, `[data-option="${option}"]`);
    const before = await tab.evaluate(() => document.querySelector('#doctor-question')?.textContent);
    await tab.click(`[data-option="${option}"]`);
    const isNext = (old: string) => document.querySelector('#doctor-question')?.textContent !== old;
    await until('the next question', () => tab.evaluate(isNext, before));
  }
}

const likeliest = (tab: Tab) =>
  tab.evaluate(() => document.querySelector('.doctor-finding[open] h3')?.textContent ?? '');
const focused = (tab: Tab) => tab.evaluate(() => document.activeElement?.textContent ?? '');

const paths = [
  ['another address', ['credly', 'no', 'accepted', 'other', 'weeks'], 'otherAddress'],
  ['a mail that was left', ['credly', 'no', 'unopened', 'same', 'weeks'], 'notAccepted'],
  ['GitHub after its move', ['github', 'unsure', 'after', 'one', 'none', 'same', 'weeks'], 'githubAfter'],
  ['Microsoft, not on Credly', ['microsoft', 'unsure', 'one', 'same', 'weeks', 'one'], 'microsoftMoved'],
  [
    'Certiport in another language',
    ['certiport', 'no', 'none', 'same', 'weeks', 'one', 'other', 'one'],
    'certiportLanguage',
  ],
  ['seen there, private', ['credly', 'yes'], 'badgePrivate'],
] as const;

test('each main path of the doctor ends at its reason, with sources and something to do', async ({
  driver,
}) => {
  await pullBadges(driver);
  const tab = await openDoctor(driver);
  for (const [path, options, reason] of paths) {
    await tab.click('.doctor .button.main');
    await answer(tab, ...options);
    await untilVisible(tab, '#doctor-outcome');
    expect(await likeliest(tab), path).toBe(title(reason));
    const parts = await tab.evaluate(() => {
      const [first] = document.querySelectorAll('.doctor-finding[open]');
      return [
        first?.querySelectorAll('.doctor-told').length ?? 0,
        [...(first?.querySelectorAll<HTMLAnchorElement>('.doctor-source a') ?? [])].map(({ href }) => href),
        first?.querySelectorAll('.doctor-actions > *').length ?? 0,
      ] as const;
    });
    expect(parts[0], path).toBeGreaterThan(0);
    expect(parts[1], path).toHaveLength(parts[0]);
    for (const link of parts[1]) expect(link, path).toMatch(/^https:\/\//);
    expect(parts[2], path).toBeGreaterThan(0);
    await untilText(tab, 'Start again');
    await tab.evaluate(() =>
      [...document.querySelectorAll('button')].find((b) => b.textContent === 'Start again')?.click(),
    );
    await untilVisible(tab, '.doctor .button.main');
  }
});

test('without answers: a list that came in short is named, and can be refreshed from there', async ({
  driver,
  world,
}) => {
  await pullBadges(driver);
  const tab = await openDoctor(driver);
  const isDone = async () => (await readLibrary(tab)).accounts[0]?.progress === null;
  await until('the first pull to end', isDone);
  const [person] = world.credly.people;
  if (!person) throw new Error('the world is empty');
  person.badges = person.badges.slice(13);
  person.statedTotal = 61;
  await ask(tab, 'syncAccounts', {});
  const selector = '[data-reason="listShort"]';
  await untilVisible(tab, selector);
  await tab.click(`${selector} summary`);
  await untilText(tab, '48 of 61 came in');
  const asked = () => world.log.filter(({ url }) => url.pathname.endsWith('/badges.json')).length;
  await until('the pull to end', isDone);
  const before = asked();
  await tab.click(`${selector} .doctor-actions .button`);
  await until('a refresh', async () => asked() > before);
});

test('by keyboard: the question takes the focus, back and forward keep the answers, nothing is stored or sent', async ({
  driver,
  world,
}) => {
  const consent = await driver.extensionPage('library.html#privacy');
  await giveConsent(consent);
  const tab = await openDoctor(driver);
  await tab.bringToFront();
  // The browsers themselves ask their makers for this and that.
  const asked = () => world.log.filter(({ host }) => !/google|mozilla|firefox/.test(host)).length;
  const requests = asked();
  await tab.evaluate(() => document.querySelector<HTMLElement>('.doctor .button.main')?.focus());
  await tab.press('Enter');
  await until('the first question', async () => (await focused(tab)) === words['doctorAsk_issuer']?.message);
  for (let at = 0; at < 4; at += 1) await tab.press('Tab');
  await tab.press('Enter');
  await until('the second question', async () => (await focused(tab)) === words['doctorAsk_seen']?.message);
  await tab.evaluate(() =>
    [...document.querySelectorAll('button')].find((b) => b.textContent === 'Back')?.click(),
  );
  await until('the first again', async () => (await focused(tab)) === words['doctorAsk_issuer']?.message);
  const pressed = () => document.querySelector('[aria-pressed="true"]')?.getAttribute('data-option') ?? '';
  expect(await tab.evaluate(pressed)).toBe('credly');
  await tab.evaluate(() =>
    [...document.querySelectorAll('button')].find((b) => b.textContent === 'Next')?.click(),
  );
  await answer(tab, 'cannot', 'accepted', 'lost', 'longer');
  await until('the outcome', async () => (await focused(tab)) === words['doctorOutcome']?.message);
  expect(asked(), 'nothing leaves the browser').toBe(requests);
  const stored = await tab.evaluate(async () => {
    const api = globalThis as unknown as { browser?: Api; chrome: Api };
    interface Api {
      storage: { local: { get(): Promise<object> } };
    }
    return JSON.stringify([await (api.browser ?? api.chrome).storage.local.get(), { ...localStorage }]);
  });
  expect(stored).not.toContain('lost');
});

test('an address is compared with those noted at the accounts, of which nothing readable is kept', async ({
  driver,
}) => {
  await pullBadges(driver);
  const accounts = await driver.extensionPage('library.html#accounts');
  await accounts.bringToFront();
  await untilVisible(accounts, '.addresses summary');
  await accounts.click('.addresses summary');
  await expectClean(accounts, '.addresses[open] .field', 'addresses');
  await accounts.click('.addresses .field');
  await accounts.type('Haneul.Kim@Example.org');
  await accounts.press('Enter');
  await untilText(accounts, '1 e-mail address noted');
  const stored = JSON.stringify(await readLibrary(accounts));
  expect(stored).toContain('"addresses":[{"salt":');
  expect(stored).not.toMatch(/haneul\.kim|example\.org/i);

  const compare = async (tab: Tab, address: string) => {
    await untilVisible(tab, '#doctor-address');
    await tab.click('#doctor-address');
    await tab.type(address);
    await tab.press('Enter');
    await untilVisible(tab, '.doctor-compare .button.main');
  };
  const tab = await openDoctor(driver);
  await tab.bringToFront();
  await tab.click('.doctor .button.main');
  await answer(tab, 'credly', 'no', 'accepted');
  await compare(tab, 'haneul.kim@example.org');
  await untilText(tab, 'You noted this address at: Credly haneul-kim.');
  await expectClean(tab, '.doctor-compare', 'compared');
  await tab.click('.doctor-compare .button.main');
  await untilVisible(tab, '[data-option="weeks"]');
  await tab.evaluate(() =>
    [...document.querySelectorAll('button')].find((b) => b.textContent === 'Back')?.click(),
  );
  await compare(tab, 'haneul@school.example');
  await untilText(tab, 'You noted this address at none of your accounts.');
  await tab.click('.doctor-compare .button.main');
  await answer(tab, 'weeks');
  await untilVisible(tab, '#doctor-outcome');
  expect(await likeliest(tab)).toBe(title('otherAddress'));

  await accounts.bringToFront();
  await accounts.click('.addresses .button.quiet');
  await untilText(accounts, words['addressNone']?.message ?? '');
  expect(JSON.stringify(await readLibrary(accounts))).toContain('"addresses":[]');
});

for (const look of [
  { language: 'en', colorScheme: 'light' },
  { language: 'ko', colorScheme: 'dark' },
] as const) {
  test(`the doctor is accessible from the first question to the end (${look.language}, ${look.colorScheme})`, async ({
    launch,
  }) => {
    const driver = await launch(look);
    await pullBadges(driver);
    const tab = await openDoctor(driver);
    await tab.bringToFront();
    await ask(tab, 'noteClaim', { sourceId: 'credly', digest: 'b'.repeat(64) });
    await expectClean(tab, '.claims', 'beginning');
    await tab.click('.doctor > div .button.main');
    await expectClean(tab, '[data-option]', 'question');
    await answer(tab, 'credly', 'no', 'unopened', 'same', 'weeks');
    await expectClean(tab, '#doctor-outcome', 'outcome');
    await tab.click('.doctor-finding[open] .doctor-steps summary');
    await expectClean(tab, '.doctor-steps[open]', 'steps');
    await tab.setViewport(400, 700);
    await expectClean(tab, '.doctor-steps[open]', 'narrow');
  });
}

test('LinkedIn’s export: tells what is on the profile, and says what a wrong file was', async ({
  driver,
  world,
}) => {
  await pullBadges(driver);
  const tab = await driver.extensionPage('library.html#places');
  await untilText(tab, words['placementTitle']?.message ?? '');
  const { valid } = world.credly.showcase;
  const header = 'Name,Url,Authority,Started On,Finished On,License Number';
  const csv = `${header}\n"${valid.name}",${valid.pageUrl}/linked_in_profile,${valid.issuerName},Sep 2026,,\nOld course,,Elsewhere,Jan 2019,,\n`;
  const file = (name: string, text: string) => ({
    name,
    type: 'text/csv',
    bytes: Buffer.from(text, 'utf8').toString('base64'),
  });
  const numbers = () =>
    [...document.querySelectorAll('.placement-numbers dd')].map(({ textContent }) => textContent);
  await giveFiles(tab, 'picker', [file('Connections.csv', 'First Name,Last Name\nJisoo,Park\n')]);
  await untilText(tab, 'First Name, Last Name');
  await giveFiles(tab, 'picker', [file('Certifications.csv', csv)]);
  const [on, missing, , unknown] = await until('the numbers', async () => {
    const all = await tab.evaluate(numbers);
    return all.length === 4 ? all : null;
  });
  expect([on, unknown]).toEqual(['1', '1']);
  expect(Number(missing)).toBeGreaterThan(30);
  const detail = await driver.extensionPage(`library.html#collection/credly:${valid.id}`);
  await untilText(detail, 'Found by its link.');
  expect(world.log.filter(({ host }) => host.includes('linkedin'))).toEqual([]);
});
