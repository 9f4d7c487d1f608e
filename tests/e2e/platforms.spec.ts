import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import { until, untilText, untilVisible, type Driver, type Tab } from './driver.ts';
import { ask, giveConsent, readLibrary } from './library-state.ts';
import { expect, test } from './test.ts';
import type { World } from '../world/world.ts';

async function openAdd(driver: Driver): Promise<Tab> {
  const tab = await driver.extensionPage('library.html#add');
  await giveConsent(tab);
  await tab.bringToFront();
  await untilVisible(tab, '#connect-input');
  return tab;
}

/** Pastes a link, agrees to its hosts (any other that were asked for would leave the browser waiting) and adds it. */
async function addLink(driver: Driver, tab: Tab, link: string, hosts: readonly string[]): Promise<void> {
  await tab.fill('#connect-input', link);
  for (const host of hosts) await driver.agreeToHost(`https://${host}/*`);
  await tab.bringToFront();
  await tab.click('.connect .button');
}

/** A stored badge by its name, once no pull is under way. */
function stored(tab: Tab, name: string): Promise<StoredBadge> {
  return until(name, async () => (await readAll(tab)).find((badge) => badge.achievement.name === name));
}

interface StoredBadge {
  readonly id: string;
  readonly accountId: string;
  readonly achievement: { readonly name: string };
  readonly issuer: { readonly name: string };
  readonly recipientName: string | null;
  readonly issuedOn: string;
  readonly state: string;
  readonly basis: string;
  readonly missingSince: string | null;
}

/** Everything that is stored of the badges. */
function readAll(tab: Tab): Promise<StoredBadge[]> {
  return tab.evaluate(async () => {
    const open = indexedDB.open('lapelpin');
    const database = await new Promise<IDBDatabase>((done) =>
      open.addEventListener('success', () => done(open.result)),
    );
    const request = database.transaction('badges').objectStore('badges').getAll();
    const rows = await new Promise<StoredBadge[]>((done) =>
      request.addEventListener('success', () => done(request.result as StoredBadge[])),
    );
    database.close();
    return rows;
  });
}

/** Which platforms were asked; browsers ask their makers, too. */
const hostsAsked = ({ log, platforms }: World) =>
  [...new Set(log.map(({ host }) => host))].filter((host) => host in platforms.sites).toSorted();

/** Asks the account of a badge again, to the end. */
async function refresh(tab: Tab, { accountId }: StoredBadge): Promise<void> {
  const before = await until('the pull before', () => syncedAt(tab, accountId));
  await ask(tab, 'syncAccounts', { accountId });
  await until('the pull is over', async () => {
    const now = await syncedAt(tab, accountId);
    return now !== null && now !== before;
  });
}

/** When an account was pulled to the end; null while it is under way. */
async function syncedAt(tab: Tab, accountId: string): Promise<string | null> {
  const accounts = (await readLibrary(tab)).accounts as readonly (object & {
    readonly id?: string;
    readonly syncedAt?: string | null;
    readonly progress: object | null;
  })[];
  const account = accounts.find(({ id }) => id === accountId);
  return account?.progress ? null : (account?.syncedAt ?? null);
}

test('a Moodle badge is added by its link, and only that Moodle is asked', async ({ driver, world }) => {
  const { link, name } = world.platforms.badges.moodle;
  const tab = await openAdd(driver);
  await tab.fill('#connect-input', link);
  await untilText(tab, 'Moodle');
  expect(hostsAsked(world)).toEqual([]);
  await addLink(driver, tab, link, ['moodle.harbour.example.org']);
  const badge = await stored(tab, name);
  expect(badge).toMatchObject({
    issuer: { name: 'Harbour University' },
    issuedOn: '2026-01-20',
    state: 'public',
    basis: 'record',
  });
  await until('its picture', async () => (await readLibrary(tab)).pictures === 1);
  expect(hostsAsked(world)).toEqual(['moodle.harbour.example.org']);
  expect(JSON.stringify(badge)).not.toContain('5f0c2e7a');
});

test('an Accredible badge is found behind its short link', async ({ driver, world }) => {
  const { link, name } = world.platforms.badges.accredible;
  const tab = await openAdd(driver);
  await addLink(driver, tab, link, ['api.accredible.com', 'www.credential.net']);
  const badge = await stored(tab, name);
  expect(badge).toMatchObject({
    id: 'accredible:6f0c1a52-98d1-4b3e-a2f4-0a1b2c3d4e5f',
    issuer: { name: 'Northwind Cloud Academy' },
    recipientName: 'Haneul Kim',
    state: 'public',
  });
  expect(JSON.stringify(badge)).not.toContain('@');
  await until('its picture', async () => (await readLibrary(tab)).pictures === 1);
});

test('a collection of Canvas comes in as a whole', async ({ driver, world }) => {
  const tab = await openAdd(driver);
  const hosts = ['api.badgr.io', 'api.badges.parchment.com'];
  await addLink(driver, tab, world.platforms.badges.collection.link, hosts);
  await stored(tab, world.platforms.badges.canvas.name);
  await stored(tab, 'Estuary Surveyor');
  expect(hostsAsked(world)).toEqual(['api.badgr.io']);
  // The pictures lie somewhere else on that host.
  await until('their pictures', async () => (await readLibrary(tab)).pictures === 2);
});

test('certificate pages come in with what they state, marked as pages', async ({ driver, world }) => {
  const { badges } = world.platforms;
  const tab = await openAdd(driver);
  for (const platform of ['certifier', 'sertifier', 'coursera', 'edx', 'skilljar', 'oracle'] as const) {
    const { link, name } = badges[platform];
    await addLink(driver, tab, link, [new URL(link).host]);
    expect(await stored(tab, name)).toMatchObject({
      accountId: `${platform}:links`,
      issuedOn: '2026-04-09',
      state: 'link-only',
      basis: 'page',
    });
  }
  expect((await readLibrary(tab)).accounts).toHaveLength(6);
});

test('a page that is gone is said to be gone, and its badge stays; what was taken back is revoked', async ({
  driver,
  world,
}) => {
  const { badges } = world.platforms;
  const tab = await openAdd(driver);
  await addLink(driver, tab, badges.coursera.link, ['www.coursera.org']);
  const page = await stored(tab, badges.coursera.name);
  await addLink(driver, tab, badges.factory.link, ['openbadgefactory.com']);
  const record = await stored(tab, badges.factory.name);

  world.platforms.take(badges.coursera.link, { status: 404, body: '' });
  await refresh(tab, page);
  expect((await stored(tab, badges.coursera.name)).missingSince).not.toBeNull();

  const taken = { status: 410, headers: { 'content-type': 'application/json' }, body: '{"revoked":true}' };
  world.platforms.take(badges.factory.link.replace('.html', ''), taken);
  await refresh(tab, record);
  expect(await stored(tab, badges.factory.name)).toMatchObject({ state: 'revoked', missingSince: null });

  await tab.goto((await tab.evaluate(() => location.href)).replace(/#.*/, '#collection'));
  await untilText(tab, badges.coursera.name);
  await untilText(tab, badges.factory.name);
  await untilText(tab, en.stateRevoked.message);
  await untilText(tab, en.stateMissing.message);
});
