import { until, untilVisible, type Driver, type Tab } from './driver.ts';
import { ask, readLibrary } from './library-state.ts';
import { partsIn, pressPart, untilParts } from './in-page.ts';
import { pullBadges, switchSite } from './site-pages.ts';
import { flip } from './sites.ts';
import { expect, test } from './test.ts';

const gmailHosts = ['https://mail.google.com/*'];
const outlookHosts = ['live.com', 'office.com', 'office365.com', 'cloud.microsoft'].map(
  (end) => `https://outlook.${end}/*`,
);

/** Presses the pin at the compose's edge and waits for our link in what the page would send. */
async function sign(driver: Driver, tab: Tab, link: string): Promise<void> {
  const [pin] = await untilParts(driver, tab, '.pin', 1);
  if (!pin) throw new Error('no pin');
  await pressPart(tab, pin);
  await until('the toast', async () => (await partsIn(driver, tab, '.toast'))[0]?.text);
  await until('our link', () => tab.evaluate((url: string) => document.body.innerHTML.includes(url), link));
}

test('a mail that is signed and sent in Gmail holds the badges', async ({ driver, world }) => {
  await pullBadges(driver);
  await switchSite(driver, 'gmail', gmailHosts);
  const { pageUrl, name } = world.credly.showcase.valid;
  const tab = await driver.newTab('https://mail.google.com/mail/u/0/?empty&hl=ko');
  await tab.click('.compose');
  await tab.type('안녕하세요');
  await sign(driver, tab, pageUrl);
  await tab.fill('[name=subjectbox]', '지원서');
  await tab.click('.send');
  const mail = await until('the mail', async () => world.gmail.sent[0]);
  expect(mail.subject).toBe('지원서');
  expect(mail.html).toContain('안녕하세요');
  expect(mail.html).toContain(`href="${pageUrl}"`);
  expect(mail.html).toMatch(/<img[^>]+src="https:\/\/images\.credly\.com\/size\/220x220\//);
  expect(mail.html).toContain(`alt="${name}"`);
  expect(mail.html, 'nothing else of ours is in the mail').not.toMatch(/lapelpin|extension:|<style|<script/i);
});

test('the reply below a mail in Gmail, which has no window, is signed too', async ({ driver, world }) => {
  await pullBadges(driver);
  await switchSite(driver, 'gmail', gmailHosts);
  const tab = await driver.newTab('https://mail.google.com/mail/u/0/?empty');
  await tab.click('.reply');
  await tab.type('Thank you');
  await sign(driver, tab, world.credly.showcase.valid.pageUrl);
});

test('a mail that is signed and sent in Outlook holds the badges, by the editor’s own model', async ({
  driver,
  world,
}) => {
  await pullBadges(driver);
  await switchSite(driver, 'outlook', outlookHosts);
  const { pageUrl, name } = world.credly.showcase.valid;
  const tab = await driver.newTab('https://outlook.office.com/mail/?hl=ko');
  await tab.click('.compose');
  await tab.type('Hello');
  await sign(driver, tab, pageUrl);
  await tab.click('[id$=__primaryActionButton]');
  const mail = await until('the mail', async () => world.outlook.sent[0]);
  expect(mail.html).toContain(`href="${pageUrl}"`);
  expect(mail.html).toContain('Hello');
  expect(mail.html).toContain(`alt="${name}"`);
});

/** What each mark says once it was pressed, in the order of the page. */
async function pressAll(driver: Driver, tab: Tab, count: number): Promise<string[]> {
  await untilParts(driver, tab, '.mark', count);
  for (let index = 0; index < count; index += 1) {
    const mark = (await partsIn(driver, tab, '.mark'))[index];
    if (!mark) throw new Error(`mark ${index} is gone`);
    await pressPart(tab, mark);
    await until('the report', async () => {
      const [report] = await partsIn(driver, tab, '.report');
      return report && !report.text.includes('Asking');
    });
    await tab.press('Escape');
    await untilParts(driver, tab, '.report', 0);
  }
  const marks = await partsIn(driver, tab, '.mark');
  return marks.map(({ label }) => label?.split(': ')[1] ?? '');
}

test('LinkedIn: a profile, its older build and the feed tell the badges apart; switched off, nothing is left', async ({
  driver,
}) => {
  const library = await switchSite(driver, 'linkedin', ['https://www.linkedin.com/*']);
  const tab = await driver.newTab('https://www.linkedin.com/in/haneul-kim/');
  await tab.setViewport(1100, 1000);
  expect(await pressAll(driver, tab, 4)).toEqual(['Valid', 'Expired', 'Revoked', 'Not genuine']);
  // Inside the app the address changes without a load; the results are remembered.
  await tab.click('a.spa[href="/in/bora-lee/details/certifications/"]');
  await until('the marks of the next profile', async () => {
    const labels = (await partsIn(driver, tab, '.mark')).map(({ label }) => label?.split(': ')[1]);
    return labels.join() === 'Valid,Expired,Revoked,Not genuine';
  });
  await tab.goto('https://www.linkedin.com/feed/');
  await untilParts(driver, tab, '.mark', 2);
  await tab.goto('https://www.linkedin.com/in/no-badges/');
  await untilVisible(tab, 'main');
  await untilParts(driver, tab, '.mark', 0);

  await tab.goto('https://www.linkedin.com/in/haneul-kim/');
  await untilParts(driver, tab, '.mark', 4);
  await library.bringToFront();
  await flip(library, 'linkedin', 'false');
  const childrenOfOurs = () =>
    [...document.body.children].filter((child) => child.localName === 'div' && child.attributes.length === 0)
      .length;
  await until('an open page without us', async () => (await tab.evaluate(childrenOfOurs)) === 0);
  await tab.goto('https://www.linkedin.com/in/haneul-kim/');
  await untilVisible(tab, '.entry');
  await new Promise((done) => setTimeout(done, 1000));
  expect(await tab.evaluate(childrenOfOurs), 'nothing is injected any more').toBe(0);
});

test('a post in LinkedIn’s share box gets a badge as text, in Quill’s own model', async ({
  driver,
  world,
}) => {
  await pullBadges(driver);
  await switchSite(driver, 'linkedin', ['https://www.linkedin.com/*']);
  const tab = await driver.newTab('https://www.linkedin.com/feed/');
  await tab.click('.start-post');
  const model = () =>
    (window as unknown as { shareEditor?: { getText(): string } }).shareEditor?.getText() ?? '';
  await until('the share box', async () => (await tab.evaluate(model)) !== '');
  await tab.type('News: ');
  const [pin] = await untilParts(driver, tab, '.pin', 1);
  if (!pin) throw new Error('no pin');
  await pressPart(tab, pin);
  const [first] = await until('the list', async () => {
    const all = await partsIn(driver, tab, '.choice button');
    return all.length > 0 ? all : null;
  });
  if (!first) throw new Error('an empty list');
  await pressPart(tab, first);
  const text = await until('the sentence', async () => {
    const now = await tab.evaluate(model);
    return now.includes('credly.com/badges/') ? now : null;
  });
  expect(text).toContain('News: ');
  expect(text).toContain(world.credly.showcase.valid.pageUrl);
});

test('a mail behind SafeLinks: every badge, the picture without proof and the imitation', async ({
  driver,
}) => {
  await switchSite(driver, 'outlook', outlookHosts);
  const tab = await driver.newTab('https://outlook.office.com/mail/');
  await tab.setViewport(1100, 1000);
  // The link and the linked picture of one badge share a mark.
  const verdicts = await pressAll(driver, tab, 7);
  expect(verdicts).toEqual([
    'Valid',
    'Expired',
    'Revoked',
    'Not genuine',
    'Could not check',
    'Not genuine',
    'Picture only',
  ]);
});

test('erased, the extension knows nothing and is in no page', async ({ driver }) => {
  await pullBadges(driver);
  const library = await switchSite(driver, 'linkedin', ['https://www.linkedin.com/*']);
  const tab = await driver.newTab('https://www.linkedin.com/in/haneul-kim/');
  await untilParts(driver, tab, '.mark', 4);
  await ask(library, 'eraseEverything');
  expect((await readLibrary(library)).badges).toEqual([]);
  await tab.goto('https://www.linkedin.com/in/haneul-kim/');
  await new Promise((done) => setTimeout(done, 1000));
  const childrenOfOurs = () =>
    [...document.body.children].filter((child) => child.localName === 'div' && child.attributes.length === 0)
      .length;
  expect(await tab.evaluate(childrenOfOurs)).toBe(0);
});
