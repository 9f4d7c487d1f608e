import { loseLibrary } from './backup-steps.ts';
import { connectBoth, openEntry, shared } from './both-sources.ts';
import { expectClean, expectFits } from './clean.ts';
import { until, untilVisible, type Driver, type Tab } from './driver.ts';
import { ask, readLibrary } from './library-state.ts';
import { test } from './test.ts';

const looks = [
  { language: 'en', colorScheme: 'light' },
  { language: 'ko', colorScheme: 'dark' },
] as const;
/** Every view but the doctor's, whose questions and answers have a sweep of their own. */
const views = [
  ['add', '.connect .button.main'],
  ['signature', '.preview'],
  ['verify', '.drop-zone'],
  ['sites', '.card .switch'],
  ['accounts', '.exams summary'],
  ['doctor', '.claims'],
  ['backup', '.backup-form'],
  ['privacy', '.log'],
] as const;

for (const look of looks) {
  test(`badges of two sources are usable by everybody, wherever they show (${look.language}, ${look.colorScheme})`, async ({
    launch,
    world,
  }) => {
    test.setTimeout(150_000);
    const driver = await launch(look);
    const tab = await fill(driver, world.learn.transcriptUrl);
    await expectView(tab, '.filters select', 'collection with filters');
    await openEntry(tab, shared);
    await expectView(tab, '.badge-view > .row-of-buttons', 'collection with an entry of two proofs');
    for (const [view, selector] of views) {
      await tab.evaluate((hash: string) => {
        location.hash = hash;
      }, view);
      await expectView(tab, selector, view);
    }
    await expectPopup(driver);
    await loseLibrary(driver, tab, (await readLibrary(tab)).badges.length);
    const again = await driver.extensionPage('library.html#collection');
    await expectView(again, '.library-loss .button.main', 'library that was lost');
  });
}

/** Two sources with their pictures, a badge that is kept apart from the shared one, and one that waits in a mail. */
async function fill(driver: Driver, transcriptUrl: string): Promise<Tab> {
  const tab = await connectBoth(driver, transcriptUrl);
  const { badges } = await readLibrary(tab);
  const [one] = badges.filter(({ name }) => name === shared);
  const other = badges.find(({ name }) => name !== shared);
  await ask(tab, 'chooseMerge', { ids: [one?.id, other?.id], choice: 'apart' });
  await ask(tab, 'noteClaim', { sourceId: 'credly', digest: 'c'.repeat(64) });
  await until('the pictures', async () => (await readLibrary(tab)).pictures > 0);
  return tab;
}

/** The popup in its own size: the list under the strip of what waits, and all that is known of the shared badge. */
async function expectPopup(driver: Driver): Promise<void> {
  const popup = await driver.extensionPage('popup.html');
  await popup.setViewport(380, 560);
  await untilVisible(popup, '.badge-card');
  await expectClean(popup, '.strip.waiting', 'popup with what waits');
  await popup.fill('.search input', shared);
  await popup.press('ArrowDown');
  await untilVisible(popup, '.badge-card-main:focus');
  await popup.press('ArrowRight');
  await untilVisible(popup, '.proofs + .proofs');
  await expectClean(popup, '.badge-view > .row-of-buttons', 'popup with an entry of two proofs');
}

/** A view in a window, and in a narrow one. */
async function expectView(tab: Tab, selector: string, state: string): Promise<void> {
  await expectClean(tab, selector, state);
  await tab.setViewport(480, 800);
  await expectFits(tab, selector, `${state}, narrow`);
  await tab.setViewport(1100, 800);
}
