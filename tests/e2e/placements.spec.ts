import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import { expectClean } from './clean.ts';
import { press, until, untilText, untilVisible, type Driver, type Tab } from './driver.ts';
import { ask, readLibrary, readSettings, restateBadge, storeSettings } from './library-state.ts';
import { pullBadges } from './site-pages.ts';
import { expect, test } from './test.ts';

const folder = process.env['PICTURES'];

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

test('what is copied is offered to be noted, or noted by itself where the user wants that, once', async ({
  driver,
}) => {
  await pullBadges(driver);
  const popup = await driver.extensionPage('popup.html');
  await popup.setViewport(380, 560);
  await untilVisible(popup, '.badge-card');
  await popup.press('ArrowDown');
  await popup.press('Enter');
  await untilVisible(popup, '.share-main');
  await popup.press('c');
  await untilText(popup, en.linkCopied.message);
  await expectClean(popup, '.toast .button', 'the offer');
  if (folder) await popup.screenshot(`${folder}/note-place-${driver.name}.png`);
  await press(popup, en.placeNote.message);
  await untilText(popup, en.placeKept.message);
  const places = await driver.extensionPage('library.html#places');
  await until(
    'the note',
    async () => (await shown(places))[0]?.startsWith(en.share_copy_link.message) === true,
  );
  await places.click('[aria-labelledby="remember-places"]');
  await until('the switch', () =>
    places.evaluate(
      () =>
        document.querySelector('[aria-labelledby="remember-places"]')?.getAttribute('aria-checked') ===
        'true',
    ),
  );
  await popup.bringToFront();
  await popup.press('c');
  await untilText(popup, en.placeNoted.message);
  await popup.press('s');
  await untilText(popup, `${en.signatureCopied.message} ${en.placeNoted.message}`);
  await until('the signature', async () => (await shown(places)).length === 2);
});

test('a badge that was renewed is replaced in the signature in one step, and that can be undone', async ({
  driver,
  world,
}) => {
  await pullBadges(driver);
  const tab = await driver.extensionPage('library.html#places');
  await untilVisible(tab, '.place-form [name="label"]');
  const { badges } = await readLibrary(tab);
  const newer = `credly:${world.credly.showcase.valid.id}`;
  const older = badges.find(({ id, name }) => id !== newer && name !== world.credly.showcase.valid.name);
  if (!older) throw new Error('no older badge');
  await restateBadge(tab, newer, 'Harbour Pilot', 'Northwind Harbour School');
  await restateBadge(tab, older.id, 'Harbour Pilot', 'Northwind Harbour School');
  const signature = { layoutId: 'row', badgeIds: [older.id], order: 'own' };
  await storeSettings(tab, { signature, signature$: { v: 1 } });
  const place = { ...lost, id: 'place-old', badgeId: older.id, kind: 'signature', url: null };
  await ask(tab, 'keepPlace', { place });
  await tab.goto(new URL('library.html#accounts', await tab.evaluate(() => location.href)).href);
  const again = await driver.extensionPage('library.html#places');
  await untilText(again, en.placeHealth_renewed.message);
  if (folder) await again.screenshot(`${folder}/place-replace-${driver.name}.png`);
  await press(again, en.placeReplaceInSignature.message);
  await untilText(again, en.placeSignatureReplaced.message);
  const chosen = async () =>
    ((await readSettings(again, ['signature']))['signature'] as { badgeIds: string[] }).badgeIds;
  expect(await chosen()).toEqual([newer]);
  expect(await again.evaluate(() => location.hash)).toBe('#signature');
  await press(again, en.undo.message);
  await until('the older one again', async () => (await chosen())[0] === older.id);
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
