import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import { expectClean, expectFits } from './clean.ts';
import { press, until, untilText, untilVisible, type Driver, type Tab } from './driver.ts';
import { openExports } from './export-steps.ts';
import { catchSaved, savedFile } from './saved-file.ts';
import { expect, test } from './test.ts';

const folder = process.env['PICTURES'];

/** A library with 61 badges, and a set of the eleven whose names hold a word; on the view of the sets. */
async function openSets(driver: Driver): Promise<Tab> {
  const tab = await openExports(driver);
  await tab.evaluate(() => document.querySelector('.export-menu')?.removeAttribute('open'));
  await tab.fill('.search .field', 'Architect');
  await until('the search', () => tab.evaluate(() => document.querySelectorAll('.badge-tile').length < 12));
  await tab.evaluate(() => document.querySelector('.badge-sets')?.setAttribute('open', ''));
  await tab.fill('.badge-sets .field', 'Cloud');
  await tab.press('Enter');
  await untilText(tab, 'Cloud');
  await tab.goto((await tab.evaluate(() => location.href)).replace(/#.*/, '#sets'));
  await untilVisible(tab, '.set-badges li');
  return tab;
}

const namesOf = (tab: Tab) =>
  tab.evaluate(() => [...document.querySelectorAll('.set-badges a')].map((link) => link.textContent));

test('a set is made of what is shown, put in order, exported and taken back', async ({ driver }) => {
  const tab = await openSets(driver);
  const [first, second, ...rest] = await namesOf(tab);
  expect(rest.length).toBeGreaterThan(0);
  // By keyboard: the button that moves keeps the focus, and what happened is said.
  await tab.evaluate(() => {
    document.querySelectorAll<HTMLElement>('.set-badges li:nth-child(2) .icon-button')[0]?.focus();
  });
  await tab.press('Enter');
  await until('the new order', async () => (await namesOf(tab))[0] === second);
  await untilText(
    tab,
    en.setMoved.message
      .replace('$1', second ?? '')
      .replace('$2', '1')
      .replace('$3', String(rest.length + 2)),
  );
  await press(tab, en.setRemove.message.replace('$1', first ?? ''));
  await until('one less', async () => (await namesOf(tab)).length === rest.length + 1);

  // All of it in one mail: every link once, in the set's order.
  await press(tab, en.setShare.message);
  await untilVisible(tab, '.share-set select');
  await tab.evaluate(() => {
    const select = document.querySelector<HTMLSelectElement>('.share-set select');
    if (select) select.value = 'gmail';
    select?.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await press(tab, en.wordsOpen.message.replace('$1', 'Gmail'));
  const mail = await driver.openedTab('mail.google.com');
  const body = new URL(await mail.evaluate(() => location.href)).searchParams.get('body') ?? '';
  const names = body.split('\n').flatMap((line) => /^• (.*) \(/.exec(line)?.[1] ?? []);
  expect(names).toEqual(await namesOf(tab));
  expect(body.match(/https:\/\/www\.credly\.com\/badges\//g)).toHaveLength(names.length);
  await tab.bringToFront();

  await tab.evaluate(() => document.querySelector('.set .export-menu')?.setAttribute('open', ''));
  await catchSaved(tab);
  await press(tab, en.exportSave.message.replace('$1', en.export_csv.message));
  const table = (await savedFile(tab, 'text/csv')).toString();
  expect(table.split('\r\n')[1]).toContain(second);

  await press(tab, en.setForget.message.replace('$1', 'Cloud'));
  await until('no set', async () => (await namesOf(tab)).length === 0);
  await press(tab, en.undo.message);
  await until('the set again', async () => (await namesOf(tab)).length === rest.length + 1);
});

for (const look of [
  { language: 'en', colorScheme: 'light' },
  { language: 'ko', colorScheme: 'dark' },
] as const) {
  test(`sets are accessible and fit (${look.language}, ${look.colorScheme})`, async ({ launch }) => {
    const tab = await openSets(await launch(look));
    await tab.click('.set > .row-of-buttons .button');
    await expectClean(tab, '.share-set textarea', 'a set that is shared');
    if (folder) await tab.screenshot(`${folder}/sets-${look.language}.png`);
    await tab.setViewport(400, 800);
    await expectFits(tab, '.set-badges li', 'a set in a narrow window');
    if (folder) await tab.screenshot(`${folder}/sets-${look.language}-narrow.png`);
  });
}
