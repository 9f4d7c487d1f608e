import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import ko from '../../public/_locales/ko/messages.json' with { type: 'json' };
import { expectClean } from './clean.ts';
import { until, untilText, untilVisible, type Popup } from './driver.ts';
import { giveConsent } from './library-state.ts';
import { pullBadges, switchSite } from './site-pages.ts';
import { expect, test } from './test.ts';

const folder = process.env['PICTURES'];

const textOf = (popup: Popup) => popup.evaluate((view: Window) => view.document.body.innerText);

async function pressIn(popup: Popup, name: string): Promise<void> {
  await until(name, () =>
    popup.evaluate((view: Window, words: string) => {
      const all = [...view.document.querySelectorAll<HTMLElement>('button')];
      const button = all.find((one) => (one.getAttribute('aria-label') ?? one.innerText.trim()) === words);
      button?.click();
      return button !== undefined;
    }, name),
  );
}

test('the badges of a page are listed without anything of ours in it, and asked for one by one', async ({
  driver,
  world,
}) => {
  const consent = await driver.extensionPage('library.html#privacy');
  await giveConsent(consent);
  await consent.close();
  const tab = await driver.newTab('https://www.linkedin.com/in/haneul-kim/');
  const before = await tab.evaluate(() => document.documentElement.outerHTML);
  const popup = await driver.openPopup(tab);
  await pressIn(popup, en.pageTitle.message);
  const { valid, revoked } = world.credly.showcase;
  const count = await until('the findings', () =>
    popup.evaluate((view: Window) => view.document.querySelectorAll('.page-badge').length),
  );
  expect(count).toBeGreaterThanOrEqual(4);
  // Looking asks nobody, and the page is as it was.
  expect(world.log.filter(({ host }) => host.includes('credly'))).toEqual([]);
  expect(await tab.evaluate(() => document.documentElement.outerHTML)).toBe(before);
  for (const [name, verdict] of [
    [valid.name, 'Valid: Credly confirmed it'],
    [revoked.name, `${en.verdict_revoked.message}:`],
  ] as const) {
    await until(`a check of ${name}`, () =>
      popup.evaluate(
        (view: Window, wanted: number) => {
          const buttons = [...view.document.querySelectorAll<HTMLElement>('.page-badge > .button')];
          buttons[wanted]?.click();
          return buttons.length > wanted;
        },
        name === valid.name ? 0 : 2,
      ),
    );
    await until(`${name}: ${verdict}`, async () => {
      const text = await textOf(popup);
      return text.includes(name) && text.includes(verdict);
    });
  }
});

test('a page without badges says so', async ({ driver }) => {
  const consent = await driver.extensionPage('library.html#privacy');
  await giveConsent(consent);
  await consent.close();
  const tab = await driver.newTab('https://www.linkedin.com/in/no-badges/');
  const popup = await driver.openPopup(tab);
  await pressIn(popup, en.pageTitle.message);
  await until('the words', async () => (await textOf(popup)).includes(en.pageNone.message));
});

for (const look of [
  { language: 'en', colorScheme: 'light', words: en },
  { language: 'ko', colorScheme: 'dark', words: ko },
] as const) {
  test(`what a page shows can be read by everybody (${look.language}, ${look.colorScheme})`, async ({
    launch,
    world,
  }) => {
    const driver = await launch(look);
    await pullBadges(driver);
    await switchSite(driver, 'linkedin', ['https://www.linkedin.com/*']);
    // In a tab of its own the popup sees the tab in front, which the user has let it enter.
    const popup = await driver.extensionPage('popup.html');
    await popup.setViewport(380, 560);
    await untilVisible(popup, '.bottom-bar');
    const page = await driver.newTab('https://www.linkedin.com/in/haneul-kim/');
    await page.bringToFront();
    const pressed = (name: string) => {
      const all = [...document.querySelectorAll<HTMLElement>('button')];
      all.find((one) => (one.getAttribute('aria-label') ?? one.innerText.trim()) === name)?.click();
      return document.querySelectorAll('.page-badge').length;
    };
    await until('the findings', () => popup.evaluate(pressed, look.words.pageTitle.message));
    await popup.evaluate(pressed, look.words.checkNow.message);
    await popup.bringToFront();
    await untilText(popup, world.credly.showcase.valid.name);
    await untilVisible(popup, '.page-badge details');
    await expectClean(popup, '.page-badge', 'the findings');
    if (folder) await popup.screenshot(`${folder}/page-view-${look.language}-${driver.name}.png`);
    await popup.click('.page-doctor summary');
    await untilText(popup, look.words.surface_certifications.message);
    await expectClean(popup, '.page-doctor', 'the doctor of a page');
    await popup.evaluate(() => document.querySelector('.page-doctor')?.scrollIntoView());
    if (folder) await popup.screenshot(`${folder}/page-doctor-${look.language}-${driver.name}.png`);
  });
}
