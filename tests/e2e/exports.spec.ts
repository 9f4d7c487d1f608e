import papaparse from 'papaparse';
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import { expectClean, expectFits } from './clean.ts';
import { press, until, untilText, untilVisible, type Driver, type Tab } from './driver.ts';
import { ask, giveConsent } from './library-state.ts';
import { expect, test } from './test.ts';

const folder = process.env['PICTURES'];

/** A library with the 61 badges, the exports unfolded by keyboard. */
async function openExports(driver: Driver): Promise<Tab> {
  const tab = await driver.extensionPage('library.html#privacy');
  await giveConsent(tab);
  await ask(tab, 'connectAccount', { input: 'haneul-kim' });
  await tab.goto((await tab.evaluate(() => location.href)).replace('#privacy', '#collection'));
  await untilVisible(tab, '.export-menu');
  await until('all badges', () => tab.evaluate(() => document.body.innerText.includes('61')), 30_000);
  await tab.bringToFront();
  await tab.evaluate(() => document.querySelector<HTMLElement>('.export-menu > summary')?.focus());
  await tab.press('Enter');
  await untilVisible(tab, '.export-menu li');
  return tab;
}

test('the badges that are shown are copied and saved in a format', async ({ driver }) => {
  const tab = await openExports(driver);
  await press(tab, en.exportCopy.message.replace('$1', en.export_readme_markdown.message));
  await untilText(tab, en.exportCopied.message.replace('$1', en.export_readme_markdown.message));
  // What the link would save: neither browser shows its downloads to a page.
  await tab.evaluate(() => {
    const create = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (file) => {
      if (file instanceof Blob)
        void file.text().then((text) => (document.documentElement.dataset['saved'] = text));
      return create(file);
    };
  });
  await press(tab, en.exportSave.message.replace('$1', en.export_csv.message));
  const saved = await until('the file', () => tab.evaluate(() => document.documentElement.dataset['saved']));
  const { data, errors } = papaparse.parse<Record<string, string>>(saved.replace(/^\uFEFF/, ''), {
    header: true,
  });
  expect(errors).toEqual([]);
  expect(data).toHaveLength(61);
  expect(new Set(data.map(({ url }) => url)).size).toBe(61);
});

for (const look of [
  { language: 'en', colorScheme: 'light' },
  { language: 'ko', colorScheme: 'dark' },
] as const) {
  test(`the exports are accessible and fit (${look.language}, ${look.colorScheme})`, async ({ launch }) => {
    const tab = await openExports(await launch(look));
    await expectClean(tab, '.export-menu li', 'exports of the collection');
    if (folder) await tab.screenshot(`${folder}/exports-${look.language}.png`);
    await tab.setViewport(400, 800);
    await expectFits(tab, '.export-menu li', 'exports in a narrow window');
    if (folder) await tab.screenshot(`${folder}/exports-${look.language}-narrow.png`);
    await tab.setViewport(1280, 900);
    await tab.evaluate(() => document.querySelector('.export-menu')?.removeAttribute('open'));
    await untilVisible(tab, '.badge-tile');
    await tab.click('.badge-tile');
    await untilVisible(tab, '.collection-badge .export-menu');
    await tab.evaluate(() => {
      const menu = document.querySelector('.collection-badge .export-menu');
      menu?.setAttribute('open', '');
      menu?.scrollIntoView();
    });
    await expectClean(tab, '.collection-badge .export-menu li', 'exports of one badge');
    if (folder) await tab.screenshot(`${folder}/exports-${look.language}-badge.png`);
  });
}
