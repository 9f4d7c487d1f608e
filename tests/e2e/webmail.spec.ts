import { until, untilVisible, type Driver, type Tab } from './driver.ts';
import { partsIn, pressPart, untilParts } from './in-page.ts';
import { pullBadges, showFixture, switchSite } from './site-pages.ts';
import { addOwnWebmail } from './sites.ts';
import { expect, test } from './test.ts';

type MailWindow = Window & { readMail?: () => string };
const readMail = (tab: Tab) => tab.evaluate(() => (window as MailWindow).readMail?.() ?? '');
const addresses = (text: string) => text.match(/https:\/\/www\.credly\.com\/badges\/[0-9a-f-]{36}/g) ?? [];

async function pressPin(driver: Driver, tab: Tab): Promise<void> {
  const [pin] = await untilParts(driver, tab, '.pin', 1);
  if (!pin) throw new Error('no pin');
  await pressPart(tab, pin);
}

/** Waits for the words of our toast. */
const untilToast = (driver: Driver, tab: Tab, words: string) =>
  until(`“${words}”`, async () => (await partsIn(driver, tab, '.toast'))[0]?.text.includes(words));

/** Presses the pin twice, then Undo: one copy goes in, none stays. */
async function insertTwiceAndUndo(driver: Driver, tab: Tab): Promise<void> {
  const before = await readMail(tab);
  await pressPin(driver, tab);
  await untilToast(driver, tab, 'Signature inserted');
  const after = await readMail(tab);
  expect(addresses(after).length).toBeGreaterThan(0);
  expect(after).toContain('my words');
  await pressPin(driver, tab);
  await untilToast(driver, tab, 'already here');
  expect(await readMail(tab)).toBe(after);
  await tab.press('Control+z');
  await until('the undo by keys', async () => addresses(await readMail(tab)).length === 0);
  expect(await readMail(tab)).toContain('my words');

  await pressPin(driver, tab);
  await untilToast(driver, tab, 'Signature inserted');
  await tab.type('and more');
  const [undo] = await untilParts(driver, tab, '.toast button', 1);
  if (!undo) throw new Error('no undo');
  await pressPart(tab, undo);
  await untilToast(driver, tab, 'Taken out again');
  const end = await readMail(tab);
  expect(addresses(end)).toEqual([]);
  expect(end, 'what was written after the signature stays').toContain('and more');
  expect(before).toContain('my words');
}

test('Gmail: the pin puts the signature at the cursor, once, and undo takes out exactly that', async ({
  driver,
}) => {
  await pullBadges(driver);
  await switchSite(driver, 'gmail', ['https://mail.google.com/*']);
  const tab = await driver.newTab('https://mail.google.com/mail/u/0/');
  await tab.click('.compose');
  await tab.evaluate(() => {
    const body = document.querySelector<HTMLElement>('[g_editable]');
    Object.assign(window, { readMail: () => body?.innerHTML ?? '' });
  });
  await tab.click('[g_editable]');
  await tab.type('my words');
  await insertTwiceAndUndo(driver, tab);
});

test('Outlook: the signature is in roosterjs’ own model, and undo takes out exactly that', async ({
  driver,
}) => {
  await pullBadges(driver);
  await switchSite(driver, 'outlook', [
    'https://outlook.live.com/*',
    'https://outlook.office.com/*',
    'https://outlook.office365.com/*',
    'https://outlook.cloud.microsoft/*',
  ]);
  const tab = await driver.newTab('https://outlook.office.com/mail/');
  await tab.click('.compose');
  await tab.evaluate(() => {
    const page = window as unknown as { getModel: () => string };
    Object.assign(window, { readMail: () => page.getModel() });
  });
  await tab.click('[aria-multiline="true"]');
  await tab.type('my words');
  await insertTwiceAndUndo(driver, tab);
});

test('a mail: links behind SafeLinks and pictures behind Gmail’s proxy are marked, other links are not', async ({
  driver,
}) => {
  await switchSite(driver, 'gmail', ['https://mail.google.com/*']);
  const tab = await driver.newTab('https://mail.google.com/fixture');
  await showFixture(tab, 'gmail-message', (html) =>
    html.replace('<p>I passed', '<p><a href="https://www.example.com/">News</a></p><p>I passed'),
  );
  const marks = await untilParts(driver, tab, '.mark', 2);
  expect(marks.map(({ label }) => label)).toEqual(Array(2).fill('Credly badge: Not checked yet'));
  await tab.evaluate(() => document.querySelector('.ii')?.remove());
  await untilParts(driver, tab, '.mark', 0);
});

test.describe('Roundcube', () => {
  test.use({ withRoundcube: true });

  test('Roundcube: the signature is in the mail that arrives, and a received badge is marked', async ({
    driver,
    world,
  }) => {
    test.setTimeout(120_000);
    const roundcube = world.roundcube;
    if (!roundcube) return expect(process.platform, 'Roundcube must be installed on Linux').not.toBe('linux');
    await pullBadges(driver);
    const origin = 'https://webmail.example.org';
    await addOwnWebmail(driver, 'roundcube', origin);
    const tab = await driver.newTab(`${origin}/`);
    await untilVisible(tab, '#rcmloginuser');
    await tab.fill('#rcmloginuser', roundcube.user);
    await tab.fill('#rcmloginpwd', roundcube.password);
    await tab.press('Enter');
    await until('the inbox', () => tab.evaluate(() => document.querySelector('#messagelist tr') !== null));

    await tab.goto(`${origin}/?_task=mail&_action=show&_mbox=INBOX&_uid=1`);
    const marks = await until('marks in the mail', async () => {
      const all = await partsIn(driver, tab, '.mark');
      return all.length >= 3 ? all : null;
    });
    expect(new Set(marks.map(({ label }) => label))).toContain('Credly badge: Not checked yet');

    await tab.goto(`${origin}/?_task=mail&_action=compose&_to=seoyeon.lee@example.com&_subject=Badges`);
    await untilVisible(tab, '#composebody_ifr');
    await tab.click('#composebody_ifr');
    await tab.type('my words');
    await pressPin(driver, tab);
    await untilToast(driver, tab, 'Signature inserted');
    await tab.click('#toolbar-menu .send, #messagetoolbar .send, a.send, button.send');
    const mail = await until('the mail', async () => (await roundcube.mails())[0]);
    expect(addresses(mail.html).length).toBeGreaterThan(0);
    expect(mail.html).toContain('my words');
    expect(mail.html).toContain('https://images.credly.com/');
  });
});
