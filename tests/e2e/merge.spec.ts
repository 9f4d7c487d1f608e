import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import { press, until, untilText, untilVisible, type Driver, type Tab } from './driver.ts';
import { ask, giveConsent, readLibrary } from './library-state.ts';
import { expect, test } from './test.ts';

const shared = 'Microsoft Certified: Azure Administrator Associate';

/** Credly with copies of Microsoft's badges, and Microsoft Learn with the records: both whole. */
async function connectBoth(driver: Driver, transcriptUrl: string): Promise<Tab> {
  const tab = await driver.extensionPage('library.html#collection');
  await giveConsent(tab);
  await ask(tab, 'connectAccount', { input: 'https://www.credly.com/users/haneul-kim-cloud' });
  await ask(tab, 'connectAccount', { input: transcriptUrl });
  await until(
    'both accounts',
    async () => (await readLibrary(tab)).accounts.filter(({ foundTotal }) => foundTotal === 7).length === 2,
    60_000,
  );
  return tab;
}

/** Names of the tiles, in order. */
const tiles = (tab: Tab) =>
  tab.evaluate(() =>
    [...document.querySelectorAll('.grid .badge-name bdi')].map((name) => name.textContent ?? ''),
  );

async function open(tab: Tab, name: string): Promise<void> {
  await until(`${name} opens`, () =>
    tab.evaluate((wanted: string) => {
      const tile = [...document.querySelectorAll<HTMLElement>('.badge-tile')].find((button) =>
        button.textContent?.includes(wanted),
      );
      tile?.click();
      return tile !== undefined;
    }, name),
  );
  await untilText(tab, en.mergeTitle.message);
}

const proofCount = (tab: Tab) =>
  tab.evaluate(() => document.querySelectorAll('.collection-badge .proof .proof-head').length);

test('Credly’s copy and Learn’s record are one badge, until the user says otherwise, and again after an undo', async ({
  driver,
  world,
}) => {
  test.setTimeout(150_000);
  const tab = await connectBoth(driver, world.learn.transcriptUrl);
  const { badges } = await readLibrary(tab);
  expect(badges, 'every proof is kept').toHaveLength(14);
  const one = await until('one tile', async () => {
    const names = await tiles(tab);
    return names.filter((name) => name === shared).length === 1 && names.length < 14 ? names : null;
  });

  await open(tab, shared);
  await until('two proofs', async () => (await proofCount(tab)) === 2);
  await untilText(tab, en.mergeJoin_same_award.message);
  await untilText(tab, 'A copy that Credly did not verify.');

  await press(tab, en.mergeApart.message);
  await until('two tiles', async () => (await tiles(tab)).filter((name) => name === shared).length === 2);
  await untilText(tab, 'You keep “Microsoft Certified: Azure Administrator Associate”');
  await press(tab, en.undo.message);
  await until('one tile again', async () => (await tiles(tab)).length === one.length);
});

test('forgetting one account keeps what the other proves', async ({ driver, world }) => {
  test.setTimeout(150_000);
  const tab = await connectBoth(driver, world.learn.transcriptUrl);
  await ask(tab, 'forgetAccount', { accountId: 'credly:haneul-kim-cloud' });
  await until('the other account’s badges', async () => (await readLibrary(tab)).badges.length === 7);
  expect((await tiles(tab)).filter((name) => name === shared)).toHaveLength(1);
  await open(tab, shared);
  expect(await proofCount(tab)).toBe(1);
});

test('the collection is narrowed by source and state, and sorted', async ({ driver, world }) => {
  test.setTimeout(150_000);
  const tab = await connectBoth(driver, world.learn.transcriptUrl);
  await untilVisible(tab, '.filters select');
  const all = (await tiles(tab)).length;
  const choose = (label: string, value: string) =>
    tab.evaluate(
      (name: string, wanted: string) => {
        const field = [...document.querySelectorAll('.filter')].find((label) =>
          label.textContent?.startsWith(name),
        );
        const select = field?.querySelector('select');
        if (!select) throw new Error(`no filter ${name}`);
        select.value = wanted;
        select.dispatchEvent(new Event('change', { bubbles: true }));
      },
      label,
      value,
    );
  await choose(en.mergeFilterSource.message, 'microsoft-learn');
  await until('seven of Learn', async () => (await tiles(tab)).length === 7);
  await choose(en.mergeFilterState.message, 'retired');
  await until('one is retired', async () => (await tiles(tab)).length === 1);
  await press(tab, en.mergeFiltersClear.message);
  await until('all again', async () => (await tiles(tab)).length === all);
  await choose(en.mergeSort.message, 'name');
  await until('by name', async () => {
    const names = await tiles(tab);
    return names.every((name, index) => index === 0 || (names[index - 1] ?? '').localeCompare(name) <= 0);
  });
});
