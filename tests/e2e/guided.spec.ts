import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import { expectClean } from './clean.ts';
import { press, until, untilText, untilVisible, type Driver, type Tab } from './driver.ts';
import { ask, giveConsent, readLibrary } from './library-state.ts';
import { expect, test } from './test.ts';

const field = '#guided-organization';
const folder = process.env['LAPELPIN_SHOTS'];

for (const surface of ['popup.html', 'sidepanel.html']) {
  test(`the page that the user names is picked for the issuer from then on (${surface})`, async ({
    driver,
    world,
  }) => {
    const tab = await openGuided(driver, surface);
    await untilVisible(tab, field);

    await tab.fill(field, 'https://www.linkedin.com/in/haneul-kim/');
    await press(tab, en.organizationKeep.message);
    await untilText(tab, en.organizationWrong.message);
    await tab.fill(field, 'https://www.linkedin.com/company/1234567/about/');
    await press(tab, en.organizationKeep.message);
    await untilText(tab, 'linkedin.com/company/1234567');

    await press(tab, en.guidedOpenForm.message);
    const asked = await until('the form', async () =>
      world.log.find(({ host, url }) => host === 'www.linkedin.com' && url.pathname === '/profile/add'),
    );
    expect(asked.url.searchParams.get('organizationId')).toBe('1234567');
    expect(asked.url.searchParams.has('organizationName')).toBe(false);

    await tab.close();
    const again = await driver.extensionPage(surface);
    await untilText(again, 'linkedin.com/company/1234567');
    await again.bringToFront();
    await again.click(field);
    await again.press('Control+a');
    await again.press('Delete');
    await press(again, en.organizationKeep.message);
    await until('the choice taken back', () =>
      again.evaluate(() => !document.body.textContent?.includes('linkedin.com/company/1234567')),
    );
  });
}

for (const look of [
  { language: 'en', colorScheme: 'light' },
  { language: 'ko', colorScheme: 'dark' },
] as const) {
  test(`the choice of an organization is accessible (${look.language}, ${look.colorScheme})`, async ({
    launch,
  }) => {
    const tab = await openGuided(await launch(look), 'popup.html');
    await expectClean(tab, field, 'nothing chosen');
    await tab.fill(field, 'https://example.org/company');
    await tab.click('.guided-organization .button');
    await expectClean(tab, '.guided-organization [role="alert"]', 'a wrong address');
    await tab.fill(field, 'linkedin.com/company/northwind-cloud-academy-of-applied-platform-engineering');
    await tab.click('.guided-organization .button');
    await expectClean(tab, '.guided-organization .out-link', 'a page');
    await tab.evaluate(() => document.querySelector('.guided-organization')?.scrollIntoView());
    if (folder) await tab.screenshot(`${folder}/guided-${look.language}-${look.colorScheme}.png`);
  });
}

/** The guided entry of the newest of 61 badges. */
async function openGuided(driver: Driver, surface: string): Promise<Tab> {
  const library = await driver.extensionPage('library.html#privacy');
  await giveConsent(library);
  await ask(library, 'connectAccount', { input: 'haneul-kim' });
  await until('61 badges', async () => (await readLibrary(library)).accounts[0]?.foundTotal === 61);
  const tab = await driver.extensionPage(surface);
  await tab.setViewport(380, 560);
  await untilVisible(tab, '.badge-card');
  await tab.press('ArrowDown');
  await tab.press('Enter');
  await untilVisible(tab, '.share-large');
  await tab.click('.share-large:nth-of-type(2)');
  return tab;
}
