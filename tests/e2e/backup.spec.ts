import { launchChromium } from './chromium.ts';
import { createAward } from '../issuer/award.ts';
import { chooseBackup, loseLibrary, openBackup, readWhole, restoreBy, saveBackup } from './backup-steps.ts';
import { press, until, untilText, untilVisible, type Driver, type Tab } from './driver.ts';
import { launchFirefox } from './firefox.ts';
import { ask, giveConsent, readLibrary, readSettings, storeSettings } from './library-state.ts';
import { expect, test } from './test.ts';

const profile = 'https://www.credly.com/users/haneul-kim';
const passphrase = 'lantern harbour violet';

/** A record of 2.0 with its class and issuer in it, made unlike any other. */
function assertion(number: number): string {
  const { record, badgeClass, issuer } = createAward('2.0');
  const id = `urn:uuid:00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
  return JSON.stringify({ ...record, id, badge: { ...badgeClass, issuer } });
}

/** 61 badges of Credly with their pictures, three imported ones, and the user's word that two of them are one. */
async function fill(tab: Tab): Promise<void> {
  await ask(tab, 'connectAccount', { input: profile });
  const items = [1, 2, 3].map((number) => ({ kind: 'text', text: `${assertion(number)}\n  ` }));
  await ask(tab, 'importBadges', { items, since: new Date().toISOString(), withoutAsking: true });
  await until(
    '61 badges',
    async () => (await readLibrary(tab)).accounts.some((one) => one.foundTotal === 61),
    60_000,
  );
  await until(
    'no pull',
    async () => (await readLibrary(tab)).accounts.every((one) => one.progress === null),
    60_000,
  );
  await until('pictures', async () => (await readLibrary(tab)).pictures >= 20, 60_000);
  const [one, other] = (await readLibrary(tab)).badges.map(({ id }) => id).toSorted();
  await ask(tab, 'chooseMerge', { ids: [one, other], choice: 'together' });
}

test('a backup of one browser brings everything back in the other', async ({ world, launch }, info) => {
  test.setTimeout(240_000);
  const first = await launch();
  const from = await openBackup(first);
  await fill(from);
  // Pictures still come in: those that are here now must be in the file.
  const { pictures } = await readWhole(from);
  expect(pictures.length).toBeGreaterThanOrEqual(20);
  const settings = {
    shareTemplates: { 'x ko': '배지 {badge} {url}' },
    organizationChoices: [{ issuer: 'northwind cloud academy', text: '1234567' }],
    mastodonServer: 'social.example.org',
  };
  await storeSettings(from, settings);
  const { name, bytes } = await saveBackup(from);
  expect(name).toMatch(/^lapelpin-backup-\d{4}-\d\d-\d\d\.zip$/);
  const before = await readWhole(from);
  expect(before.originals).toHaveLength(3);
  expect(before.choices).toHaveLength(1);
  await first.close();
  const other: Driver = await (info.project.name === 'firefox' ? launchChromium : launchFirefox)({ world });
  try {
    const tab = await openBackup(other);
    await chooseBackup(tab, bytes, 'drop');
    await untilText(tab, 'lapelpin-backup.zip');
    const shown = await tab.evaluate(
      () => document.querySelector<HTMLElement>('.backup-contents')?.innerText ?? '',
    );
    expect(shown).toContain('64');
    expect((await readWhole(tab)).badges).toEqual([]);
    expect(await restoreBy(tab, 'Add to my library')).toContain('64 badges came in, 0 were here already');
    const after = await readWhole(tab);
    expect(after.originals).toEqual(before.originals);
    expect(after.choices).toEqual(before.choices);
    expect(after.badges).toEqual(before.badges);
    expect(after.accounts).toEqual(before.accounts);
    expect(await readSettings(tab, Object.keys(settings))).toEqual(settings);
    for (const picture of pictures) expect(after.pictures).toContain(picture);
  } finally {
    await other.close();
  }
});

test('a locked backup opens with its passphrase alone', async ({ driver }) => {
  test.setTimeout(180_000);
  const tab = await openBackup(driver);
  await fill(tab);
  await press(tab, 'Lock it with a passphrase');
  await untilVisible(tab, '#backup-passphrase');
  await tab.fill('#backup-passphrase', passphrase);
  await tab.fill('#backup-again', 'something else');
  await untilText(tab, 'This differs from the first.');
  expect(
    await tab.evaluate(() => document.querySelector<HTMLButtonElement>('button[type=submit]')?.disabled),
  ).toBe(true);
  await tab.fill('#backup-again', passphrase);
  const { bytes } = await saveBackup(tab);
  const before = await readWhole(tab);
  expect(Buffer.from(bytes).includes('Northwind')).toBe(false);
  await ask(tab, 'eraseEverything');
  await giveConsent(tab);
  await chooseBackup(tab, bytes);
  await untilVisible(tab, '#backup-known');
  await tab.fill('#backup-known', 'lantern harbor violet');
  await press(tab, 'Open');
  await untilText(tab, 'The passphrase does not open this file.');
  await tab.fill('#backup-known', passphrase);
  await press(tab, 'Open');
  expect(await restoreBy(tab, 'Add to my library')).toContain('64 badges came in');
  expect((await readWhole(tab)).originals).toEqual(before.originals);
  expect((await readWhole(tab)).badges).toEqual(before.badges);
});

test('a damaged and a cut-off file give the rest, and say what is missing', async ({ driver }) => {
  test.setTimeout(180_000);
  const tab = await openBackup(driver);
  await fill(tab);
  const { bytes } = await saveBackup(tab);
  const before = await readWhole(tab);
  const damaged = Uint8Array.from(bytes);
  // The middle of the second imported file.
  const at = Buffer.from(damaged).indexOf('00000000-0000-4000-8000-000000000002');
  expect(at).toBeGreaterThan(0);
  damaged.fill(0x20, at, at + 40);
  await ask(tab, 'eraseEverything');
  await giveConsent(tab);
  await chooseBackup(tab, damaged);
  const words = await restoreBy(tab, 'Add to my library');
  expect(words).toContain('64 badges came in');
  expect(words).toContain('Parts of the file are damaged. Everything else is restored.');
  expect(words).toMatch(/Imported originals: .+ could not be read/);
  const after = await readWhole(tab);
  expect(after.originals).toHaveLength(2);
  for (const original of after.originals) expect(before.originals).toContain(original);
  // Cut off among the pictures.
  await ask(tab, 'eraseEverything');
  await giveConsent(tab);
  await chooseBackup(tab, bytes.subarray(0, Math.floor(bytes.length * 0.8)));
  const cut = await restoreBy(tab, 'Add to my library');
  expect(cut).toContain('The end of the file is missing.');
  expect(cut).toMatch(/Pictures: \d+ missing/);
  expect((await readWhole(tab)).originals).toEqual(before.originals);
  expect((await readWhole(tab)).badges).toEqual(before.badges);
});

test('replacing takes the place of the library, adding leaves it', async ({ driver }) => {
  test.setTimeout(180_000);
  const tab = await openBackup(driver);
  await fill(tab);
  const { bytes } = await saveBackup(tab);
  const before = await readWhole(tab);
  const items = [{ kind: 'text', text: assertion(9) }];
  await ask(tab, 'importBadges', { items, since: new Date().toISOString(), withoutAsking: true });
  await chooseBackup(tab, bytes);
  expect(await restoreBy(tab, 'Add to my library')).toContain('0 badges came in, 64 were here already');
  expect((await readWhole(tab)).originals).toHaveLength(4);
  await chooseBackup(tab, bytes);
  await restoreBy(tab, 'Replace my library');
  const after = await readWhole(tab);
  expect(after.originals).toEqual(before.originals);
  expect(after.badges).toEqual(before.badges);
});

test('a background that is stopped while it restores loses nothing', async ({ driver }) => {
  test.setTimeout(180_000);
  const tab = await openBackup(driver);
  await fill(tab);
  const { bytes } = await saveBackup(tab);
  const before = await readWhole(tab);
  await chooseBackup(tab, bytes);
  await press(tab, 'Replace my library');
  await press(tab, 'Replace everything');
  await driver.killBackground();
  await untilVisible(tab, '.backup-report', 60_000);
  expect((await readWhole(tab)).originals).toEqual(before.originals);
  expect((await readWhole(tab)).badges).toEqual(before.badges);
});

test('a library that the browser lost is noticed and brought back', async ({ driver }) => {
  test.setTimeout(180_000);
  const tab = await openBackup(driver);
  await fill(tab);
  const badges = (await readLibrary(tab)).badges.length;
  await loseLibrary(driver, tab, badges);
  const again = await driver.extensionPage('library.html#collection');
  await again.bringToFront();
  await untilText(again, 'Your library had 64 badges. The browser has lost them.');
  await untilText(again, '3 of them were imported from files and come back only from a backup.');
  await press(again, 'Bring back from my accounts');
  await until('the badges', async () => (await readLibrary(again)).badges.length === 61, 60_000);
  expect(await again.evaluate(() => document.querySelector('.library-loss') === null)).toBe(true);
});
