import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import { expectClean } from './clean.ts';
import { press, until, untilText, untilVisible, type Driver, type Tab } from './driver.ts';
import { ask, giveConsent, readLibrary } from './library-state.ts';
import { expect, test } from './test.ts';

const folder = process.env['PICTURES'];

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
  await untilVisible(popup, '.share-main');
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
  await openPlace(popup, 'X');
  await press(popup, en.wordsOpen.message.replace('$1', 'X'));
  const tweet = await asked('x.com', '/intent/post');
  expect(tweet.url.searchParams.get('url')).toBe(pageUrl);
  expect(tweet.url.searchParams.get('text')).toContain(name);

  await popup.bringToFront();
  await openPlace(popup, 'Facebook');
  const facebook = await asked('www.facebook.com', '/sharer/sharer.php');
  expect(facebook.url.searchParams.get('u')).toBe(pageUrl);

  await popup.bringToFront();
  await openPlace(popup, en.share_naver.message);
  await press(popup, '한국어');
  await until('Korean words', async () => (await wordsOf(popup)).includes('배지 취득'));
  await popup.fill('#share-text', '받았습니다 🎉 & #자랑 100%');
  await press(popup, en.wordsOpen.message.replace('$1', en.share_naver.message));
  const naver = await asked('share.naver.com', '/web/shareView');
  expect(naver.url.searchParams.get('title')).toBe('받았습니다 🎉 & #자랑 100%');
  expect(naver.url.searchParams.get('url')).toBe(pageUrl);

  await popup.bringToFront();
  await openPlace(popup, 'Mastodon');
  await popup.fill('#mastodon-server', '@haneul@Social.Example.org');
  await press(popup, en.wordsOpen.message.replace('$1', 'Mastodon'));
  const toot = await asked('social.example.org', '/share');
  expect(toot.url.searchParams.get('text')).toContain(pageUrl);
});

/** Presses one of the places behind the search. */
async function openPlace(popup: Tab, name: string): Promise<void> {
  await popup.evaluate((wanted: string) => {
    document.querySelector('.more-places')?.setAttribute('open', '');
    const buttons = [...document.querySelectorAll<HTMLElement>('.more-places li > .button')];
    buttons.find((button) => button.textContent === wanted)?.click();
  }, name);
}

function wordsOf(popup: Tab): Promise<string> {
  return popup.evaluate(() => document.querySelector<HTMLTextAreaElement>('#share-text')?.value ?? '');
}

test('the four places, the template and the draft are still there when the popup opens again', async ({
  driver,
}) => {
  const popup = await openShareSheet(driver);
  await popup.evaluate(() => document.querySelector('.more-places')?.setAttribute('open', ''));
  await popup.fill('#share-search', 'slack');
  await press(popup, en.sharePlaceFirst.message.replace('$1', 'Slack'));
  await until('Slack first', async () => (await firstOf(popup))[0] === 'Slack');
  await popup.click('.share-large');
  await untilVisible(popup, '#share-text');
  await popup.evaluate(() => document.querySelector('.share-compose details')?.setAttribute('open', ''));
  await popup.fill('#share-template', 'New: {badge}!');
  await until('the template filled', async () => (await wordsOf(popup)).startsWith('New: '));
  await popup.click('.tags button');
  await until('the tag', async () => (await wordsOf(popup)).includes('#'));
  // What is being typed is written a moment later.
  await new Promise((done) => setTimeout(done, 500));
  await popup.close();
  const again = await driver.extensionPage('popup.html');
  await untilVisible(again, '#share-text');
  expect(await wordsOf(again)).toMatch(/^New: .*! #/);
  expect((await firstOf(again))[0]).toBe('Slack');
  await press(again, en.wordsCopy.message.replace('$1', 'Slack'));
  await untilText(again, en.wordsCopiedFor.message.replace('$1', 'Slack'));
});

function firstOf(popup: Tab): Promise<(string | null)[]> {
  return popup.evaluate(() =>
    [...document.querySelectorAll('.share-large strong')].map((name) => name.textContent),
  );
}

for (const look of [
  { language: 'en', colorScheme: 'light' },
  { language: 'ko', colorScheme: 'dark' },
] as const) {
  test(`the share sheet is accessible and fits (${look.language}, ${look.colorScheme})`, async ({
    launch,
  }) => {
    const popup = await openShareSheet(await launch(look));
    await expectClean(popup, '.share-main', 'the four places');
    if (folder) await popup.screenshot(`${folder}/share-${look.language}.png`);
    await popup.evaluate(() => {
      for (const fold of document.querySelectorAll('details')) fold.open = true;
    });
    await expectClean(popup, '.more-places li', 'all places');
    for (const [place, name] of ['X', 'Mastodon'].entries()) {
      await openPlace(popup, name);
      await until(name, () =>
        popup.evaluate((wanted: string) => {
          const label = document.querySelector('label[for=share-text]')?.textContent;
          return label?.includes(wanted);
        }, name),
      );
      await popup.evaluate(() => {
        for (const fold of document.querySelectorAll('details')) fold.open = true;
        document.querySelector('.share-compose')?.scrollIntoView();
      });
      await expectClean(popup, '.share-compose', `words for ${name}`);
      if (folder) await popup.screenshot(`${folder}/share-${look.language}-words-${place}.png`);
    }
    await popup.evaluate(() => document.querySelector('.more-places')?.scrollIntoView());
    if (folder) await popup.screenshot(`${folder}/share-${look.language}-places.png`);
    await popup.evaluate(() => document.querySelector('.place-order')?.scrollIntoView());
    if (folder) await popup.screenshot(`${folder}/share-${look.language}-order.png`);
  });
}

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
