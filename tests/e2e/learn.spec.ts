import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import { shortLinkOf } from '../world/credly-external.ts';
import { press, until, untilText, untilVisible, type Driver, type Tab } from './driver.ts';
import { ask, giveConsent, readLibrary } from './library-state.ts';
import { expect, test } from './test.ts';

const cloud = 'https://www.credly.com/users/haneul-kim-cloud';

async function openAdd(driver: Driver): Promise<Tab> {
  const tab = await driver.extensionPage('library.html#add');
  await giveConsent(tab);
  await untilVisible(tab, '#connect-input');
  return tab;
}

async function paste(
  tab: Tab,
  text: string,
  understood: string,
  button: string = en.connectFetch.message,
): Promise<void> {
  await tab.fill('#connect-input', text);
  await untilText(tab, understood);
  await press(tab, button);
}

function untilWhole(tab: Tab, handle: string, count: number) {
  return until(
    `${count} badges of ${handle}`,
    async () => {
      const { accounts, badges } = await readLibrary(tab);
      const account = accounts.find((candidate) => candidate.handle === handle);
      return account?.foundTotal === count && account.progress === null ? { account, badges } : null;
    },
    60_000,
  );
}

interface StoredBadge {
  readonly id: string;
  readonly state: string;
  readonly expiresOn: string | null;
  readonly renewableFrom: string | null;
  readonly knownAs: readonly string[];
}

/** Everything that the extension keeps, in whatever database or storage: as text, bytes as Latin 1. */
function readAll(tab: Tab): Promise<{ text: string; badges: StoredBadge[]; stores: number }> {
  return tab.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((yes, no) => {
        request.addEventListener('success', () => yes(request.result));
        request.addEventListener('error', () => no(request.error));
      });
    const latin = new TextDecoder('latin1');
    const toText = (_: string, value: unknown) =>
      value instanceof ArrayBuffer ? latin.decode(value) : value;
    const api = globalThis as unknown as { browser?: Api; chrome: Api };
    interface Api {
      storage: Record<'local' | 'sync' | 'session', { get(keys: null): Promise<object> }>;
    }
    const { storage } = api.browser ?? api.chrome;
    const kept: unknown[] = [
      await storage.local.get(null),
      await storage.sync.get(null),
      await storage.session.get(null),
      { ...localStorage },
    ];
    let badges: unknown[] = [];
    let stores = 0;
    for (const { name } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name ?? ''));
      for (const store of database.objectStoreNames) {
        const rows = await done(database.transaction(store).objectStore(store).getAll());
        if (store === 'badges') badges = rows;
        stores += 1;
        kept.push(name, store, rows);
      }
      database.close();
    }
    for (const name of await caches.keys()) kept.push(name);
    return { text: JSON.stringify(kept, toText), badges: badges as never, stores };
  });
}

test('a transcript’s link brings certifications with their states, exams, and nothing personal', async ({
  driver,
  world,
}) => {
  test.setTimeout(120_000);
  const { learn } = world;
  const tab = await openAdd(driver);
  await paste(tab, ` <${learn.transcriptUrl}?tab=credentials-tab> `, 'Microsoft Learn');
  const handle = `${learn.user.name}/${learn.user.transcript}`;
  const { account } = await untilWhole(tab, handle, 7);
  expect(account).toMatchObject({ statedTotal: 7, error: null });

  const { text, badges, stores } = await readAll(tab);
  expect(stores, 'the database was read').toBeGreaterThan(4);
  expect(text).toContain('Azure Administrator Associate');
  expect(text).toContain('AZ-305');
  for (const personal of [...learn.personal, 'Secret module', 'Secret path'])
    expect(text).not.toContain(personal);

  const stateOf = (id: string) => badges.find((badge) => badge.id === `microsoft-learn:${id}`);
  expect(stateOf('H1K2L1-4B711F')).toMatchObject({ state: 'public', renewableFrom: '2026-05-03' });
  expect(stateOf('H1K2L3-4B713F')).toMatchObject({ state: 'public', expiresOn: null, renewableFrom: null });
  expect(stateOf('H1K2L5-4B715F')).toMatchObject({ state: 'retired' });
  expect(stateOf('H1K2L6-4B716F')).toMatchObject({ state: 'expired' });
  expect(stateOf('a1b2c3d4e5f60718')?.knownAs).toEqual(['microsoft-learn:a1b2c3d4e5f60718']);

  const asked = world.log.filter(({ host, url }) => host === learn.host && url.pathname.startsWith('/api/'));
  expect(asked.map(({ url }) => url.pathname)).toEqual([
    `/api/profiles/transcript/share/${learn.user.transcript}`,
  ]);
  expect(asked.filter(({ headers }) => headers['cookie'] || headers['referer'])).toEqual([]);
});

test('a transcript that is shared no longer says so, and what it brought stays', async ({
  driver,
  world,
}) => {
  test.setTimeout(120_000);
  const { learn } = world;
  const tab = await openAdd(driver);
  await paste(tab, learn.transcriptUrl, 'Microsoft Learn');
  const handle = `${learn.user.name}/${learn.user.transcript}`;
  await untilWhole(tab, handle, 7);
  learn.state.isTranscriptShared = false;
  await ask(tab, 'syncAccounts');
  const accounts = await driver.extensionPage('library.html#accounts');
  await untilText(accounts, en.error_not_found.message);
  const state = await readLibrary(tab);
  expect(state.badges).toHaveLength(7);
  expect(state.badges.filter(({ missingSince }) => missingSince)).toEqual([]);
});

test('Credly brings what was imported there from elsewhere, and counts it', async ({ driver, world }) => {
  test.setTimeout(120_000);
  const tab = await openAdd(driver);
  await paste(tab, `${cloud}/badges#credly`, 'haneul-kim-cloud');
  const { account } = await untilWhole(tab, 'haneul-kim-cloud', 7);
  expect(account).toMatchObject({ statedTotal: 7, error: null });
  const { badges } = await readAll(tab);
  const copies = badges.filter(({ id }) => id.startsWith('credly:external:'));
  expect(copies.map(({ knownAs }) => knownAs[0]).toSorted()).toEqual(
    ['7b47257d40c95501', '7b47257d40c95502', '7b47257d40c95503', '7b47257d40c95507'].map(
      (id) => `microsoft-learn:${id}`,
    ),
  );

  // The second list fails: the first one is whole all the same, nothing is gone, and it is said.
  world.credly.addRule(({ url }) =>
    url.pathname.includes('/external_badges/') ? { status: 500, body: '' } : null,
  );
  await ask(tab, 'syncAccounts');
  const accounts = await driver.extensionPage('library.html#accounts');
  await untilText(accounts, en.error_server_error.message);
  const after = await readLibrary(tab);
  expect(after.badges).toHaveLength(7);
  expect(after.badges.filter(({ missingSince }) => missingSince)).toEqual([]);
});

test('a short link of Credly and a share page of Learn are badges by themselves', async ({
  driver,
  world,
}) => {
  test.setTimeout(120_000);
  const tab = await openAdd(driver);
  const badge = world.credly.people[0]?.badges[4];
  if (!badge) throw new Error('the world has lost its badges');
  await paste(tab, shortLinkOf(badge), 'Credly', en.importAdd.message);
  await until('the badge behind it', async () =>
    (await readLibrary(tab)).badges.find(({ id }) => id === `credly:${badge.id}`),
  );
  await paste(tab, world.learn.shareUrls[0] ?? '', 'Microsoft Learn', en.importAdd.message);
  const shared = await until('the credential', async () => {
    const { badges } = await readAll(tab);
    return badges.find(({ id }) => id === 'microsoft-learn:7b47257d40c95501');
  });
  expect(shared).toMatchObject({ state: 'link-only', basis: 'page' });
});

interface Copied {
  readonly type: string;
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and alpha at the middle of the upper edge's shape. */
  readonly pixel: readonly number[];
}

test('an icon that mail would not show (SVG) is copied as PNG', async ({ driver, world }) => {
  test.setTimeout(120_000);
  const tab = await openAdd(driver);
  await paste(tab, world.learn.transcriptUrl, 'Microsoft Learn');
  await until('pictures', async () => (await readLibrary(tab)).pictures > 0, 60_000);
  const popup = await driver.extensionPage('popup.html');
  await popup.setViewport(380, 560);
  await untilVisible(popup, 'li');
  await popup.press('ArrowDown');
  await popup.press('Enter');
  await untilText(popup, en.shareSignature.message);
  await popup.press('d');
  await untilText(popup, en.pictureCopy.message);
  // Looks at what is put on the clipboard; reading it back would need a permission that we do not ask for.
  await popup.evaluate(() => {
    const { clipboard } = navigator;
    const write = clipboard.write.bind(clipboard);
    clipboard.write = async (items) => {
      await write(items);
      const blob = await items[0]?.getType('image/png');
      if (!blob) return;
      const bitmap = await createImageBitmap(blob);
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      context?.drawImage(bitmap, 0, 0);
      const pixel = [...(context?.getImageData(bitmap.width / 2, bitmap.height / 5, 1, 1).data ?? [])];
      document.body.dataset['copied'] = JSON.stringify({
        type: blob.type,
        width: bitmap.width,
        height: bitmap.height,
        pixel,
      });
    };
  });
  await press(popup, en.pictureCopy.message);
  await untilText(popup, en.pictureCopied.message);
  const copied = await until('the picture', async () =>
    popup.evaluate(() => JSON.parse(document.body.dataset['copied'] ?? 'null') as Copied | null),
  );
  expect(copied).toMatchObject({ type: 'image/png', width: 440, height: 440 });
  expect(copied.pixel[3], 'something is drawn').toBe(255);
});
