import { until, untilText, untilVisible, type Driver, type Tab } from './driver.ts';
import { partsIn, pressPart, untilParts } from './in-page.ts';
import { ask, readLibrary } from './library-state.ts';
import { pullBadges, showFixture, switchSite } from './site-pages.ts';
import { addOwnWebmail } from './sites.ts';
import { expect, test } from './test.ts';

const origin = 'https://webmail.example.org';

interface Api {
  alarms: { getAll(): Promise<{ name: string }[]>; create(name: string, info: object): Promise<void> };
}

/** The background's alarms for open claims. */
const readAlarms = (tab: Tab) =>
  tab.evaluate(async () => {
    const api = globalThis as unknown as { browser?: Api; chrome: Api };
    const all = await (api.browser ?? api.chrome).alarms.getAll();
    return all.map(({ name }) => name).filter((name) => name.startsWith('claim-refresh'));
  });

/** Lets the first of them go off now: a test does not wait for a minute. */
const ringAlarm = (tab: Tab) =>
  tab.evaluate(async () => {
    const api = globalThis as unknown as { browser?: Api; chrome: Api };
    await (api.browser ?? api.chrome).alarms.create('claim-refresh 1', { when: Date.now() });
  });

async function signIn(tab: Tab, { user, password }: { user: string; password: string }): Promise<void> {
  await untilVisible(tab, '#rcmloginuser');
  await tab.fill('#rcmloginuser', user);
  await tab.fill('#rcmloginpwd', password);
  await tab.press('Enter');
  await until('the inbox', () => tab.evaluate(() => document.querySelector('#messagelist tr') !== null));
}

/** Opens a mail by its number and waits until our marks stand in it: then everything of ours has looked at it. */
async function openMail(driver: Driver, tab: Tab, number: number): Promise<void> {
  await tab.goto(`${origin}/?_task=mail&_action=show&_mbox=INBOX&_uid=${number}`);
  await until('a mark in the mail', async () => (await partsIn(driver, tab, '.mark')).length > 0);
}

test.describe('Roundcube', () => {
  test.use({ withRoundcube: true });

  test('a badge mail leads to its claim page, and the accepted badge comes by itself; imitations lead nowhere', async ({
    driver,
    world,
  }) => {
    test.setTimeout(150_000);
    const { roundcube, claims } = world;
    if (!roundcube) return expect(process.platform, 'Roundcube must be installed on Linux').not.toBe('linux');
    await pullBadges(driver);
    await addOwnWebmail(driver, 'roundcube', origin);
    const tab = await driver.newTab(`${origin}/`);
    await signIn(tab, roundcube);
    for (const [index, mail] of claims.mails.entries()) {
      await openMail(driver, tab, index + 2);
      const links = await partsIn(driver, tab, '.claim');
      expect(
        links.map(({ text }) => text),
        mail.id,
      ).toEqual(mail.isGenuine ? ['Open the claim page at Credly'] : []);
    }

    await openMail(driver, tab, 2);
    const [link] = await untilParts(driver, tab, '.claim', 1);
    if (!link) throw new Error('no link');
    const opened = () => world.log.filter(({ url }) => url.href === claims.link);
    expect(opened(), 'nothing is opened before the press').toEqual([]);
    await pressPart(tab, link);
    const [request] = await until('the claim page', async () => (opened().length > 0 ? opened() : null));
    expect(request?.headers['referer'], 'the page does not learn which mail it was').toBeUndefined();

    const library = await driver.extensionPage('library.html#doctor');
    await untilText(library, 'Waiting to be accepted');
    await until('the reminders', async () => (await readAlarms(library)).length === 3);
    const stored = await library.evaluate(
      () =>
        new Promise<string>((done) => {
          const open = indexedDB.open('lapelpin');
          open.addEventListener('success', () => {
            const all = open.result.transaction('claims').objectStore('claims').getAll();
            all.addEventListener('success', () => done(JSON.stringify(all.result)));
          });
        }),
    );
    expect(JSON.parse(stored)).toHaveLength(1);
    expect(stored, 'the link stays in the mail').not.toContain(claims.waiting.id);

    const page = await driver.newTab(claims.link);
    await page.click('#accept');
    await untilVisible(page, '#taken');
    await ringAlarm(library);
    await until('the new badge', async () =>
      (await readLibrary(library)).badges.some(({ id }) => id.endsWith(claims.waiting.id)),
    );
    const isGone = () => !document.body.innerText.includes('Waiting to be accepted');
    await until('nothing to wait for', () => library.evaluate(isGone));
    await ringAlarm(library);
    await until('the reminders to end', async () => (await readAlarms(library)).length === 0);
  });
});

test('Gmail: only the message that is from Credly has the link, whatever names and bodies say', async ({
  driver,
}) => {
  await switchSite(driver, 'gmail', ['https://mail.google.com/*']);
  const tab = await driver.newTab('https://mail.google.com/fixture');
  await showFixture(tab, 'gmail-claim');
  await untilParts(driver, tab, '.mark', 2);
  await untilParts(driver, tab, '.claim', 1);
  await showFixture(tab, 'gmail-claim', (html) =>
    html.replaceAll('email="admin@credly.com" name', 'email="admin@credly.example" name'),
  );
  await untilParts(driver, tab, '.mark', 2);
  await untilParts(driver, tab, '.claim', 0);
});

test('Outlook: a link behind SafeLinks is looked through, and one that leads elsewhere is not offered', async ({
  driver,
}) => {
  await switchSite(driver, 'outlook', [
    'https://outlook.live.com/*',
    'https://outlook.office.com/*',
    'https://outlook.office365.com/*',
    'https://outlook.cloud.microsoft/*',
  ]);
  const tab = await driver.newTab('https://outlook.office.com/fixture');
  await showFixture(tab, 'outlook-claim');
  await untilParts(driver, tab, '.claim', 1);
  await showFixture(tab, 'outlook-claim', (html) =>
    html.replace('www.credly.com%2Fgo%2FDXOE6zMD', 'www.credly.example%2Fgo%2FDXOE6zMD'),
  );
  await untilParts(driver, tab, '.claim', 0);
});

test('a claim that one no longer waits for can be dropped', async ({ driver }) => {
  await pullBadges(driver);
  const tab = await driver.extensionPage('library.html#doctor');
  for (const odd of [
    { sourceId: 'credly', digest: 'https://www.credly.com/go/DXOE6zMD' },
    { sourceId: 'nobody', digest: 'a'.repeat(64) },
  ])
    await expect(ask(tab, 'noteClaim', odd)).rejects.toThrow('unexpected');
  await ask(tab, 'noteClaim', { sourceId: 'credly', digest: 'a'.repeat(64) });
  await untilText(tab, 'Waiting to be accepted');
  for (const surface of ['popup.html', 'library.html#collection']) {
    const other = await driver.extensionPage(surface);
    await untilText(other, '1 badge waits to be accepted');
    await other.close();
  }
  await tab.bringToFront();
  await tab.click('.claims .icon-button');
  const isGone = () => !document.body.innerText.includes('Waiting to be accepted');
  await until('nothing to wait for', () => tab.evaluate(isGone));
});
