import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import { until, untilText, untilVisible, type Tab } from './driver.ts';
import { ask, giveConsent, readLibrary } from './library-state.ts';
import { expect, test } from './test.ts';

test('the popup is used by keys alone, and closing it loses nothing', async ({ driver }) => {
  const tab = await open(await driver.extensionPage('popup.html'));
  expect(await tab.evaluate(focused)).toMatchObject({ tag: 'INPUT' });

  // Down into the list, to its end and back: only a few of the 61 rows exist at a time.
  await tab.press('ArrowDown');
  await untilIndex(tab, 0);
  await tab.press('ArrowDown');
  await untilIndex(tab, 1);
  await tab.press('End');
  await untilIndex(tab, 60);
  expect(await tab.evaluate(() => document.querySelectorAll('.badge-card').length)).toBeLessThan(40);
  await tab.press('Home');
  await untilIndex(tab, 0);
  await tab.press('ArrowUp');
  await until('the search', async () => (await tab.evaluate(focused)).tag === 'INPUT');

  // The row is the main action; Escape leads back to it.
  await tab.press('ArrowDown');
  await tab.press('Enter');
  await untilVisible(tab, '.share-large');
  await tab.evaluate(() => {
    document.querySelector('.more-places')?.setAttribute('open', '');
    const buttons = [...document.querySelectorAll<HTMLElement>('.more-places li > .button')];
    buttons.find((button) => button.textContent === 'X')?.focus();
  });
  await tab.press('Enter');
  await untilVisible(tab, '#share-text');
  await tab.fill('#share-text', 'My own words');
  await tab.press('Escape');
  await untilIndex(tab, 0);
  await tab.press('ArrowRight');
  await untilVisible(tab, '.qr');

  // Closed and opened again: the same badge, the same view, the same words.
  await settled();
  const again = await driver.extensionPage('popup.html');
  await again.bringToFront();
  await untilVisible(again, '.qr');
  await again.press('Escape');
  await untilVisible(again, '.badge-card');
  await again.press('Enter');
  await untilVisible(again, '#share-text');
  expect(await again.evaluate(() => document.querySelector('textarea')?.value)).toBe('My own words');
});

test('the guided entry copies with digits and keeps its ticks', async ({ driver }) => {
  const tab = await open(await driver.extensionPage('popup.html'));
  await tab.press('ArrowDown');
  await tab.press('Enter');
  await untilVisible(tab, '.share-large');
  await tab.click('.share-large:nth-of-type(2)');
  await untilVisible(tab, '.guided-field');
  await tab.press('1');
  await tab.press('2');
  await until('two ticks', () => tab.evaluate(() => document.querySelectorAll('.ticked').length === 2));
  await settled();
  const again = await driver.extensionPage('popup.html');
  await again.bringToFront();
  await untilVisible(again, '.guided-field');
  expect(await again.evaluate(() => document.querySelectorAll('.ticked').length)).toBe(2);
});

test('what the search finds is opened by Enter, and Escape clears it', async ({ driver }) => {
  const tab = await open(await driver.extensionPage('popup.html'));
  const name = (await readLibrary(tab)).badges[30]?.name ?? '';
  await tab.type(name);
  await untilText(tab, name);
  await tab.press('Escape');
  await until('an empty search', () => tab.evaluate(() => document.querySelector('input')?.value === ''));
  await tab.type(name);
  await tab.press('Enter');
  await untilVisible(tab, '.share-large');
  expect(await tab.evaluate(() => document.querySelector('h2')?.textContent)).toBe(name);
});

test('a last good result stays with its date while nobody answers', async ({ driver, world }) => {
  const tab = await open(await driver.extensionPage('popup.html'));
  const { id = '' } = (await readLibrary(tab)).badges[0] ?? {};
  await putVerification(tab, id, '2026-03-03T10:00:00.000Z');
  world.setDown(true);
  await tab.press('ArrowDown');
  await tab.press('ArrowRight');
  await untilText(tab, en.verdict_valid.message);
  await tab.click('.section .section .button');
  await untilText(tab, 'Could not check: Credly could not be reached just now');
  await untilText(tab, 'Valid when last checked on Mar 3, 2026');
  // It is still there when the popup opens again.
  const again = await driver.extensionPage('popup.html');
  await again.bringToFront();
  await untilText(again, 'Valid when last checked on Mar 3, 2026');
});

/** Stores a good result of long ago for a badge of Credly, as the background did then. */
function putVerification(tab: Tab, key: string, checkedAt: string): Promise<void> {
  return tab.evaluate(
    async (badge: string, at: string) => {
      const opening = indexedDB.open('lapelpin');
      const database = await new Promise<IDBDatabase>((done) =>
        opening.addEventListener('success', () => done(opening.result)),
      );
      const change = database.transaction('verifications', 'readwrite');
      change.objectStore('verifications').put({
        key: badge,
        lastGood: null,
        verification: {
          verdict: 'valid',
          checks: [{ id: 'not-revoked', result: 'pass', detail: '', host: 'www.credly.com' }],
          checkedAt: at,
          checkedWith: 'www.credly.com',
          badge: null,
          pageUrl: null,
          form: 'Open Badges 2.0, hosted',
          issuerTrust: null,
          recipient: { match: 'not-asked', detail: '' },
          endorsements: [],
        },
      });
      await new Promise<void>((done) => change.addEventListener('complete', () => done()));
      database.close();
    },
    key,
    checkedAt,
  );
}

/** Longer than the draft takes to settle: what is on the screen by then is stored. */
function settled(): Promise<void> {
  return new Promise((done) => setTimeout(done, 400));
}

async function open(tab: Tab): Promise<Tab> {
  await tab.setViewport(380, 560);
  await giveConsent(tab);
  await ask(tab, 'connectAccount', { input: 'https://www.credly.com/users/haneul-kim' });
  await until('61 badges', async () => (await readLibrary(tab)).accounts[0]?.foundTotal === 61, 30_000);
  // The browser opens the first run in front of us; what is behind draws no frames and has no focus.
  await tab.bringToFront();
  await untilVisible(tab, '.badge-card');
  // As the user finds it: opened anew, the search focused.
  await tab.evaluate(() => document.querySelector('input')?.focus());
  return tab;
}

/** Runs in the page. */
function focused(): { tag: string; index: number } {
  const element = document.activeElement;
  const index = element?.closest<HTMLElement>('[data-index]')?.dataset['index'];
  return { tag: element?.tagName ?? '', index: Number(index ?? -1) };
}

async function untilIndex(tab: Tab, index: number): Promise<void> {
  await until(`row ${index} focused`, async () => (await tab.evaluate(focused)).index === index);
}
