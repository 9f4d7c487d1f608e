import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import { createAward } from '../issuer/award.ts';
import { draft } from '../issuer/credentials.ts';
import { press, until, untilText, untilVisible, type Driver, type Tab } from './driver.ts';
import { giveFiles, png, type NamedFile } from './give-files.ts';
import { countImported, readImported } from './imported.ts';
import { ask, giveConsent, readLibrary } from './library-state.ts';
import { expect, test } from './test.ts';

async function openAdd(driver: Driver): Promise<Tab> {
  const tab = await driver.extensionPage('library.html#add');
  await giveConsent(tab);
  await tab.bringToFront();
  await untilVisible(tab, '#connect-input');
  return tab;
}

/** Types into the field and adds. */
async function addText(tab: Tab, text: string): Promise<void> {
  await tab.fill('#connect-input', text);
  await tab.click('.connect .button');
}

/** The words of the result, once it is there. */
function resultOf(tab: Tab, within?: number): Promise<string> {
  return until(
    'the result',
    () =>
      tab.evaluate(() => {
        const card = document.querySelector<HTMLElement>('.import-result');
        return card?.getAttribute('aria-busy') === 'false' ? card.innerText : '';
      }),
    within,
  );
}

const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const file = (name: string, content: string | Uint8Array, type = ''): NamedFile => ({
  name,
  type,
  bytes: Buffer.from(content).toString('base64'),
});

/** A credential that is like no other. */
function credential(number: number): string {
  const issuer = 'https://badges.northwind.example/issuer';
  return JSON.stringify({
    ...draft('badge', issuer, '2.0'),
    id: `urn:northwind:badge:${number}`,
    name: `Badge ${number}`,
  });
}

/** A record of 2.0 with its class and issuer in it. */
function embeddedAssertion(): string {
  const { record, badgeClass, issuer } = createAward('2.0');
  return JSON.stringify({ ...record, badge: { ...badgeClass, issuer } });
}

test('each kind of badge comes in, by each way, and stays byte for byte', async ({ driver, world }) => {
  const { harbour } = world;
  const tab = await openAdd(driver);

  await giveFiles(tab, 'picker', [png('signed.png', harbour.pictures.signed)]);
  expect(await resultOf(tab)).toContain('1 badge added');

  await giveFiles(tab, 'drop', [file('record.json', embeddedAssertion())]);
  await until('the second', async () => (await countImported(tab)) === 2);

  const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0" width="9" height="9"><openbadges:credential verify="${harbour.tokens.expired}"/></svg>`;
  await giveFiles(tab, 'paste', [file('badge.svg', svg, 'image/svg+xml')]);
  await until('the third', async () => (await countImported(tab)) === 3);

  await addText(tab, harbour.tokens.selfAsserted);
  await until('the fourth', async () => (await countImported(tab)) === 4);

  const zip = zipSync({
    'badges/one.json': strToU8(credential(1)),
    'badges/두 번째.json': strToU8(credential(2)),
    '__MACOSX/badges/._one.json': strToU8('rubbish'),
  });
  await giveFiles(tab, 'drop', [file('badges.zip', zip, 'application/zip')]);
  await until('six', async () => (await countImported(tab)) === 6);

  const all = await readImported(tab);
  const kept = Object.fromEntries(all.map(({ originalName, sha256: digest }) => [originalName, digest]));
  expect(kept).toEqual({
    'signed.png': sha256(harbour.pictures.signed),
    'record.json': sha256(embeddedAssertion()),
    'badge.svg': sha256(svg),
    [harbour.tokens.selfAsserted.slice(0, 60)]: sha256(harbour.tokens.selfAsserted),
    'badges/one.json': sha256(credential(1)),
    'badges/두 번째.json': sha256(credential(2)),
  });
  expect(all.filter(({ hasPicture }) => hasPicture).map(({ originalName }) => originalName)).toEqual([
    'badge.svg',
    'signed.png',
  ]);
  expect(all.find(({ originalName }) => originalName === 'signed.png')).toMatchObject({
    name: harbour.name,
    issuerName: harbour.issuerName,
    mediaType: 'image/png',
  });
  // A refresh of everything finds nothing to ask for files, and none of them missing.
  await ask(tab, 'syncAccounts');
  await ask(tab, 'syncAccounts', { accountId: 'file:file' });
  expect((await readLibrary(tab)).badges.filter(({ missingSince }) => missingSince)).toEqual([]);
  // None of them needed anybody's word.
  expect(world.log.filter(({ host }) => host === harbour.host)).toEqual([]);
});

test('the same badges again change nothing, and what is no badge is named with its reason', async ({
  driver,
  world,
}) => {
  const tab = await openAdd(driver);
  const badges = [file('1.json', credential(1)), file('2.json', credential(2))];
  await giveFiles(tab, 'picker', badges);
  expect(await resultOf(tab)).toContain('2 badges added');
  const before = await readImported(tab);

  const others = [
    png('plain.png', world.harbour.pictures.plain),
    file('note.pdf', '%PDF-1.7'),
    file('cut.json', credential(1).slice(0, 90)),
    file('inner.zip', zipSync({ 'again.zip': zipSync({ 'a.json': strToU8('{}') }) })),
    file('twin.json', credential(3)),
    file('twin-copy.json', credential(3)),
  ];
  await giveFiles(tab, 'picker', [...badges, ...others]);
  const result = await until('the other result', async () => {
    const words = await resultOf(tab);
    return words.includes('plain.png') ? words : '';
  });
  expect(result).toContain('1 badge added');
  expect(result).toContain('2 were already here');
  expect(result).toContain('4 were not added');
  expect(result).toContain(en.importReason_png.message);
  expect(result).toContain('PDF file. Badges are');
  expect(result).toContain(en.error_damaged_file.message);
  expect(result).toContain(en.importReason_archive.message);
  expect((await readImported(tab)).filter(({ originalName }) => !originalName.startsWith('twin'))).toEqual(
    before,
  );
});

test('a badge that names its class asks for the host once for all, or does without', async ({
  driver,
  world,
}) => {
  const { harbour } = world;
  const tab = await openAdd(driver);
  await giveFiles(tab, 'picker', [
    png('welding.png', harbour.pictures.baked),
    png('old.png', harbour.pictures.tampered),
  ]);
  const result = await resultOf(tab);
  expect(result).toContain(`To read 2 badges in full, LapelPin has to ask ${harbour.host}.`);
  expect(await countImported(tab)).toBe(0);
  expect(world.log.filter(({ host }) => host === harbour.host)).toEqual([]);

  await driver.agreeToHost(`https://${harbour.host}/*`);
  await tab.bringToFront();
  await press(tab, `Allow ${harbour.host} and add`);
  await untilText(tab, '2 badges added');
  const [first, second] = await readImported(tab);
  expect([first?.name, second?.name]).toEqual([harbour.name, harbour.name]);
  // Both name the same class and issuer: each was asked for once.
  const asked = world.log.filter(({ host }) => host === harbour.host).map(({ url }) => url.pathname);
  expect(asked.filter((path) => path === '/classes/welding')).toHaveLength(1);
});

test('a badge comes in without anybody being asked, by what its file says', async ({ driver, world }) => {
  const tab = await openAdd(driver);
  await giveFiles(tab, 'picker', [png('Welding course.png', world.harbour.pictures.baked)]);
  await resultOf(tab);
  await press(tab, en.importWithoutAsking.message);
  await untilText(tab, '1 badge added');
  expect((await readImported(tab))[0]).toMatchObject({
    name: 'Welding course',
    issuerName: world.harbour.host,
  });
  expect(world.log.filter(({ host }) => host === world.harbour.host)).toEqual([]);
});

test('an address is said to be understood, asked for in the click, and read', async ({ driver, world }) => {
  const { harbour } = world;
  const tab = await openAdd(driver);
  await tab.fill('#connect-input', harbour.assertionUrl);
  await untilText(tab, `A link to ${harbour.host}.`);
  expect(world.log.filter(({ host }) => host === harbour.host)).toEqual([]);
  await driver.agreeToHost(`https://${harbour.host}/*`);
  await tab.bringToFront();
  await tab.click('.connect .button');
  await untilText(tab, '1 badge added');
  await addText(tab, harbour.assertionUrl);
  await untilText(tab, '1 was already here');
  const all = await readImported(tab);
  expect(all.map(({ name, originalName }) => [name, originalName])).toEqual([
    [harbour.name, harbour.assertionUrl],
  ]);
});

test('a badge of a source goes to that source, and a list of links each to its own', async ({
  driver,
  world,
}) => {
  const { harbour, credly } = world;
  const { pageUrl, name } = credly.showcase.valid;
  const tab = await openAdd(driver);
  await tab.fill('#connect-input', pageUrl);
  await untilText(tab, 'One badge at Credly.');
  await tab.click('.connect .button');
  await until('the badge', async () => (await readLibrary(tab)).badges.some((badge) => badge.name === name));
  expect(await readImported(tab)).toEqual([]);

  await driver.agreeToHost(`https://${harbour.host}/*`);
  await tab.bringToFront();
  await addText(tab, `${pageUrl}\n${harbour.assertionUrl}\n${harbour.signedUrl}`);
  await untilText(tab, '2 badges added');
  expect(await countImported(tab)).toBe(3);
});

test('a picture dragged out of a page comes in by its address', async ({ driver, world }) => {
  const { harbour } = world;
  await driver.agreeToHost(`https://${harbour.host}/*`);
  const tab = await openAdd(driver);
  await tab.evaluate((address: string) => {
    const transfer = new DataTransfer();
    transfer.setData('text/html', `<img src="${address}">`);
    const event = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer });
    document.querySelector('.drop-zone')?.dispatchEvent(event);
  }, harbour.signedUrl);
  const isAdded = async () => (await countImported(tab)) === 1;
  // Where the browser was not asked yet, the address waits in the field for a click.
  const waits = () =>
    tab.evaluate(() => document.querySelector<HTMLTextAreaElement>('#connect-input')?.value !== '');
  await until('the badge, or its address', async () => (await isAdded()) || (await waits()));
  if (await waits()) await tab.click('.connect .button');
  await until('the badge', isAdded);
  expect((await readImported(tab))[0]).toMatchObject({ name: harbour.name, hasPicture: true });
});

test('the context menu of a page hands a picture over, and a link', async ({ driver, world }) => {
  const { harbour } = world;
  await openAdd(driver).then((tab) => tab.close());
  const wall = await driver.newTab(harbour.wallUrl);
  await untilVisible(wall, '#record img');
  await driver.pressMenu(wall, '#signed', 'add-badge');
  const tab = await findLibrary(driver);
  await untilText(tab, `A link to ${harbour.host}.`);
  await driver.agreeToHost(`https://${harbour.host}/*`);
  await tab.bringToFront();
  await tab.click('.connect .button');
  await untilText(tab, '1 badge added');

  await wall.bringToFront();
  await driver.pressMenu(wall, '#record', 'verify-badge');
  await untilText(tab, `Valid: ${harbour.host} confirmed it just now`);
});

test('what was added is checked by its original, removed, and put back', async ({ driver, world }) => {
  const { harbour } = world;
  await driver.agreeToHost(`https://${harbour.host}/*`);
  const tab = await openAdd(driver);
  await giveFiles(tab, 'picker', [png('signed.png', harbour.pictures.signed)]);
  await untilText(tab, '1 badge added');
  const before = await readImported(tab);
  await press(tab, en.importShow.message);
  await tab.click('.badge-tile');
  await press(tab, en.checkNow.message);
  await until('the checks', () => tab.evaluate(() => document.querySelector('.verdict-line') !== null));

  await press(tab, en.importRemove.message);
  await until('an empty library', async () => (await countImported(tab)) === 0);
  await driver.killBackground();
  await press(tab, en.undo.message);
  await until('the badge again', async () => (await countImported(tab)) === 1);
  expect(await readImported(tab)).toEqual(before);
});

const corpora = '../shared/corpora';

/** Files that were made to break readers, the small ones of each folder. */
function hostileFiles(): NamedFile[] {
  return ['png', 'svg', 'json', 'zlib', 'gzip'].flatMap((folder) => {
    const all = readdirSync(`${corpora}/${folder}`, { recursive: true, withFileTypes: true });
    const small = all.filter(
      (entry) => entry.isFile() && statSync(path.join(entry.parentPath, entry.name)).size < 20_000,
    );
    return small
      .slice(0, 120)
      .map((entry) => file(`${folder}/${entry.name}`, readFileSync(path.join(entry.parentPath, entry.name))));
  });
}

test('files that were made to break readers are named, and leave nothing behind', async ({ driver }) => {
  test.skip(!existsSync(corpora), 'the corpora are not here');
  const tab = await openAdd(driver);
  const files = hostileFiles();
  await giveFiles(tab, 'drop', [...files, file('good.json', credential(1))]);
  const result = await resultOf(tab, 60_000);
  expect(result).toContain('1 badge added');
  const all = await readImported(tab);
  expect(all.find(({ originalName }) => originalName === 'good.json')?.sha256).toBe(sha256(credential(1)));
  // The page and the background are as they were.
  await giveFiles(tab, 'drop', [file('better.json', credential(2))]);
  await until('the next', async () => (await countImported(tab)) === all.length + 1);
});

/** The library tab that is open, whoever opened it. */
function findLibrary(driver: Driver): Promise<Tab> {
  return driver.openedTab('library.html#add');
}

/** How many badges are in when the background is stopped. */
const stops = [300, 1200, 2100, 3300, 4600];

test('a background that is killed five times while 5,000 badges come in loses and doubles none', async ({
  driver,
}) => {
  test.setTimeout(300_000);
  const tab = await openAdd(driver);
  const entries = Array.from(
    { length: 5000 },
    (_, index) => [`badge-${index}.json`, strToU8(credential(index))] as const,
  );
  await giveFiles(tab, 'picker', [file('all.zip', zipSync(Object.fromEntries(entries), { level: 1 }))]);
  for (const stop of stops) {
    await until(`${stop} badges`, async () => (await countImported(tab)) >= stop, 60_000);
    await driver.killBackground();
  }
  const result = await resultOf(tab, 120_000);
  expect(result).toContain('5,000 badges added');
  expect(result).not.toContain('not added');
  const all = await readImported(tab);
  expect(new Set(all.map(({ sha256: digest }) => digest)).size).toBe(5000);
  expect(all).toHaveLength(5000);
});
