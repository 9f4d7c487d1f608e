import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import { until, type Driver, type Tab } from './driver.ts';
import { partsIn, pressPart, untilParts } from './in-page.ts';
import { showFixture, switchSite } from './site-pages.ts';
import { expect, test } from './test.ts';

const folder = process.env['PICTURES'];

/** Presses the first mark and waits until its report says this. */
async function readReport(driver: Driver, tab: Tab, words: string): Promise<string> {
  const [mark] = await until('a mark', async () => {
    const marks = await partsIn(driver, tab, '.mark');
    return marks.length > 0 ? marks : null;
  });
  if (!mark) throw new Error('no mark');
  await pressPart(tab, mark);
  return until(words, async () => {
    const [report] = await partsIn(driver, tab, '.report');
    return report?.text.includes(words) ? report.text : null;
  });
}

for (const { from, words, state } of [
  { from: 'haneul@example.org', words: en.holder_sender_yes.message, state: en.verdict_valid.message },
  { from: 'someone@example.org', words: en.holder_sender_no.message, state: en.verdict_not_yours.message },
]) {
  test(`a mail from ${from}: the badge is compared with who sent it`, async ({ driver, world }) => {
    await switchSite(driver, 'gmail', ['https://mail.google.com/*']);
    const tab = await driver.newTab('https://mail.google.com/fixture');
    const { id } = world.credly.showcase.valid;
    await showFixture(tab, 'gmail-message', (html) =>
      html
        .replaceAll('11111111-2222-4333-8444-555555555555', id)
        .replace('email="haneul@example.org"', `email="${from}"`),
    );
    await readReport(driver, tab, words);
    const marks = await partsIn(driver, tab, '.mark');
    expect(marks[0]?.label).toContain(state);
    // The issuer's page was not needed for that, and what the mail says of its sender went nowhere.
    expect(world.log.filter(({ url }) => url.pathname.includes('public_url'))).toEqual([]);
    if (folder) await tab.screenshot(`${folder}/holder-sender-${state.length}-${driver.name}.png`);
  });
}

test('a profile: the printed name is compared with its owner’s, and no more is said', async ({
  driver,
  world,
}) => {
  await switchSite(driver, 'linkedin', ['https://www.linkedin.com/*']);
  const tab = await driver.newTab('https://www.linkedin.com/in/haneul-kim/');
  await untilParts(driver, tab, '.mark', (await partsIn(driver, tab, '.mark')).length);
  const show = (name: string) =>
    tab.evaluate((words: string) => {
      document.title = `(2) ${words} | LinkedIn`;
      document.querySelector('main h1')?.remove();
      const heading = document.createElement('h1');
      heading.textContent = words;
      document.querySelector('main')?.prepend(heading);
    }, name);
  await show('Kim Haneul');
  await readReport(driver, tab, en.holder_profile_yes.message);
  if (folder) await tab.screenshot(`${folder}/holder-profile-${driver.name}.png`);
  expect(world.log.some(({ url }) => url.pathname.includes('public_url'))).toBe(true);
  await tab.press('Escape');
  await show('Minjun Park');
  await tab.goto('https://www.linkedin.com/in/haneul-kim/');
  await show('Minjun Park');
  const report = await readReport(driver, tab, en.holder_profile_no.message);
  expect(report).toContain(en.verdictLine_valid.message.slice(0, 5));
});
