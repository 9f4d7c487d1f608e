import { writeFileSync } from 'node:fs';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import ko from '../../public/_locales/ko/messages.json' with { type: 'json' };
import { createAward } from '../issuer/award.ts';
import { expectClean } from './clean.ts';
import { press, until, untilText, untilVisible, type Driver, type Tab } from './driver.ts';
import { giveFiles } from './give-files.ts';
import { countImported } from './imported.ts';
import { ask, giveConsent, readLibrary, storeSettings } from './library-state.ts';
import { catchSaved, savedFile } from './saved-file.ts';
import { expect, test } from './test.ts';

const folder = process.env['PICTURES'];

/** The popup on the newest badge of a library of 61. */
async function openNewest(driver: Driver): Promise<Tab> {
  const tab = await driver.extensionPage('library.html#privacy');
  await giveConsent(tab);
  await ask(tab, 'connectAccount', { input: 'haneul-kim' });
  // All of them: what is asked for later is asked for by the card.
  await until('pictures', async () => (await readLibrary(tab)).pictures === 61, 60_000);
  return openPopup(driver);
}

async function openPopup(driver: Driver): Promise<Tab> {
  const popup = await driver.extensionPage('popup.html');
  await popup.setViewport(380, 560);
  await untilVisible(popup, 'li');
  await popup.press('ArrowDown');
  await popup.press('Enter');
  await untilVisible(popup, '.share-main');
  return popup;
}

async function saved(popup: Tab, name?: string): Promise<PNG> {
  await press(popup, en.cardSave.message);
  const file = await savedFile(popup, 'image/png');
  if (folder && name) writeFileSync(`${folder}/${name}.png`, file);
  return PNG.sync.read(file);
}

/** What a camera reads; null where there is no code. */
function read({ data, width, height }: PNG): string | null {
  return jsQR(new Uint8ClampedArray(data), width, height)?.data ?? null;
}

/** Which choices are on, by their words. */
function chosen(popup: Tab): Promise<string[]> {
  return popup.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.card-option[aria-pressed=true]')].map(({ innerText }) =>
      innerText.trim(),
    ),
  );
}

function altOf(popup: Tab): Promise<string> {
  return popup.evaluate(() => document.querySelector('.card-alt-text')?.textContent ?? '');
}

test('a card is saved in its size with a code that leads to the badge, and comes back as it was', async ({
  driver,
  world,
}) => {
  const popup = await openNewest(driver);
  const { pageUrl, name } = world.credly.showcase.valid;
  const asked = world.log.length;
  await press(popup, en.cardOpen.message);
  await untilVisible(popup, '.card-preview canvas');
  await catchSaved(popup);
  const wide = await saved(popup, 'card-wide');
  expect([wide.width, wide.height]).toEqual([1200, 627]);
  expect(read(wide)).toBe(pageUrl);
  expect(await altOf(popup)).toContain(name);

  await press(popup, en.cardDesign_certificate.message);
  await press(popup, en.cardSize_story.message);
  const story = await saved(popup, 'card-story');
  expect([story.width, story.height]).toEqual([1080, 1920]);
  expect(read(story)).toBe(pageUrl);
  await press(popup, en.cardDesign_spotlight.message);
  await press(popup, en.cardSize_square.message);
  await press(popup, en.cardDark.message);
  expect(read(await saved(popup, 'card-square'))).toBe(pageUrl);
  await press(popup, en.share_qr.message);
  const without = await saved(popup, 'card-without-code');
  expect([without.width, without.height]).toEqual([1080, 1080]);
  expect(read(without)).toBeNull();
  expect(await altOf(popup)).not.toContain('QR');

  await press(popup, en.cardCopy.message);
  await untilText(popup, en.cardCopied.message);
  const here = await popup.evaluate(() => location.href);
  await popup.goto(new URL('popup.html', here).href);
  await untilVisible(popup, '.card-preview canvas');
  expect(await chosen(popup)).toEqual([
    en.cardDesign_spotlight.message,
    en.cardSize_square.message,
    en.cardEarner.message,
    en.cardDark.message,
    'English',
  ]);
  // The whole of it was made here. Chromium asks this host by itself.
  const hosts = world.log.slice(asked).map(({ host }) => host);
  expect(hosts.filter((host) => host !== 'accounts.google.com')).toEqual([]);
});

/** Badges with these names, as files of the user's own, with neither picture nor page. */
async function importNamed(driver: Driver, names: readonly string[]): Promise<Tab> {
  const tab = await driver.extensionPage('library.html#add');
  await giveConsent(tab);
  await tab.bringToFront();
  await untilVisible(tab, '#connect-input');
  const { record, badgeClass, issuer } = createAward('2.0');
  const files = names.map((name, index) => {
    const { image: _image, ...rest } = badgeClass;
    const badge = { ...rest, id: `urn:northwind:class:${index}`, name, issuer };
    const text = JSON.stringify({ ...record, id: `urn:northwind:badge:${index}`, badge });
    return { name: `${index}.json`, type: '', bytes: Buffer.from(text).toString('base64') };
  });
  await giveFiles(tab, 'picker', files);
  await until('the imports', async () => (await countImported(tab)) === names.length);
  return tab;
}

/** Opens the card of the badge with this name: the popup finds itself where it was left. */
async function openCardOf(driver: Driver, tab: Tab, name: string): Promise<Tab> {
  const { badges } = await readLibrary(tab);
  const openBadge = badges.find((badge) => badge.name.includes(name))?.id ?? `no badge ${name}`;
  const popupDraft = { query: '', openBadge, view: 'image', texts: {}, copiedFields: [] };
  await storeSettings(tab, { popupDraft });
  const popup = await driver.extensionPage('popup.html');
  await popup.setViewport(380, 560);
  await untilVisible(popup, '.card-preview canvas');
  await catchSaved(popup);
  return popup;
}

/** The pixels of a part of a card. */
function part({ data, width }: PNG, left: number, top: number, wide: number, high: number): Buffer {
  const rows = Array.from({ length: high }, (_, row) => {
    const start = ((top + row) * width + left) * 4;
    return data.subarray(start, start + wide * 4);
  });
  return Buffer.concat(rows);
}

/** Pixels that are dark enough to be ink. */
function inkOf(pixels: Buffer): number {
  let count = 0;
  for (let at = 0; at < pixels.length; at += 4) if ((pixels[at + 1] ?? 255) < 100) count += 1;
  return count;
}

const hostile = [
  `${'쿠버네티스운영전문가'.repeat(12)} 👩‍👩‍👧‍👦`,
  'شهادة المهندس السحابي المعتمد',
  '"><img src=x onerror=alert(1)>',
] as const;

test('Hangul is drawn as letters, and no name leaves its card', async ({ driver }) => {
  const tab = await importNamed(driver, ['가나다라마', '바사아자차', ...hostile]);
  const cards: PNG[] = [];
  for (const name of ['가나다라마', '바사아자차', '쿠버네티스운영', 'شهادة', 'onerror']) {
    const popup = await openCardOf(driver, tab, name);
    cards.push(await saved(popup, `card-hostile-${cards.length}`));
    // Neither a code nor words about one: there is no page.
    expect(read(cards.at(-1) ?? new PNG())).toBeNull();
    await untilText(popup, en.shareWarning_nopage.message);
    await popup.close();
  }
  const [first, second, long, arabic, markup] = cards.map((card) => part(card, 484, 30, 700, 560));
  // The same number of letters, and the same of all else: boxes in their place would be alike.
  expect(inkOf(first ?? Buffer.of())).toBeGreaterThan(2000);
  expect(inkOf(second ?? Buffer.of())).toBeGreaterThan(2000);
  expect(first?.equals(second ?? Buffer.of())).toBe(false);
  expect(inkOf(long ?? Buffer.of())).toBeGreaterThan(4000);
  expect(inkOf(markup ?? Buffer.of())).toBeGreaterThan(2000);
  expect(arabic).toBeDefined();
  // The margin at the right edge is as empty as it was: white paper, from top to bottom. Arabic turns the card around.
  for (const [index, card] of cards.entries()) {
    const left = index === 3 ? 4 : card.width - 44;
    expect(inkOf(part(card, left, 0, 40, card.height)), `card ${index}`).toBe(0);
  }
});

for (const look of [
  { language: 'en', colorScheme: 'light', words: en },
  { language: 'ko', colorScheme: 'dark', words: ko },
] as const) {
  test(`the workshop is accessible, fits, and warns as the share sheet does (${look.language})`, async ({
    launch,
  }) => {
    const driver = await launch(look);
    const popup = await openNewest(driver);
    await popup.close();
    const tab = await driver.extensionPage('library.html#privacy');
    const { badges } = await readLibrary(tab);
    const expired = badges.find(({ expiresOn }) => expiresOn !== null && expiresOn < '2026-01-01');
    const card = await openCardOf(driver, tab, expired?.name ?? 'one that expired');
    await untilText(card, look.words.shareWarning_expired.message);
    expect(await altOf(card)).toMatch(look.language === 'ko' ? /만료/ : /Expired/);
    await expectClean(card, '.card-alt', 'the workshop');
    if (folder) await card.screenshot(`${folder}/workshop-${look.language}.png`);
    await press(card, look.words.cardSize_story.message);
    await card.evaluate(() => document.querySelector('.card-alt')?.scrollIntoView());
    await expectClean(card, '.card-alt', 'its end');
    if (folder) await card.screenshot(`${folder}/workshop-${look.language}-end.png`);
  });
}
