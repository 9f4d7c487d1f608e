import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import { expectClean } from './clean.ts';
import { press, until, untilGone, untilText, untilVisible, type Tab } from './driver.ts';
import { ask } from './library-state.ts';
import { pullBadges } from './site-pages.ts';
import { expect, test } from './test.ts';

const folder = process.env['PICTURES'];

/** Lets the first badge expire so many days from now, as its host would have stated it. Returns its name. */
function letExpireIn(tab: Tab, days: number): Promise<string> {
  return tab.evaluate(async (later: number) => {
    const open = indexedDB.open('lapelpin');
    const database = await new Promise<IDBDatabase>((done, failed) => {
      open.addEventListener('success', () => done(open.result));
      open.addEventListener('error', () => failed(open.error ?? new Error('no database')));
    });
    const badges = database.transaction('badges', 'readwrite').objectStore('badges');
    interface Row {
      expiresOn: string | null;
      achievement: { name: string };
    }
    const get = badges.getAll();
    const rows = await new Promise<Row[]>((done) => {
      get.addEventListener('success', () => done(get.result as Row[]));
    });
    const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
    for (const row of rows) row.expiresOn = null;
    const [first] = rows;
    if (!first) throw new Error('no badge');
    first.expiresOn = day(Date.now() + later * 86_400_000);
    await Promise.all(
      rows.map(
        (row) => new Promise<void>((done) => badges.put(row).addEventListener('success', () => done())),
      ),
    );
    database.close();
    return first.achievement.name;
  }, days);
}

const strip = '.strip.reminder';

test('a badge that expires soon is said once at each step, and as a notification where that is wanted', async ({
  driver,
}) => {
  await pullBadges(driver);
  const library = await driver.extensionPage('library.html#places');
  const name = await letExpireIn(library, 20);
  const popup = await driver.extensionPage('popup.html');
  await popup.setViewport(380, 560);
  await expectClean(popup, strip, 'a reminder');
  await untilText(popup, name);
  if (folder) await popup.screenshot(`${folder}/reminder-${driver.name}.png`);
  await press(popup, en.reminderDismiss.message);
  await untilGone(popup, strip);
  const again = await driver.extensionPage('popup.html');
  await untilVisible(again, '.badge-card');
  expect(await again.evaluate((css: string) => document.querySelector(css), strip)).toBeNull();
  // A week before, the last step is reached, and it is said again.
  await letExpireIn(library, 6);
  const later = await driver.extensionPage('popup.html');
  await untilVisible(later, strip);

  // Chromium asks in a window of its own, which no test can press; Firefox agrees by a preference.
  if (driver.name !== 'firefox') return;
  await library.bringToFront();
  await library.click('[aria-labelledby="notify-expiries"]');
  await until('the switch', () =>
    library.evaluate(
      () =>
        document.querySelector('[aria-labelledby="notify-expiries"]')?.getAttribute('aria-checked') ===
        'true',
    ),
  );
  await driver.killBackground();
  await ask(library, 'ping').catch(() => null);
  const shown = () =>
    library.evaluate(async () => {
      const api = globalThis as unknown as {
        browser: { notifications: { getAll(): Promise<Record<string, { title: string; message: string }>> } };
      };
      return Object.values(await api.browser.notifications.getAll())[0] ?? null;
    });
  const notification = await until('a notification', shown);
  expect(notification.message).toContain(name);
});
