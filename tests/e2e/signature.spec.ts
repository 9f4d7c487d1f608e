import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import jsQR from 'jsqr';
import { parse, serialize } from 'parse5';
import { PNG } from 'pngjs';
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import ko from '../../public/_locales/ko/messages.json' with { type: 'json' };
import { press, until, untilText, untilVisible, type Driver, type Tab } from './driver.ts';
import { ask, giveConsent, readLibrary } from './library-state.ts';
import { catchSaved, savedFile } from './saved-file.ts';
import { expect, test } from './test.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** A stored signature of somebody with a contact; what it lacks, the migration fills in. */
const withContact = {
  layoutId: 'row',
  badgeIds: [],
  count: 5,
  contact: {
    name: '김하늘',
    title: 'Cloud Engineer',
    company: 'Northwind',
    phone: '+82 2-1234-5678',
    email: 'haneul@example.org',
    links: ['https://www.linkedin.com/in/haneul-kim'],
  },
};
const layouts = ['row', 'line', 'card', 'grid', 'contact', 'qr', 'plain_text'] as const;

/** A library with the 61 badges, on the studio. */
async function openStudio(driver: Driver, stored?: object): Promise<Tab> {
  const tab = await driver.extensionPage('library.html#privacy');
  await giveConsent(tab);
  if (stored) await tab.evaluate(store, stored);
  await ask(tab, 'connectAccount', { input: 'haneul-kim' });
  await until('pictures', async () => (await readLibrary(tab)).pictures > 3, 30_000);
  await tab.close();
  const studio = await driver.extensionPage('library.html#signature');
  await untilVisible(studio, '.preview');
  await until('the pictures of the preview', () => studio.evaluate(countPictures));
  return studio;
}

/** Runs in the page. */
async function store(items: object): Promise<void> {
  const api = globalThis as unknown as { browser?: Storage; chrome: Storage };
  interface Storage {
    storage: { local: { set(items: object): Promise<void> } };
  }
  await (api.browser ?? api.chrome).storage.local.set(items);
}

/** Runs in the page: pictures that the preview really shows. */
function countPictures(): number {
  const root = document.querySelector('.preview-mail')?.shadowRoot;
  const pictures = [...(root?.querySelectorAll('img') ?? [])];
  return pictures.filter((picture) => picture.complete && picture.naturalWidth > 0).length;
}

function previewText(): string {
  return document.querySelector('.preview-mail')?.shadowRoot?.textContent ?? '';
}

/** Presses one of the choices by its place in its group. */
async function choose(tab: Tab, group: number, place: number): Promise<void> {
  await tab.evaluate(
    (at: number, which: number) => {
      const groups = document.querySelectorAll('[role=group]');
      groups[at]?.querySelectorAll('button')[which]?.click();
    },
    group,
    place,
  );
}

async function paste(driver: Driver): Promise<{ html: string; text: string }> {
  const page = await driver.newTab('https://editors.example.org/textarea');
  await untilVisible(page, 'textarea');
  await page.evaluate(() => {
    document.addEventListener('paste', ({ clipboardData }) => {
      const pasted = {
        html: clipboardData?.getData('text/html'),
        text: clipboardData?.getData('text/plain'),
      };
      document.documentElement.dataset['pasted'] = JSON.stringify(pasted);
    });
  });
  await page.click('textarea');
  await page.press('Control+v');
  const pasted = await until('what was pasted', () =>
    page.evaluate(() => document.documentElement.dataset['pasted']),
  );
  await page.close();
  return JSON.parse(pasted) as { html: string; text: string };
}

test('what was stored before the studio still holds, and every layout is drawn and copied', async ({
  driver,
}) => {
  const studio = await openStudio(driver, {
    signature: { layoutId: 'row', badgeIds: [] },
    signature$: { v: 1 },
  });
  for (const [place, id] of layouts.entries()) {
    await choose(studio, 0, place);
    await untilText(studio, en[`layoutHint_${id}`].message);
    expect((await studio.evaluate(previewText)) || (await studio.evaluate(countPictures)), id).toBeTruthy();
  }
  await choose(studio, 0, layouts.indexOf('card'));
  await until('the cards', async () => (await studio.evaluate(previewText)).includes('20'));
  await press(studio, en.shareSignature.message);
  await untilText(studio, en.signatureCopied.message);
  const { html, text } = await paste(driver);
  expect(html).toContain('https://www.credly.com/badges/');
  expect(html).not.toContain('data:');
  expect(text.split('\n')).toHaveLength(3);
});

test('the popup copies in the layout that was chosen last', async ({ driver }) => {
  const studio = await openStudio(driver);
  await choose(studio, 0, layouts.indexOf('line'));
  await untilText(studio, en.layoutHint_line.message);
  const popup = await driver.extensionPage('popup.html');
  await untilVisible(popup, '.badge-card');
  await popup.press('ArrowDown');
  await popup.press('s');
  await untilText(popup, en.signatureCopied.message);
  const { html } = await paste(driver);
  expect(html).toContain('<table');
  expect(html).not.toContain('<img');
});

test('the budget counts the user’s own signature, pasted or told', async ({ driver }) => {
  const studio = await openStudio(driver);
  await studio.fill('input[type=number]', '2300');
  await studio.press('Tab');
  await until('the sum', () =>
    studio.evaluate(() =>
      /with your signature [3-5],\d{3}\./.test(document.querySelector('.count')?.textContent ?? ''),
    ),
  );
});

test('the budget counts what is pasted as the own signature, and keeps none of it', async ({ driver }) => {
  const studio = await openStudio(driver);
  await studio.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/html', '<p>Kind regards, <b>Haneul</b></p>');
    const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true });
    // Firefox lets no script hand data to the event itself.
    Object.defineProperty(event, 'clipboardData', { value: data });
    document.querySelector('textarea[rows="1"]')?.dispatchEvent(event);
  });
  await until('the length', () =>
    studio.evaluate(() => document.querySelector<HTMLInputElement>('input[type=number]')?.value === '34'),
  );
  expect(await studio.evaluate(() => document.querySelector('textarea')?.value)).toBe('');
});

test('a signature with a QR code is saved as a file, and its code is copied as a picture', async ({
  driver,
}) => {
  const studio = await openStudio(driver);
  await choose(studio, 0, layouts.indexOf('qr'));
  await untilText(studio, en.layoutHint_qr.message);
  await catchSaved(studio);
  for (const ending of ['.html', '.htm']) {
    await press(studio, en.signatureSave.message.replace('$1', ending));
    const page = parse((await savedFile(studio, 'text/html')).toString());
    expect(page.mode, 'a whole document').toBe('no-quirks');
    const source = serialize(page);
    // A file is opened without the mail program's own pictures: the code is in it.
    const [, base64 = ''] = /src="data:image\/png;base64,([^"]+)"/.exec(source) ?? [];
    expect(readCode(Buffer.from(base64, 'base64'))).toMatch(/^https:\/\/www\.credly\.com\/badges\//);
  }
  await catchCopied(studio);
  await press(studio, en.signatureCopyQr.message);
  await untilText(studio, en.pictureCopied.message);
  const copied = await until('the picture', () =>
    studio.evaluate(() => document.documentElement.dataset['copied']),
  );
  const png = Buffer.from(copied.slice(copied.indexOf(',') + 1), 'base64');
  expect(readCode(png)).toMatch(/^https:\/\/www\.credly\.com\/badges\//);
});

/** What a camera would read in the picture. */
function readCode(png: Buffer): string | undefined {
  const { data, width, height } = PNG.sync.read(png);
  return jsQR(new Uint8ClampedArray(data), width, height)?.data;
}

/** From now on the page keeps the picture that it puts on the clipboard: headless Firefox pastes none. */
function catchCopied(tab: Tab): Promise<void> {
  return tab.evaluate(() => {
    const write = navigator.clipboard.write.bind(navigator.clipboard);
    navigator.clipboard.write = async (items) => {
      const reader = new FileReader();
      reader.addEventListener('load', () => {
        document.documentElement.dataset['copied'] = String(reader.result);
      });
      const [item] = items;
      if (item) reader.readAsDataURL(await item.getType('image/png'));
      await write(items);
    };
  });
}

test('nothing is loaded while the previews are looked at', async ({ driver, world }) => {
  const studio = await openStudio(driver);
  // The background still fetches the pictures of the 61 badges, as it does after every pull.
  let before = -1;
  await until('the pull to end', async () => {
    const isQuiet = world.log.length === before;
    before = world.log.length;
    await new Promise((done) => setTimeout(done, 2000));
    return isQuiet;
  });
  for (const layout of layouts.keys()) {
    await choose(studio, 0, layout);
    for (const client of [0, 1, 2, 3]) await choose(studio, 1, client);
    for (const how of [0, 1, 2]) await choose(studio, 2, how);
  }
  await untilText(studio, en.placingHeading.message);
  const asked = world.log.slice(before).map((one) => `${one.host}${one.url.pathname}`);
  expect(asked.filter((one) => !/mozilla|google|gstatic/.test(one))).toEqual([]);
});

for (const look of [
  { language: 'en', colorScheme: 'light' },
  { language: 'ko', colorScheme: 'dark' },
] as const) {
  test(`the studio is accessible in every layout and preview (${look.language}, ${look.colorScheme})`, async ({
    launch,
  }) => {
    const driver = await launch(look);
    const studio = await openStudio(driver, { signature: withContact, signature$: { v: 1 } });
    const words = look.language === 'ko' ? ko : en;
    const folder = process.env['STUDIO_PICTURES'];
    for (const [place, id] of layouts.entries()) {
      await choose(studio, 0, place);
      await untilText(studio, words[`layoutHint_${id}`].message);
      for (const client of [0, 1, 2, 3]) {
        await choose(studio, 1, client);
        expect(await findViolations(studio), `${id} in preview ${client}`).toEqual([]);
        if (folder) await studio.screenshot(`${folder}/${look.language}-${id}-${client}.png`);
      }
      await choose(studio, 2, 0);
      expect(await findViolations(studio), `${id} in the dark`).toEqual([]);
      if (folder) await studio.screenshot(`${folder}/${look.language}-${id}-dark.png`);
      for (const how of [1, 2]) await choose(studio, 2, how);
      expect(await findViolations(studio), `${id} on a phone, pictures blocked`).toEqual([]);
      if (folder) await studio.screenshot(`${folder}/${look.language}-${id}-phone.png`);
      for (const how of [0, 1, 2]) await choose(studio, 2, how);
    }
    await studio.setViewport(400, 800);
    expect(await studio.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(await findViolations(studio)).toEqual([]);
  });
}

async function findViolations(tab: Tab): Promise<string[]> {
  await tab.bringToFront();
  // oxlint-disable-next-line no-implied-eval -- the source of axe, to be sent into the page as a function
  if (!(await tab.evaluate(() => 'axe' in globalThis)))
    await tab.evaluate(new Function(axeSource) as () => void);
  return tab.evaluate(async () => {
    interface Found {
      violations: { id: string; nodes: { html: string; failureSummary: string }[] }[];
    }
    const { axe } = globalThis as unknown as { axe: { run(root: Document): Promise<Found> } };
    const { violations } = await axe.run(document);
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
    );
  });
}
