import { webmails } from '../../utils/webmails/index.ts';
import { until, type Driver, type Tab } from './driver.ts';
import { pressPart, untilParts } from './in-page.ts';
import { pullBadges, switchSite } from './site-pages.ts';
import { addOwnWebmail } from './sites.ts';
import { expect, test } from './test.ts';

type MailWindow = Window & { readMail?: () => string };
const addresses = (text: string) => text.match(/https:\/\/www\.credly\.com\/badges\/[0-9a-f-]{36}/g) ?? [];

/** Where each stands in the local world; programs that run in a frame are opened without their page. */
const pages: Readonly<Record<string, string>> = {
  naver: 'https://mail.naver.com/write',
  daum: 'https://mail.daum.net/write',
  yahoo: 'https://mail.yahoo.com/write',
  icloud: 'https://www.icloud.com/applications/mail2/write',
  proton: 'https://mail.proton.me/write',
  fastmail: 'https://app.fastmail.com/mail/compose/new',
  zoho: 'https://mail.zoho.com/write',
  gmx: 'https://3c.gmx.net/write',
  mailru: 'https://e.mail.ru/write',
  snappymail: 'https://snappy.example.org/write',
  nextcloud: 'https://nextcloud.example.org/write',
  sogo: 'https://sogo.example.org/write',
  zimbra: 'https://zimbra.example.org/write',
  'open-xchange': 'https://ox.example.org/write',
  rainloop: 'https://rainloop.example.org/write',
};

const readMail = (tab: Tab) => tab.evaluate(() => (window as MailWindow).readMail?.() ?? '');
const bare = (text: string) => text.replace(/<br[^>]*>|&nbsp;|<(div|p)[^>]*><\/\1>/g, '');

async function switchWebmailOn(driver: Driver, id: string, origin: string): Promise<void> {
  const matches = webmails.find((webmail) => webmail.id === id)?.matches ?? [];
  if (matches.length > 0) await (await switchSite(driver, id, matches)).close();
  else await (await addOwnWebmail(driver, id, origin)).close();
}

/** Presses the pin, looks at the mail, and takes all of it back. */
async function insertAndUndo(driver: Driver, id: string, address: string): Promise<void> {
  const tab = await driver.newTab(address);
  const before = await until(`the editor of ${id}`, () => readMail(tab));
  const [pin] = await untilParts(driver, tab, '.pin', 1);
  if (!pin) throw new Error('no pin');
  await pressPart(tab, pin);
  const after = await until(`the signature in ${id}`, async () => {
    const mail = await readMail(tab);
    return addresses(mail).length > 0 && mail;
  });
  expect(after, id).toMatch(/<img[^>]+src="https:\/\/images\.credly\.com/);
  const [undo] = await untilParts(driver, tab, '.toast button', 1);
  if (!undo) throw new Error('no undo');
  await pressPart(tab, undo);
  await until(`nothing of it in ${id}`, async () => addresses(await readMail(tab)).length === 0);
  expect(bare(await readMail(tab)), id).toBe(bare(before));
  if (process.env['PICTURES']) await tab.screenshot(`${process.env['PICTURES']}/${id}-${driver.name}.png`);
  await tab.close();
}

const ids = Object.keys(pages);
for (const group of [ids.slice(0, 5), ids.slice(5, 10), ids.slice(10)]) {
  test(`${group.join(', ')}: one pin at the message, and its signature can be undone`, async ({ driver }) => {
    await pullBadges(driver);
    for (const id of group) {
      const address = pages[id] ?? '';
      await switchWebmailOn(driver, id, new URL(address).origin);
      await insertAndUndo(driver, id, address);
    }
  });
}

test('the context menu inserts where the user writes, and says so in the page', async ({ driver }) => {
  await pullBadges(driver);
  const address = pages['open-xchange'] ?? '';
  await switchWebmailOn(driver, 'open-xchange', new URL(address).origin);
  const tab = await driver.newTab(address);
  await untilParts(driver, tab, '.pin', 1);
  await tab.click('.editable');
  await driver.pressMenu(tab, '.editable', 'insert-signature');
  await until('the signature', async () => addresses(await readMail(tab)).length > 0);
  await untilParts(driver, tab, '.toast button', 1);
});
