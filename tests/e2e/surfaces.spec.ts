import { expectClean } from './clean.ts';
import { until, untilVisible, type Driver, type Tab } from './driver.ts';
import { ask, giveConsent, readLibrary } from './library-state.ts';
import { giveFiles, png } from './give-files.ts';
import { expect, test } from './test.ts';

const profile = 'https://www.credly.com/users/haneul-kim';
const looks = [
  { language: 'en', colorScheme: 'light' },
  { language: 'ko', colorScheme: 'dark' },
] as const;

for (const look of looks) {
  test(`the popup is accessible in every state (${look.language}, ${look.colorScheme})`, async ({
    launch,
  }) => {
    const driver = await launch(look);
    const tab = await driver.extensionPage('popup.html');
    await tab.setViewport(380, 560);
    await expectLanguage(tab, look.language);
    await expectClean(tab, 'main h1', 'welcome');
    await giveConsent(tab);
    await expectClean(tab, '.centre h2', 'no badges');
    await collect(tab);
    await expectClean(tab, '.badge-card', 'list');
    await tab.press('ArrowDown');
    await expectClean(tab, '.badge-card-main:focus', 'row with quick actions');
    await tab.press('Enter');
    await expectClean(tab, '.share-large', 'share sheet');
    await tab.press('d');
    await expectClean(tab, '.qr', 'details');
    await tab.click('.section .section .button');
    await expectClean(tab, '.verification .checks', 'details with checks');
    await tab.press('Escape');
    await untilVisible(tab, '.badge-card-main:focus');
    await tab.press('Enter');
    await tab.click('.share-large:nth-of-type(2)');
    await expectClean(tab, '.guided-field', 'guided entry');
    await tab.press('Escape');
    await untilVisible(tab, '.share-large');
    await tab.press('Escape');
    await tab.fill('.search input', 'no such badge');
    await expectClean(tab, '.centre h2', 'nothing found');
  });

  test(`the library is accessible in every view (${look.language}, ${look.colorScheme})`, async ({
    launch,
    world,
  }) => {
    const driver = await launch(look);
    const tab = await driver.extensionPage('library.html#first-run');
    await expectClean(tab, '.first-run .button.main', 'first run');
    await tab.click('.step .button.main');
    await tab.fill('#connect-input', profile);
    await expectClean(tab, '.connect .button.main:not(:disabled)', 'address understood');
    await collect(tab);
    await expectClean(tab, '.preview', 'first success');
    await expectView(tab, 'collection', '.badge-tile');
    await tab.click('.badge-tile');
    await expectClean(tab, '.collection-badge .qr', 'collection with a badge');
    await expectView(tab, 'signature', '.preview');
    await expectView(tab, 'verify', '.drop-zone');
    await tab.fill('#verify-text', world.credly.showcase.expired.pageUrl);
    await tab.press('Enter');
    await expectClean(tab, '.report-fold[open]', 'report');
    await expectView(tab, 'add', '.drop-zone');
    const note = { name: 'note.pdf', type: 'application/pdf', bytes: btoa('%PDF-1.7') };
    await giveFiles(tab, 'picker', [
      png('one.png', world.harbour.pictures.signed),
      png('two.png', world.harbour.pictures.baked),
      note,
    ]);
    await expectClean(tab, '.import-failures', 'what was added');
    await expectView(tab, 'sites', '.card .switch');
    await expectView(tab, 'accounts', '.card');
    await expectView(tab, 'privacy', '.log');
    await tab.click('.button.danger');
    await expectClean(tab, '.notice .button.danger', 'erase, asked');
    await expectNarrow(driver);
  });
}

/** A browser without the language pack would speak English, and everything below would prove the wrong thing. */
async function expectLanguage(tab: Tab, language: string): Promise<void> {
  const spoken = await tab.evaluate(() => {
    const api = globalThis as unknown as { browser?: Api; chrome: Api };
    interface Api {
      i18n: { getMessage(key: string): string };
    }
    return (api.browser ?? api.chrome).i18n.getMessage('@@ui_locale');
  });
  const hint = `this browser has no ${language}: install its language pack (Debian: chromium-l10n, firefox-esr-l10n-ko)`;
  expect(spoken.slice(0, 2), hint).toBe(language);
}

/** The same in a narrow window and in the side panel. */
async function expectNarrow(driver: Driver): Promise<void> {
  const narrow = await driver.extensionPage('library.html#sites');
  await narrow.setViewport(400, 700);
  await expectClean(narrow, '.card .switch', 'narrow library');
  await expectView(narrow, 'verify', '.drop-zone');
  await expectView(narrow, 'add', '.drop-zone');
  const panel = await driver.extensionPage('sidepanel.html');
  await panel.setViewport(280, 700);
  await expectClean(panel, '.badge-card', 'side panel');
}

async function expectView(tab: Tab, view: string, selector: string): Promise<void> {
  await tab.evaluate((hash: string) => {
    location.hash = hash;
  }, view);
  await expectClean(tab, selector, view);
}

/** Brings the 61 badges of the world's earner. */
async function collect(tab: Tab): Promise<void> {
  await ask(tab, 'connectAccount', { input: profile });
  await until('61 badges', async () => (await readLibrary(tab)).accounts[0]?.foundTotal === 61, 30_000);
}
