import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import { press, until, untilText, untilVisible, type Driver, type Tab } from './driver.ts';
import { ask, giveConsent, readLibrary } from './library-state.ts';
import { expect, test } from './test.ts';

/** A library with the 61 badges, and the popup on the newest one's share sheet. */
async function openShareSheet(driver: Driver): Promise<Tab> {
  const tab = await driver.extensionPage('library.html#privacy');
  await giveConsent(tab);
  await ask(tab, 'connectAccount', { input: 'haneul-kim' });
  await until('61 badges', async () => (await readLibrary(tab)).accounts[0]?.foundTotal === 61);
  const popup = await driver.extensionPage('popup.html');
  await popup.setViewport(380, 560);
  await untilVisible(popup, 'li');
  await popup.press('ArrowDown');
  await popup.press('Enter');
  await untilText(popup, en.shareSignature.message);
  return popup;
}

test('each place gets the right address', async ({ driver, world }) => {
  const popup = await openShareSheet(driver);
  const { pageUrl, name } = world.credly.showcase.valid;
  const asked = (host: string, path: string) =>
    until(`${host}${path}`, async () =>
      world.log.find((one) => one.host === host && one.url.pathname === path),
    );

  await press(popup, en.share_linkedin_post.message);
  const post = await asked('www.linkedin.com', '/sharing/share-offsite/');
  expect(post.url.searchParams.get('url')).toBe(pageUrl);

  await popup.bringToFront();
  await press(popup, 'X');
  const tweet = await asked('x.com', '/intent/post');
  expect(tweet.url.searchParams.get('url')).toBe(pageUrl);
  expect(tweet.url.searchParams.get('text')).toContain(name);

  await popup.bringToFront();
  await press(popup, 'Facebook');
  const facebook = await asked('www.facebook.com', '/sharer/sharer.php');
  expect(facebook.url.searchParams.get('u')).toBe(pageUrl);
});

/** Fields of the guided entry that are ticked. Runs in the page. */
const countTicks = () => document.querySelectorAll('.ticked').length;

test('the guided LinkedIn entry survives the popup closing, with what was copied ticked', async ({
  driver,
}) => {
  const popup = await openShareSheet(driver);
  await press(popup, en.share_linkedin_profile.message);
  await untilText(popup, en.fieldOrganization.message);
  await popup.press('1');
  await popup.press('2');
  await until('two ticks', async () => (await popup.evaluate(countTicks)) === 2);
  await popup.close();
  const again = await driver.extensionPage('popup.html');
  await untilText(again, en.fieldOrganization.message);
  await until('two ticks again', async () => (await again.evaluate(countTicks)) === 2);
});

test('what was copied is the link', async ({ driver, world }) => {
  const popup = await openShareSheet(driver);
  await press(popup, en.share_copy_link.message);
  const page = await driver.newTab('https://editors.example.org/textarea');
  await untilVisible(page, 'textarea');
  await page.click('textarea');
  await page.press('Control+v');
  await until('the pasted link', () =>
    page.evaluate(
      (url: string) => document.querySelector('textarea')?.value.includes(url),
      world.credly.showcase.valid.pageUrl,
    ),
  );
});
