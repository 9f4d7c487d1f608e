import { unzipSync } from 'fflate';
import papaparse from 'papaparse';
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import { expectClean, expectFits } from './clean.ts';
import { readBakedImage } from '../../utils/open-badges/baked-image.ts';
import { press, until, untilText, untilVisible } from './driver.ts';
import { readLibrary } from './library-state.ts';
import { openExports } from './export-steps.ts';
import { catchSaved, savedFile } from './saved-file.ts';
import { expect, test } from './test.ts';

const folder = process.env['PICTURES'];

test('the badges that are shown are copied and saved in a format', async ({ driver }) => {
  const tab = await openExports(driver);
  await press(tab, en.exportCopy.message.replace('$1', en.export_readme_markdown.message));
  await untilText(tab, en.exportCopied.message.replace('$1', en.export_readme_markdown.message));
  await catchSaved(tab);
  await press(tab, en.exportSave.message.replace('$1', en.export_csv.message));
  const saved = (await savedFile(tab, 'text/csv')).toString();
  const { data, errors } = papaparse.parse<Record<string, string>>(saved.replace(/^\uFEFF/, ''), {
    header: true,
  });
  expect(errors).toEqual([]);
  expect(data).toHaveLength(61);
  expect(new Set(data.map(({ url }) => url)).size).toBe(61);
});

test('several badges are saved as files with proof in one archive, and what has none is named', async ({
  driver,
}) => {
  test.setTimeout(180_000);
  const tab = await openExports(driver);
  await until('pictures', async () => (await readLibrary(tab)).pictures === 61, 60_000);
  // A handful: each is asked for at its issuer, once a second at most.
  await tab.fill('search input', 'Cloud Architect');
  const { badges } = await readLibrary(tab);
  const count = badges.filter(({ name }) => name.includes('Cloud Architect')).length;
  expect(count).toBeGreaterThan(1);
  await until('a few', () =>
    tab.evaluate(
      (few: string) => document.querySelector('.view-title output, h1 ~ output')?.textContent?.includes(few),
      String(count),
    ),
  );
  await catchSaved(tab);
  await press(tab, en.exportSave.message.replace('$1', `${en.export_image.message} (zip)`));
  const words = en.proofFilesMaking.message.replace('$1', '1').replace('$2', String(count));
  await untilText(tab, words);
  if (folder) await tab.screenshot(`${folder}/exports-archive.png`);
  const files = unzipSync(await savedFile(tab, 'application/zip', 120_000));
  expect(Object.keys(files)).toHaveLength(count);
  for (const [name, bytes] of Object.entries(files)) {
    expect(name).toMatch(/^Cloud Architect .*\.png$/);
    const [proof] = readBakedImage(bytes)?.texts ?? [];
    expect(JSON.parse(proof?.text ?? '{}'), name).toMatchObject({ type: 'Assertion' });
  }
  await untilText(
    tab,
    en.proofFilesSaved_other.message.replace('$1', String(count)).replace('$2', 'badges-with-proof.zip'),
  );
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
