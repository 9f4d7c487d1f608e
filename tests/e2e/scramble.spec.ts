import { existsSync, readFileSync } from 'node:fs';
import type { SurfaceReport } from '../../utils/pages/examine.ts';
import { webmails } from '../../utils/webmails/index.ts';
import { until, type Driver, type Tab } from './driver.ts';
import { partsIn } from './in-page.ts';
import { scrambles, showScrambled, type Scramble } from './scramble.ts';
import { pullBadges, switchSite } from './site-pages.ts';
import { addOwnWebmail } from './sites.ts';
import { expect, test } from './test.ts';

interface Page {
  /** In `tests/fixtures/pages`, or with a slash a recorded one beside the repository. */
  readonly name: string;
  readonly surface: string;
  /** The field that is meant; without one the page is about badges that others show. */
  readonly field?: string;
}

interface Site {
  readonly id: string;
  readonly address: string;
  readonly pages: readonly Page[];
}

const sites: readonly Site[] = [
  {
    id: 'gmail',
    address: 'https://mail.google.com/fixture',
    pages: [
      { name: 'gmail-compose', surface: 'compose', field: '[g_editable]' },
      { name: 'gmail/compose_mole_rich_2020-11', surface: 'compose', field: '[g_editable]' },
      { name: 'gmail-message', surface: 'message' },
      { name: 'gmail/message_view_2024-07', surface: 'message' },
    ],
  },
  {
    id: 'outlook',
    address: 'https://outlook.office.com/fixture',
    pages: [
      { name: 'outlook-compose', surface: 'compose', field: '[aria-multiline]' },
      { name: 'outlook/derived_compose_korean', surface: 'compose', field: '[aria-multiline]' },
      { name: 'outlook-message', surface: 'message' },
    ],
  },
  {
    id: 'roundcube',
    address: 'https://ox.example.org/fixture',
    pages: [
      { name: 'roundcube-compose', surface: 'compose', field: '#composebody_ifr' },
      { name: 'roundcube/compose_plain', surface: 'compose', field: '#composebody' },
      { name: 'roundcube-message', surface: 'message' },
    ],
  },
  {
    id: 'snappymail',
    address: 'https://snappy.example.org/fixture',
    pages: [
      { name: 'snappymail-compose', surface: 'compose', field: '#V-PopupsCompose [contenteditable]' },
      { name: 'snappymail-message', surface: 'message' },
    ],
  },
  {
    id: 'linkedin',
    address: 'https://www.linkedin.com/fixture',
    pages: [
      { name: 'linkedin-share-sdui', surface: 'share', field: '[contenteditable="true"]' },
      { name: 'linkedin-profile-sdui', surface: 'certifications' },
      { name: 'linkedin-profile-ember', surface: 'certifications' },
      { name: 'linkedin/profile_ember_certifications_2024-11', surface: 'certifications' },
    ],
  },
];

const fileOf = (name: string) =>
  name.includes('/') ? `../shared/captures/${name}.html` : `tests/fixtures/pages/${name}.html`;

async function switchSiteOn(driver: Driver, { id, address }: Site): Promise<Tab> {
  const matches = webmails.find((webmail) => webmail.id === id)?.matches ?? [];
  if (id === 'linkedin') return switchSite(driver, id, ['https://www.linkedin.com/*']);
  if (matches.length > 0) return switchSite(driver, id, matches);
  return addOwnWebmail(driver, id, new URL(address).origin);
}

/** What the doctor says of the tab, asked from a page of ours, as the popup does. */
function reportOn(library: Tab, address: string): Promise<readonly SurfaceReport[]> {
  return library.evaluate(async (url: string) => {
    interface Api {
      tabs: { query(about: { url: string }): Promise<{ id: number }[]> };
      scripting: { executeScript(what: object): Promise<{ result?: { surfaces: unknown[] } }[]> };
    }
    const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
    const api = browser ?? chrome;
    const tabs = await api.tabs.query({ url });
    const target = { tabId: tabs.at(-1)?.id, allFrames: true };
    await api.scripting.executeScript({ target, files: ['/report.js'] });
    const func = () => (globalThis as unknown as { readPageReport(): unknown }).readPageReport();
    const answers = await api.scripting.executeScript({ target, func });
    return answers.flatMap(({ result }) => result?.surfaces ?? []) as never;
  }, address);
}

interface FieldWindow extends Window {
  readonly theField?: HTMLElement | null;
}

/** Where the field that is meant stands; null while it is not shown. */
const fieldBox = (tab: Tab) =>
  tab.evaluate(() => {
    const field = (window as FieldWindow).theField;
    field?.scrollIntoView({ block: 'center' });
    const frame = field?.ownerDocument.defaultView?.frameElement?.getBoundingClientRect();
    if (!field || field.getClientRects().length === 0) return null;
    const { left, top, right, bottom } = field.getBoundingClientRect();
    const [x, y] = [frame?.x ?? 0, frame?.y ?? 0];
    return { left: left + x, top: top + y, right: right + x, bottom: bottom + y };
  });

/** A pin stands at the very field; or there is none, and the doctor says why. */
async function checkField(
  driver: Driver,
  library: Tab,
  tab: Tab,
  address: string,
  page: Page,
  how: Scramble,
) {
  const what = `${page.name}, ${how}`;
  const box = await fieldBox(tab);
  const pins = await until(`a pin or a reason: ${what}`, async () => {
    const found = await partsIn(driver, tab, '.pin');
    if (found.length > 0) return found;
    const reports = await reportOn(library, address);
    return reports.some(({ id, state }) => id === page.surface && state === 'degraded') ? found : null;
  });
  if (how === 'nothing' || how === 'translated' || how === 'doubled') {
    expect(pins.length, what).toBeGreaterThan(0);
  }
  for (const { box: pin } of pins) {
    if (!box) throw new Error(`${what}: a pin, and no field`);
    const x = pin.x + pin.width / 2;
    const y = pin.y + pin.height / 2;
    expect(x > box.left && x < box.right + 30, `${what}: beside the field, across`).toBe(true);
    expect(y > box.top - 40 && y < box.bottom + 30, `${what}: beside the field, down`).toBe(true);
  }
}

/** Its badges are marked as before: nothing of that hangs on a class, a label or a wrapper. */
async function checkMarks(driver: Driver, tab: Tab, page: Page, how: Scramble) {
  const count = await tab.evaluate(() => {
    const roots = [
      document,
      ...[...document.querySelectorAll('iframe')].map((frame) => frame.contentDocument),
    ];
    const shadows = [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
    return [...roots, ...shadows].flatMap((root) => [...(root?.querySelectorAll('a[href*="credly"]') ?? [])])
      .length;
  });
  if (count === 0) return;
  const marks = await until(`marks: ${page.name}, ${how}`, async () => {
    const found = await partsIn(driver, tab, '.mark');
    return found.length > 0 ? found : null;
  });
  for (const { label } of marks) expect(label, `${page.name}, ${how}`).toContain('Credly badge');
}

for (const site of sites) {
  test(`${site.id}: pages that were renamed, translated, wrapped, moved: never a wrong place`, async ({
    driver,
  }) => {
    test.setTimeout(240_000);
    await pullBadges(driver);
    const library = await switchSiteOn(driver, site);
    const tab = await driver.newTab(site.address);
    for (const page of site.pages) {
      const file = fileOf(page.name);
      if (!existsSync(file)) {
        console.log(`${file} is not here: recorded pages are not ours to publish`);
        continue;
      }
      const html = readFileSync(file, 'utf8');
      for (const how of scrambles) {
        await tab.evaluate(showScrambled, html, how, page.field ?? '');
        if (page.field) await checkField(driver, library, tab, site.address, page, how);
        else await checkMarks(driver, tab, page, how);
      }
    }
  });
}
