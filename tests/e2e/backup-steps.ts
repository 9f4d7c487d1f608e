import { press, until, untilText, type Driver, type Tab } from './driver.ts';
import { giveFiles } from './give-files.ts';
import { giveConsent } from './library-state.ts';

/** What must be the same on both machines, in one order. */
export interface Whole {
  readonly accounts: readonly string[];
  readonly badges: readonly string[];
  /** Id, name and SHA-256 of the bytes. */
  readonly originals: readonly string[];
  readonly pictures: readonly string[];
  readonly choices: readonly string[];
}

export async function openBackup(driver: Driver): Promise<Tab> {
  const tab = await driver.extensionPage('library.html#backup');
  await giveConsent(tab);
  await tab.bringToFront();
  await untilText(tab, 'Make a backup');
  return tab;
}

/** Everything of the database that a backup has, without Dexie. */
export function readWhole(tab: Tab): Promise<Whole> {
  return tab.evaluate(async () => {
    const open = indexedDB.open('lapelpin');
    const database = await new Promise<IDBDatabase>((done, failed) => {
      open.addEventListener('success', () => done(open.result));
      open.addEventListener('error', () => failed(open.error ?? new Error('no database')));
      open.addEventListener('upgradeneeded', () => open.transaction?.abort());
    });
    type Row = Record<string, unknown>;
    const names = ['accounts', 'badges', 'originals', 'pictures', 'mergeChoices'];
    const transaction = database.transaction(names);
    const all = (name: string) =>
      new Promise<Row[]>((done) => {
        const request = transaction.objectStore(name).getAll();
        request.addEventListener('success', () => done(request.result as Row[]));
      });
    const [accounts = [], badges = [], originals = [], pictures = [], choices = []] = await Promise.all(
      names.map(all),
    );
    database.close();
    const digest = async (bytes: ArrayBuffer) =>
      [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))]
        .map((byte) => byte.toString(16).padStart(2, '0'))
        .join('');
    const withBytes = (rows: Row[]) =>
      Promise.all(
        rows
          .filter(({ bytes }) => bytes)
          .map(async ({ id, key, name, bytes }) =>
            [id ?? key, name, await digest(bytes as ArrayBuffer)].join(' '),
          ),
      );
    const sorted = (row: Row) => JSON.stringify(Object.entries(row).toSorted());
    return {
      accounts: accounts.map(({ id, label }) => `${String(id)} ${String(label)}`),
      badges: badges.map((row) => sorted({ ...row, isNew: 0 })),
      originals: await withBytes(originals),
      pictures: await withBytes(pictures),
      choices: choices.map(sorted),
    };
  });
}

/** Presses the button and takes what the browser was given to save: the name, and the bytes. */
export async function saveBackup(tab: Tab): Promise<{ name: string; bytes: Uint8Array }> {
  await tab.evaluate(() => {
    interface Seen {
      saved?: { name: string };
      file?: Blob;
    }
    const seen = globalThis as unknown as Seen;
    delete seen.saved;
    const create = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (file) => {
      if (file instanceof Blob) seen.file = file;
      return create(file);
    };
    HTMLAnchorElement.prototype.click = function () {
      seen.saved = { name: this.download };
    };
  });
  await press(tab, 'Save backup');
  const base64 = await until(
    'the file',
    () =>
      tab.evaluate(async () => {
        const { saved, file } = globalThis as unknown as { saved?: { name: string }; file?: Blob };
        if (!saved || !file) return null;
        const bytes = new Uint8Array(await file.arrayBuffer());
        let text = '';
        for (let start = 0; start < bytes.length; start += 8190)
          text += String.fromCharCode(...bytes.subarray(start, start + 8190));
        return { name: saved.name, base64: btoa(text) };
      }),
    60_000,
  );
  return { name: base64.name, bytes: Buffer.from(base64.base64, 'base64') };
}

export async function chooseBackup(
  tab: Tab,
  bytes: Uint8Array,
  by: 'picker' | 'drop' = 'picker',
): Promise<void> {
  const base64 = Buffer.from(bytes).toString('base64');
  await giveFiles(tab, by, [{ name: 'lapelpin-backup.zip', type: 'application/zip', bytes: base64 }]);
}

/** Restores and gives the words of the report. */
export async function restoreBy(
  tab: Tab,
  button: 'Add to my library' | 'Replace my library',
): Promise<string> {
  await press(tab, button);
  if (button === 'Replace my library') await press(tab, 'Replace everything');
  return until(
    'the report',
    () => tab.evaluate(() => document.querySelector<HTMLElement>('.backup-report')?.innerText ?? ''),
    60_000,
  );
}

/** The browser clears the library away behind our back, as soon as the note outside of it names its badges. */
export async function loseLibrary(driver: Driver, tab: Tab, badges: number): Promise<void> {
  await until('the note', () => tab.evaluate(readNoted, badges));
  await driver.killBackground();
  await tab.evaluate(
    () =>
      new Promise<void>((done, failed) => {
        const request = indexedDB.deleteDatabase('lapelpin');
        request.addEventListener('success', () => done());
        request.addEventListener('error', () => failed(new Error('not deleted')));
      }),
  );
}

/** Runs in the page. */
async function readNoted(count: number): Promise<boolean> {
  interface Api {
    storage: { local: { get(name: string): Promise<Record<string, { badges?: number } | undefined>> } };
  }
  const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
  return (await (browser ?? chrome).storage.local.get('libraryNote'))['libraryNote']?.badges === count;
}
