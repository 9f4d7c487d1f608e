import jsQR from 'jsqr';
import { readFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import { extractText, getDocumentProxy } from 'unpdf';
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import { readBakedImage } from '../../utils/open-badges/baked-image.ts';
import { expectClean, expectFits } from './clean.ts';
import { press, until, untilText, untilVisible, type Driver, type Tab } from './driver.ts';
import { openExports } from './export-steps.ts';
import { catchSaved, savedFile } from './saved-file.ts';
import { expect, test } from './test.ts';

const folder = process.env['PICTURES'];

/** The sheet of what the library shows, opened from its exports. */
async function openSheet(driver: Driver): Promise<Tab> {
  const tab = await openExports(driver);
  await tab.evaluate(() => document.querySelector<HTMLElement>('.print-line button')?.click());
  await until('the tab of the sheet', () => tab.evaluate(hasSheet));
  // Firefox shows a tab of ours that we did not open to nobody; what was chosen is there in any of them.
  const sheet = await driver.extensionPage('print.html');
  await untilVisible(sheet, '.paper li');
  return sheet;
}

/** Runs in the page: whether a tab shows the sheet. */
async function hasSheet(): Promise<boolean> {
  interface Tabs {
    tabs: { query(filter: object): Promise<{ url?: string }[]> };
  }
  const api = globalThis as unknown as { browser?: Tabs; chrome: Tabs };
  const tabs = await (api.browser ?? api.chrome).tabs.query({});
  return tabs.some(({ url }) => url?.endsWith('/print.html'));
}

async function readPdf(tab: Tab): Promise<{ pages: number; text: string }> {
  const document = await getDocumentProxy(new Uint8Array(await tab.pdf()));
  const { totalPages, text } = await extractText(document, { mergePages: true });
  return { pages: totalPages, text };
}

test('the badges that are shown become a list on paper, or one page', async ({ driver }, info) => {
  const sheet = await openSheet(driver);
  const names = await sheet.evaluate(() =>
    [...document.querySelectorAll('.paper strong')].map((name) => name.textContent ?? ''),
  );
  expect(names).toHaveLength(61);
  const list = await readPdf(sheet);
  expect(list.pages).toBeGreaterThan(5);
  const words = list.text.replace(/\s+/g, '');
  for (const name of names) expect(words).toContain(name.replace(/\s+/g, ''));
  // What is for the screen alone is not on the paper.
  expect(words).not.toContain(en.printHint.message.replace(/\s+/g, ''));

  await sheet.click('.print-bar input[type="radio"]:not(:checked)');
  await untilVisible(sheet, '.paper.page');
  await untilText(sheet, en.printTooMany_page.message.replaceAll('$1', '24').replace('$2', '61'));
  expect((await readPdf(sheet)).pages).toBe(1);
  expect(await cutOff(sheet)).toEqual([]);

  const file = info.outputPath('sheet.png');
  await sheet.evaluate(() => {
    // As near as a camera comes, and no other code in sight.
    const code = document.querySelector<SVGElement>('.paper .qr');
    if (code) document.body.replaceChildren(code);
    code?.style.setProperty('width', '500px');
    code?.style.setProperty('height', '500px');
  });
  await sheet.screenshot(file);
  const { data, width, height } = PNG.sync.read(readFileSync(file));
  const address = jsQR(new Uint8ClampedArray(data), width, height)?.data;
  expect(address).toMatch(/^https:\/\/www\.credly\.com\/badges\/[0-9a-f-]{36}/);
});

/** What stands out of its place on the one page, by name. */
function cutOff(tab: Tab): Promise<string[]> {
  return tab.evaluate(() => {
    const paper = document.querySelector('.paper')?.getBoundingClientRect() ?? new DOMRect();
    return [...document.querySelectorAll('.paper li')].flatMap((item) => {
      const place = item.getBoundingClientRect();
      const parts = [...item.querySelectorAll('img, .qr, strong')].map((part) =>
        part.getBoundingClientRect(),
      );
      const isInside = parts.every(
        (part) =>
          part.top >= place.top - 1 && part.bottom <= place.bottom + 1 && part.right <= place.right + 1,
      );
      const days = item.querySelectorAll<HTMLElement>('.words > span')[1];
      const isWhole = !days || days.scrollHeight < days.clientHeight * 1.5;
      return isInside && isWhole && place.bottom <= paper.bottom ? [] : [item.textContent ?? ''];
    });
  });
}

test('a badge is saved as a picture with its proof, and as the proof', async ({ driver }) => {
  const tab = await openExports(driver);
  await tab.evaluate(() => document.querySelector('.export-menu')?.removeAttribute('open'));
  await untilVisible(tab, '.badge-tile img');
  await tab.click('.badge-tile');
  await untilVisible(tab, '.collection-badge .export-menu');
  await tab.evaluate(() =>
    document.querySelector('.collection-badge .export-menu')?.setAttribute('open', ''),
  );
  await catchSaved(tab);
  await press(tab, en.exportSave.message.replace('$1', en.export_image.message));
  const picture = await savedFile(tab, 'image/png');
  await untilText(tab, en.proofFile_valid.message);
  expect(PNG.sync.read(picture).width).toBeGreaterThan(100);
  const [proof] = readBakedImage(picture)?.texts ?? [];
  expect(proof?.place).toBe('iTXt openbadges');
  await press(tab, en.exportSave.message.replace('$1', en.export_json.message));
  const record = (await savedFile(tab, 'application/json')).toString();
  expect(proof?.text).toBe(record);
  expect(JSON.parse(record)).toMatchObject({ type: 'Assertion', verification: { type: 'hosted' } });
});

for (const look of [
  { language: 'en', colorScheme: 'light' },
  { language: 'ko', colorScheme: 'dark' },
] as const) {
  test(`the sheet is accessible and fits (${look.language}, ${look.colorScheme})`, async ({ launch }) => {
    const sheet = await openSheet(await launch(look));
    await expectClean(sheet, '.paper li', 'the list');
    const hasPictures = () => document.querySelectorAll('.paper img').length > 60;
    if (folder) await until('the pictures', () => sheet.evaluate(hasPictures));
    if (folder) await sheet.screenshot(`${folder}/print-${look.language}.png`);
    await sheet.setViewport(400, 800);
    await expectFits(sheet, '.paper li', 'the list in a narrow window');
    if (folder) await sheet.screenshot(`${folder}/print-${look.language}-narrow.png`);
    await sheet.setViewport(1100, 1300);
    await sheet.click('.print-bar input[type="radio"]:not(:checked)');
    await expectClean(sheet, '.paper.page', 'one page');
    if (folder) await sheet.screenshot(`${folder}/print-${look.language}-page.png`);
  });
}
