import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import ko from '../../public/_locales/ko/messages.json' with { type: 'json' };
import { expectClean } from './clean.ts';
import { press, until, untilText, untilVisible, type Driver, type Tab } from './driver.ts';
import { pullBadges } from './site-pages.ts';
import { expect, test } from './test.ts';

const folder = process.env['PICTURES'];

/** What the user noted of LinkedIn, by the badges' names. */
function notedPlaces(tab: Tab): Promise<string[]> {
  return tab.evaluate(async () => {
    const open = indexedDB.open('lapelpin');
    const database = await new Promise<IDBDatabase>((done) => {
      open.addEventListener('success', () => done(open.result));
    });
    const all = database.transaction('places').objectStore('places').getAll();
    const places = await new Promise<{ badgeName: string; kind: string; knownBy: string }[]>((done) => {
      all.addEventListener('success', () => done(all.result as never));
    });
    database.close();
    return places
      .filter(({ kind, knownBy }) => kind === 'linkedin' && knownBy === 'hand')
      .map(({ badgeName }) => badgeName);
  });
}

/** The popup on the choice of badges, from the guided entry of the first. */
async function openQueue(driver: Driver, words: typeof en): Promise<Tab> {
  await pullBadges(driver);
  const popup = await driver.extensionPage('popup.html');
  await popup.setViewport(380, 560);
  await untilVisible(popup, 'li');
  await popup.press('ArrowDown');
  await popup.press('Enter');
  await press(popup, words.share_linkedin_profile.message);
  await press(popup, words.queueOpen.message);
  await untilVisible(popup, '.queue-list');
  return popup;
}

const offered = (tab: Tab) =>
  tab.evaluate(() =>
    [...document.querySelectorAll('.queue-list .queue-words > bdi')].map(
      ({ textContent }) => textContent ?? '',
    ),
  );
const days = (tab: Tab) => tab.evaluate(() => document.querySelectorAll('.queue-list li').length);
const heading = (tab: Tab) => tab.evaluate(() => document.querySelector('h2')?.textContent ?? '');

/** Chooses the first few alone. */
async function chooseFirst(tab: Tab, count: number): Promise<void> {
  await tab.click('.queue-all button');
  await until('none', () => tab.evaluate(() => !document.querySelector('.queue-list :checked')));
  for (let nth = 1; nth <= count; nth += 1) await tab.click(`.queue-list li:nth-child(${nth}) input`);
}

test('badges go to LinkedIn one after another, the oldest first, and what was added is noted', async ({
  driver,
  world,
}) => {
  const popup = await openQueue(driver, en);
  const good = await days(popup);
  const names = await offered(popup);
  await popup.click('.queue-offer input');
  await until('the expired ones', async () => (await days(popup)) > good);
  await popup.click('.queue-offer input');
  await until('the good ones', async () => (await days(popup)) === good);
  await chooseFirst(popup, 3);
  await press(popup, en.queueStart_other.message.replace('$1', '3'));
  await untilText(popup, '1 of 3');
  expect(await heading(popup)).toBe(names[0]);
  // One key copies, and the tick is of this badge alone.
  await popup.press('1');
  await until('a tick', () => popup.evaluate(() => document.querySelectorAll('.ticked').length === 1));
  await press(popup, en.guidedOpenForm.message);
  const opened = await until('the form', async () =>
    world.log.find(({ host, url }) => host === 'www.linkedin.com' && url.pathname === '/profile/add'),
  );
  expect(opened.url.searchParams.get('name')).toBe(names[0]);
  await popup.bringToFront();
  await press(popup, en.queueAdded.message);
  await untilText(popup, '2 of 3');
  expect(await popup.evaluate(() => document.querySelectorAll('.ticked').length)).toBe(0);
  await until('one note', async () => (await notedPlaces(popup)).join() === names[0]);
  await popup.close();

  // It goes on where it was, in another window too.
  const panel = await driver.extensionPage('sidepanel.html');
  await untilText(panel, '2 of 3');
  expect(await heading(panel)).toBe(names[1]);
  await panel.press('x');
  await untilText(panel, '3 of 3');
  await panel.press('n');
  await untilText(panel, en.queueEnd.message);
  expect(await notedPlaces(panel)).toEqual(expect.arrayContaining([names[0], names[2]]));
  // What was pressed too soon is taken back, note and all.
  await press(panel, en.queuePrevious.message);
  await untilText(panel, '3 of 3');
  await until('one note again', async () => (await notedPlaces(panel)).length === 1);
  await press(panel, en.queueAddedLast.message);
  await press(panel, en.queueAgain.message);
  await untilText(panel, '1 of 1');
  expect(await heading(panel)).toBe(names[1]);
  await press(panel, en.queueStop.message);
  await press(panel, en.undo.message);
  await untilText(panel, '1 of 1');
  await press(panel, en.queueAddedLast.message);
  await press(panel, en.queueClose.message);
  await untilVisible(panel, '.badge-card');
  // What is there is not offered again, and nothing was asked of LinkedIn but the form.
  expect((await notedPlaces(panel)).toSorted()).toEqual(names.slice(0, 3).toSorted());
  const library = await driver.extensionPage('library.html#places');
  await untilText(library, en.queueOpen.message);
  await untilText(library, names[1] ?? '');
  const asked = world.log.filter(({ host }) => host.includes('linkedin')).map(({ url }) => url.pathname);
  // The form of the local world stands where LinkedIn leads to.
  const form = ['/profile/add', '/in/me/edit/forms/certification/new/', '/favicon.ico'];
  expect(asked.filter((path) => !form.includes(path))).toEqual([]);
});

for (const look of [
  { language: 'en', colorScheme: 'light', words: en },
  { language: 'ko', colorScheme: 'dark', words: ko as unknown as typeof en },
] as const) {
  test(`the queue is usable by everybody (${look.language}, ${look.colorScheme})`, async ({ launch }) => {
    const driver = await launch(look);
    const popup = await openQueue(driver, look.words);
    const shoot = async (name: string) => {
      if (folder) await popup.screenshot(`${folder}/queue-${look.language}-${driver.name}-${name}.png`);
    };
    await expectClean(popup, '.queue-list', 'the choice');
    await shoot('choice');
    await chooseFirst(popup, 2);
    await press(popup, look.words.queueStart_other.message.replace('$1', '2'));
    await expectClean(popup, '.queue-progress', 'a step');
    await shoot('step');
    await popup.evaluate(() => document.querySelector('.badge-view')?.scrollTo(0, 10_000));
    await shoot('step-end');
    await popup.press('n');
    const second = look.words.queueStep.message.replace('$1', '2').replace('$2', '2');
    await untilText(popup, second);
    await popup.press('x');
    await untilText(popup, look.words.queueEnd.message);
    await expectClean(popup, 'h2', 'the end');
    await shoot('end');
  });
}
