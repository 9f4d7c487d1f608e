import { expectClean } from './clean.ts';
import { until, untilText, untilVisible, type Driver, type Tab } from './driver.ts';
import { ask } from './library-state.ts';
import { pullBadges } from './site-pages.ts';
import { expect, test } from './test.ts';

async function openPlaces(driver: Driver): Promise<Tab> {
  await pullBadges(driver);
  const tab = await driver.extensionPage('library.html#places');
  await tab.bringToFront();
  await untilVisible(tab, '.place-form [name="label"]');
  return tab;
}

const shown = (tab: Tab) =>
  tab.evaluate(() =>
    [...document.querySelectorAll('.place')].map((place) => place.querySelector('p')?.textContent ?? ''),
  );

/** As another part of the product would: a badge that the library no longer has. */
const lost = {
  id: 'place-lost',
  badgeId: 'credly:nobody',
  badgeName: 'Harbour Pilot',
  kind: 'website',
  label: '',
  url: 'https://harbour.example/team',
  placedOn: '2026-01-15',
  stateThen: 'public',
  expiresOnThen: null,
  knownBy: 'us',
  changedAt: '',
};

test('a place is noted by hand, changed, removed, and put back', async ({ driver }) => {
  const tab = await openPlaces(driver);
  await tab.fill('.place-form [name="label"]', 'Work mail');
  await tab.click('.place-form .button.main');
  await until('the place', async () => (await shown(tab))[0]?.startsWith('Work mail') === true);
  await tab.click('.place .place-head .icon-button');
  await untilVisible(tab, '.place .place-form');
  await tab.fill('.place .place-form [name="label"]', 'Club mail');
  await tab.click('.place .place-form .button:not(.quiet)');
  await until('the change', async () => (await shown(tab))[0]?.startsWith('Club mail') === true);
  expect(await tab.evaluate(() => document.querySelectorAll('.place .place-form').length)).toBe(0);
  await tab.click('.place .place-head .icon-button:last-child');
  await until('nothing', async () => (await shown(tab)).length === 0);
  await tab.click('.toast .button');
  await until('it again', async () => (await shown(tab))[0]?.startsWith('Club mail') === true);
  await tab.click('.place h2 a');
  await untilVisible(tab, '.badge-places');
  await expectClean(tab, '.badge-places', 'the badge');
  await untilText(tab, 'Club mail');
  await tab.click('.badge-places .button');
  const other = await driver.extensionPage('library.html#places');
  await until('it to be stored', async () => (await shown(other))[0]?.startsWith('Club mail') === true);
});

test('what needs a hand comes first, and says where it stands', async ({ driver }) => {
  const tab = await openPlaces(driver);
  await tab.click('.place-form .button.main');
  await until('a place', async () => (await shown(tab)).length === 1);
  await ask(tab, 'keepPlace', { place: lost });
  await until('both', async () => (await shown(tab)).length === 2);
  const first = await tab.evaluate(() => document.querySelector<HTMLElement>('.place')?.dataset['health']);
  expect(first).toBe('gone');
  await untilText(tab, 'Harbour Pilot');
  await untilText(tab, 'Website or blog');
});

for (const look of [
  { language: 'en', colorScheme: 'light' },
  { language: 'ko', colorScheme: 'dark' },
] as const) {
  test(`placed badges are accessible (${look.language}, ${look.colorScheme})`, async ({ launch }) => {
    const driver = await launch(look);
    const tab = await openPlaces(driver);
    await expectClean(tab, '.place-form', 'empty');
    await tab.click('.place-form .button.main');
    await until('a place', async () => (await shown(tab)).length === 1);
    await ask(tab, 'keepPlace', { place: lost });
    await until('both', async () => (await shown(tab)).length === 2);
    await expectClean(tab, '.place', 'places');
    await tab.click('.place .place-head .icon-button');
    await expectClean(tab, '.place .place-form', 'editing');
    await tab.setViewport(400, 700);
    await expectClean(tab, '.place .place-form', 'narrow');
  });
}
