import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import { connectBoth, openEntry, shared } from './both-sources.ts';
import { press, until, untilText, untilVisible, type Tab } from './driver.ts';
import { ask, readLibrary } from './library-state.ts';
import { expect, test } from './test.ts';

/** Names of the tiles, in order. */
const tiles = (tab: Tab) =>
  tab.evaluate(() =>
    [...document.querySelectorAll('.grid .badge-name bdi')].map((name) => name.textContent ?? ''),
  );

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

  await openEntry(tab, shared);
  await untilText(tab, en.mergeTitle.message);
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
  await openEntry(tab, shared);
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
