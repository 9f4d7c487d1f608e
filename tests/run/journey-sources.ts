import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import { chooseBackup, saveBackup } from '../e2e/backup-steps.ts';
import { until, untilText, untilVisible } from '../e2e/driver.ts';
import { giveFiles, png } from '../e2e/give-files.ts';
import { ask, readLibrary } from '../e2e/library-state.ts';
import type { Scene } from './journey.ts';

const shared = 'Microsoft Certified: Azure Administrator Associate';

/** A badge out of a file. */
export async function add({ driver, world, shoot }: Scene): Promise<void> {
  const { harbour } = world;
  const tab = await driver.extensionPage('library.html#add');
  await tab.bringToFront();
  await untilVisible(tab, '.drop-zone');
  await giveFiles(tab, 'drop', [png('harbour-welding.png', harbour.pictures.signed)]);
  await until('the badge', async () =>
    (await readLibrary(tab)).badges.some(({ name }) => name === harbour.name),
  );
  await untilText(tab, '1 badge added');
  await shoot(tab);
  await tab.close();
}

/** The same badges at Credly and at Microsoft Learn. */
export async function sources({ driver, world, shoot }: Scene): Promise<void> {
  const tab = await driver.extensionPage('library.html#accounts');
  await tab.bringToFront();
  await ask(tab, 'connectAccount', { input: 'https://www.credly.com/users/haneul-kim-cloud' });
  await ask(tab, 'connectAccount', { input: world.learn.transcriptUrl });
  await until(
    'both lists',
    async () => (await readLibrary(tab)).accounts.filter(({ foundTotal }) => foundTotal === 7).length === 2,
    60_000,
  );
  await shoot(tab);
  const shown = await driver.extensionPage('library.html#collection');
  await shown.bringToFront();
  await untilText(shown, shared);
  await shown.evaluate((name: string) => {
    const tiles = [...document.querySelectorAll<HTMLElement>('.badge-tile')];
    tiles.find((tile) => tile.textContent?.includes(name))?.click();
  }, shared);
  await untilText(shown, en.mergeTitle.message);
  await shoot(shown, 'merged');
  await shown.close();
  await tab.close();
}

/** Why a badge may be missing. */
export async function doctor({ driver, shoot }: Scene): Promise<void> {
  const tab = await driver.extensionPage('library.html#doctor');
  await tab.bringToFront();
  await untilVisible(tab, '.doctor .button.main');
  await tab.click('.doctor .button.main');
  for (const option of ['credly', 'no', 'accepted', 'other', 'weeks']) {
    await untilVisible(tab, `[data-option="${option}"]`);
    await tab.click(`[data-option="${option}"]`);
  }
  await untilText(tab, en.doctorReason_otherAddress.message);
  await shoot(tab);
  await tab.close();
}

/** Everything in one file, and what is in it. */
export async function backup({ driver, shoot }: Scene): Promise<void> {
  const tab = await driver.extensionPage('library.html#backup');
  await tab.bringToFront();
  await untilText(tab, en.backupRestore.message);
  const { bytes } = await saveBackup(tab);
  await chooseBackup(tab, bytes);
  await untilText(tab, en.backupMerge.message);
  await shoot(tab);
  await tab.close();
}
