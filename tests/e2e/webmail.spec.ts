import { defaultSignature } from '../../utils/signature-setting.ts';
import { until, untilVisible, type Driver, type Tab } from './driver.ts';
import { partsIn, pressPart, untilParts } from './in-page.ts';
import { storeSettings } from './library-state.ts';
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

/** The studio's choice is one badge from now on: what was chosen before is an earlier signature. */
async function chooseOneBadge(driver: Driver): Promise<void> {
  const library = await driver.extensionPage('library.html#privacy');
  const badgeIds = ['credly:b0b0b0b0-0000-4000-8000-000000000000'];
  await storeSettings(library, { signature: { ...defaultSignature, badgeIds } });
  await library.close();
}

/** Presses the pin twice, changes the signature, presses once more, then Undo: one copy goes in, none stays. */
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

  expect(new Set(addresses(after)).size).toBeGreaterThan(1);
  await chooseOneBadge(driver);
  await tab.bringToFront();
  await pressPin(driver, tab);
  await untilToast(driver, tab, 'earlier signature was replaced');
  const replaced = await readMail(tab);
  expect(new Set(addresses(replaced)).size, 'the one badge, and nothing of the earlier ones').toBe(1);
  expect(replaced).toContain('my words');
  await tab.press('Control+z');
  await until('the earlier one', async () => {
    const back = addresses(await readMail(tab));
    return back.join() === addresses(after).join();
  });
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

test('Gmail: the pin stands at the signature in the settings too, and the place can be noted', async ({
  driver,
}) => {
  await pullBadges(driver);
  const library = await driver.extensionPage('library.html#places');
  await storeSettings(library, { rememberPlaces: true });
  await switchSite(driver, 'gmail', ['https://mail.google.com/*']);
  const tab = await driver.newTab('https://mail.google.com/mail/u/0/#settings/general');
  await tab.evaluate(() => {
    const body = document.querySelector<HTMLElement>('.signature-setting');
    Object.assign(window, { readMail: () => body?.innerHTML ?? '' });
  });
  await tab.click('.signature-setting');
  await pressPin(driver, tab);
  await untilToast(driver, tab, 'Signature inserted');
  expect(addresses(await readMail(tab)).length).toBeGreaterThan(0);
  const notes = () =>
    library.evaluate(() =>
      [...document.querySelectorAll('.place-words p')].map(({ textContent }) => textContent ?? ''),
    );
  const badges = new Set(addresses(await readMail(tab))).size;
  await until('the notes', async () => (await notes()).length === badges);
  expect((await notes()).every((note) => note.startsWith('Gmail'))).toBe(true);
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

const origin = 'https://webmail.example.org';

/** A library with badges, Roundcube as one of the user's webmails, and its inbox. */
async function openInbox(
  driver: Driver,
  { user, password }: { user: string; password: string },
): Promise<Tab> {
  await pullBadges(driver);
  await addOwnWebmail(driver, 'roundcube', origin);
  const tab = await driver.newTab(`${origin}/`);
  await untilVisible(tab, '#rcmloginuser');
  await tab.fill('#rcmloginuser', user);
  await tab.fill('#rcmloginpwd', password);
  await tab.press('Enter');
  await until('the inbox', () => tab.evaluate(() => document.querySelector('#messagelist tr') !== null));
  return tab;
}

test.describe('Roundcube', () => {
  test.use({ withRoundcube: true });

  test('Roundcube: the signature is in the mail that arrives, and a received badge is marked', async ({
    driver,
    world,
  }) => {
    test.setTimeout(120_000);
    const roundcube = world.roundcube;
    if (!roundcube) return expect(process.platform, 'Roundcube must be installed on Linux').not.toBe('linux');
    const tab = await openInbox(driver, roundcube);
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

  test('Roundcube: the signature goes into an identity, is saved, and stands in the next mail once', async ({
    driver,
    world,
  }) => {
    const roundcube = world.roundcube;
    if (!roundcube) return expect(process.platform, 'Roundcube must be installed on Linux').not.toBe('linux');
    const tab = await openInbox(driver, roundcube);
    await tab.goto(`${origin}/?_task=settings&_action=edit-identity&_iid=1&_framed=1`);
    await untilVisible(tab, '#rcmfd_signature');
    // Roundcube's own switch to its rich editor.
    await tab.click('a.mce-i-html');
    await untilVisible(tab, '#rcmfd_signature_ifr');
    await tab.click('#rcmfd_signature_ifr');
    await tab.type('Regards, Haneul');
    await pressPin(driver, tab);
    await untilToast(driver, tab, 'Signature inserted');
    await tab.evaluate(() => {
      Object.assign(window, { isUnsaved: true });
      document.querySelector<HTMLElement>('.formbuttons .submit, button.submit')?.click();
    });
    await until('the saved identity', () =>
      tab.evaluate(() => !('isUnsaved' in window) && document.querySelector('#rcmfd_signature') !== null),
    );

    await tab.goto(`${origin}/?_task=mail&_action=compose&_to=seoyeon.lee@example.com&_subject=Badges`);
    await untilVisible(tab, '#composebody_ifr');
    const draft = () =>
      tab.evaluate(
        () =>
          document.querySelector<HTMLIFrameElement>('#composebody_ifr')?.contentDocument?.body.innerHTML ??
          '',
      );
    const first = await until('the signature', async () => {
      const text = await draft();
      return addresses(text).length > 0 ? text : null;
    });
    expect(first).toContain('Regards, Haneul');
    await tab.click('#composebody_ifr');
    await pressPin(driver, tab);
    await untilToast(driver, tab, 'already here');
    expect(addresses(await draft())).toEqual(addresses(first));
    await tab.click('#toolbar-menu .send, #messagetoolbar .send, a.send, button.send');
    const mail = await until('the mail', async () => (await roundcube.mails())[0]);
    expect(new Set(addresses(mail.html))).toEqual(new Set(addresses(first)));
    expect(mail.html).toContain('https://images.credly.com/');
    if (process.env['PICTURES']) await showMail(driver, mail.html);
  });
});

/** The mail as whoever gets it sees it, without any styles of a webmail around it. */
async function showMail(driver: Driver, html: string): Promise<void> {
  const tab = await driver.newTab('https://mail.google.com/fixture');
  await tab.evaluate((content: string) => {
    document.body.innerHTML = content;
  }, html);
  await tab.screenshot(`${process.env['PICTURES']}/received-${driver.name}.png`);
}
