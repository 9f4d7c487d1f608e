import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import { press, until, untilText, untilVisible, type Driver, type Tab } from './driver.ts';
import { ask, giveConsent, readLibrary } from './library-state.ts';
import { expect, test } from './test.ts';

/** The page where badges are added, with these hosts agreed to. */
async function openAdd(driver: Driver, hosts: readonly string[]): Promise<Tab> {
  const tab = await driver.extensionPage('library.html#add');
  await giveConsent(tab);
  for (const host of hosts) await driver.agreeToHost(`https://${host}/*`);
  await untilVisible(tab, '#connect-input');
  return tab;
}

/** Pastes a profile there. */
async function paste(driver: Driver, profile: string, hosts: readonly string[]): Promise<Tab> {
  const tab = await openAdd(driver, hosts);
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

test('Trailhead is off until the user, told what it is, takes it: then certifications and pages of badges come in', async ({
  driver,
  world,
}) => {
  const { profile } = world.trailhead;
  const tab = await openAdd(driver, ['profile.api.trailhead.com']);
  await expect(ask(tab, 'connectAccount', { input: profile })).rejects.toThrow(/source-off/);
  await tab.fill('#connect-input', profile);
  await untilText(tab, en.importUnofficial.message.replace('$1', 'Salesforce Trailhead'));
  expect(world.log.filter(({ host }) => host.includes('trailhead'))).toEqual([]);
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
