import { until, untilVisible, type Driver, type Tab } from './driver.ts';
import { ask, giveConsent, readLibrary } from './library-state.ts';

/** What Credly has a copy of and Microsoft Learn the record: one badge, proved twice. */
export const shared = 'Microsoft Certified: Azure Administrator Associate';

/** Credly with copies of Microsoft's badges, and Microsoft Learn with the records: both whole. */
export async function connectBoth(driver: Driver, transcriptUrl: string): Promise<Tab> {
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

/** Opens the tile of a badge beside the grid, with its proofs. */
export async function openEntry(tab: Tab, name: string): Promise<void> {
  await until(`${name} opens`, () =>
    tab.evaluate((wanted: string) => {
      const tile = [...document.querySelectorAll<HTMLElement>('.badge-tile')].find((button) =>
        button.textContent?.includes(wanted),
      );
      tile?.click();
      return tile !== undefined;
    }, name),
  );
  await untilVisible(tab, '.collection-badge .proofs');
}
