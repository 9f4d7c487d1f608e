import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import { press, until, untilText, untilVisible, type Driver, type Tab } from './driver.ts';
import { giveConsent, readLibrary } from './library-state.ts';
import { expect, test } from './test.ts';

/** Pastes a profile into the field where badges are added. */
async function paste(driver: Driver, profile: string, hosts: readonly string[]): Promise<Tab> {
  const tab = await driver.extensionPage('library.html#add');
  await giveConsent(tab);
  for (const host of hosts) await driver.agreeToHost(`https://${host}/*`);
  await untilVisible(tab, '#connect-input');
  await tab.fill('#connect-input', profile);
  await press(tab, en.connectFetch.message);
  return tab;
}

const found = (tab: Tab, count: number) =>
  until(`${count} badges`, async () => {
    const now = await readLibrary(tab);
    return now.badges.length === count && !now.accounts[0]?.progress ? now : null;
  });

test('a Google Skills profile: what the page shows comes in, and what could not be read is counted', async ({
  driver,
  world,
}) => {
  const tab = await paste(driver, world.google.profile, ['www.skills.google', 'cdn.qwiklabs.com']);
  const { accounts, badges } = await found(tab, 3);
  expect(accounts[0]).toMatchObject({ statedTotal: 5, foundTotal: 3, error: null });
  expect(badges.map(({ name }) => name)).toContain('Set Up a Network & a Load Balancer');
  const sent = world.log.filter(({ host }) => host === 'www.skills.google');
  expect(sent.filter(({ headers }) => headers['cookie'] ?? headers['referer'])).toEqual([]);
});

test('a Google Skills profile that is not public leads away, and that is said', async ({ driver, world }) => {
  const other = world.google.profile.replace('11111111', '99999999');
  const tab = await paste(driver, other, ['www.skills.google', 'cdn.qwiklabs.com']);
  await untilText(tab, en.error_private_profile.message);
});

test('Trailhead is off until it is switched on: then certifications and pages of badges come in', async ({
  driver,
  world,
}) => {
  const tab = await paste(driver, world.trailhead.profile, ['profile.api.trailhead.com']);
  await untilText(tab, en.error_source_off.message);
  expect(world.log.filter(({ host }) => host.includes('trailhead'))).toEqual([]);
  const accounts = await driver.extensionPage('library.html#accounts');
  const switchOn = '[role=switch][aria-labelledby="source-trailhead"]';
  await untilVisible(accounts, switchOn);
  await accounts.click(switchOn);
  await untilVisible(accounts, `${switchOn}[aria-checked=true]`);
  await tab.bringToFront();
  await tab.fill('#connect-input', world.trailhead.profile);
  await press(tab, en.connectFetch.message);
  const { badges } = await found(tab, 6);
  expect(badges.map(({ name }) => name).toSorted()).toEqual([
    'Apex Basics',
    'Force Developer 401',
    'Platform Administrator',
    'Security Superbadge',
    'Sharing Architect',
    '데이터 모델링',
  ]);
});
