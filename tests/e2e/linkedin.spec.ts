import { readFileSync } from 'node:fs';
import { until, type Driver, type Tab } from './driver.ts';
import { layerHtml, partsIn, pressPart, untilParts } from './in-page.ts';
import { pullBadges, showFixture, switchSite } from './site-pages.ts';
import { expect, test } from './test.ts';

const linkedIn = ['https://www.linkedin.com/*'];
const address = 'https://www.linkedin.com/in/seoyeon-lee/';
const mark = '.mark';

/** Where LinkedIn's own redirector leads for a badge. */
const viaLinkedIn = (url: string) =>
  `https://www.linkedin.com/safety/go/?url=${encodeURIComponent(url).replaceAll('.', '%2E')}&amp;isSdui=true`;

/** A profile's section with one certificate for each address. */
async function showProfile(tab: Tab, links: readonly string[]): Promise<void> {
  const entries = links.map(
    (href, index) =>
      `<div componentkey="entity-collection-item-${index}" style="padding: 12px"><p>Certificate ${index}</p><a href="${href}">Show credential</a></div>`,
  );
  await showFixture(tab, 'linkedin-profile-sdui', (html) =>
    html.replace(/<div componentkey="entity-collection-item-1">[^]*(?=<\/section>)/, entries.join('\n')),
  );
}

async function readReport(driver: Driver, tab: Tab): Promise<string> {
  const report = await until('the report', async () => {
    const [part] = await partsIn(driver, tab, '.report');
    return part && !part.text.includes('Asking') ? part : null;
  });
  return report.text;
}

test('marks on a profile ask nobody until they are pressed, and then tell four badges apart', async ({
  driver,
  world,
}) => {
  const { valid, expired, revoked, forged } = world.credly.showcase;
  const imitation = valid.pageUrl.replace('www.credly.com', 'www.credly.com.badges.example');
  const library = await switchSite(driver, 'linkedin', linkedIn);
  const tab = await driver.newTab(address);
  await showProfile(tab, [
    ...[valid, expired, revoked, forged].map(({ pageUrl }) => viaLinkedIn(pageUrl)),
    imitation,
  ]);

  const marks = await untilParts(driver, tab, mark, 5);
  expect(marks.map(({ label }) => label)).toEqual([
    ...Array.from({ length: 4 }, () => 'Credly badge: Not checked yet'),
    'Credly badge: Not genuine',
  ]);
  expect(
    world.log.filter(({ host }) => host.includes('credly')),
    'nothing is asked before a press',
  ).toEqual([]);

  const beginnings = [
    'Valid: Credly confirmed it',
    'Expired:',
    'Revoked:',
    'Not genuine:',
    'Not genuine: the link leads to',
  ];
  for (const [index, beginning] of beginnings.entries()) {
    const current = (await partsIn(driver, tab, mark))[index];
    if (!current) throw new Error(`mark ${index} is gone`);
    await pressPart(tab, current);
    expect(await readReport(driver, tab)).toContain(beginning);
    await tab.press('Escape');
    await untilParts(driver, tab, '.report', 0);
  }
  const after = await partsIn(driver, tab, mark);
  expect(after.map(({ label }) => label)).toEqual(
    ['Valid', 'Expired', 'Revoked', 'Not genuine', 'Not genuine'].map((word) => `Credly badge: ${word}`),
  );

  await library.bringToFront();
  await library.click('[aria-labelledby="site-linkedin"]');
  await tab.bringToFront();
  await until('nothing of ours in the page', () =>
    tab.evaluate(() =>
      [...document.body.children].every(
        (child) => child.attributes.length > 0 || child.childElementCount > 0,
      ),
    ),
  );
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`marks and reports are clean to axe on a ${colorScheme} page`, async ({ driver, world }) => {
    const { valid, expired } = world.credly.showcase;
    await switchSite(driver, 'linkedin', linkedIn);
    const tab = await driver.newTab(address);
    const ground = colorScheme === 'dark' ? '#1b1f23' : '#ffffff';
    await tab.evaluate((color: string) => (document.body.style.background = color), ground);
    await showProfile(tab, [viaLinkedIn(valid.pageUrl), viaLinkedIn(expired.pageUrl)]);
    const [first] = await untilParts(driver, tab, mark, 2);
    if (!first) throw new Error('no mark');
    expect(first.theme).toBe(colorScheme);
    await pressPart(tab, first);
    await readReport(driver, tab);
    // axe cannot look into a closed root, so it gets a copy of what stands in it.
    const copy = await layerHtml(driver, tab);
    const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
    const blank = await driver.newTab('https://editors.example.org/bare');
    const found = await blank.evaluate(
      async (content: string, source: string, color: string) => {
        const page = new DOMParser().parseFromString(content.replaceAll(':host', ':root'), 'text/html');
        const main = document.createElement('main');
        main.append(...page.head.childNodes, ...page.body.childNodes);
        document.body.replaceChildren(main);
        document.body.style.background = color;
        const script = document.createElement('script');
        script.textContent = source;
        document.head.append(script);
        interface Axe {
          run(
            context: Element,
          ): Promise<{ violations: { id: string; nodes: { html: string }[] }[]; passes: object[] }>;
        }
        const { violations, passes } = await (window as unknown as { axe: Axe }).axe.run(main);
        const names = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
        return { names, passes: passes.length };
      },
      copy,
      axe,
      ground,
    );
    expect(found.names).toEqual([]);
    expect(found.passes).toBeGreaterThan(10);
  });
}

test('the user’s own badges on an open profile are noted as placed there, once, and others are not', async ({
  driver,
  world,
}) => {
  await pullBadges(driver);
  await switchSite(driver, 'linkedin', linkedIn);
  const tab = await driver.newTab('https://www.linkedin.com/in/haneul-kim/');
  const library = await driver.extensionPage('library.html#places');
  const noted = () =>
    library.evaluate(() => [...document.querySelectorAll('.place h2')].map(({ textContent }) => textContent));
  // The profile shows five badges, of which the library has one.
  await until('the note', async () => (await noted()).length === 1);
  expect(await noted()).toEqual([world.credly.showcase.valid.name]);
  await tab.goto('https://www.linkedin.com/in/haneul-kim/');
  await until('marks', async () => (await partsIn(driver, tab, mark)).length > 1);
  await new Promise((done) => setTimeout(done, 1500));
  expect(await noted()).toHaveLength(1);
});

test('a mark is reached and used by keys alone, and the report stays inside the window', async ({
  driver,
  world,
}) => {
  await switchSite(driver, 'linkedin', linkedIn);
  const tab = await driver.newTab(address);
  await showProfile(tab, [viaLinkedIn(world.credly.showcase.valid.pageUrl)]);
  await untilParts(driver, tab, mark, 1);
  await tab.bringToFront();
  // Past the page's own links: our layer stands at the end of the page.
  await until('the focus on the mark', async () => {
    await tab.press('Tab');
    return (await partsIn(driver, tab, '.mark:focus')).length === 1;
  });
  await tab.press('Enter');
  const text = await readReport(driver, tab);
  expect(text).toContain('Valid: Credly confirmed it');
  const [report] = await partsIn(driver, tab, '.report');
  const width = await tab.evaluate(() => innerWidth);
  expect(report?.box.width).toBeLessThanOrEqual(320);
  expect((report?.box.x ?? 0) + (report?.box.width ?? 0)).toBeLessThanOrEqual(width);
  await tab.press('Escape');
  await untilParts(driver, tab, '.report', 0);
  const [closed] = await partsIn(driver, tab, mark);
  expect(closed?.expanded).toBe('false');
});

for (const [generation, fixture] of [
  ['SDUI', 'linkedin-share-sdui'],
  ['classic, in an open shadow root', 'linkedin-share-classic'],
] as const) {
  test(`the pin writes a badge into the share box (${generation})`, async ({ driver }) => {
    await pullBadges(driver);
    await switchSite(driver, 'linkedin', linkedIn);
    const tab = await driver.newTab('https://www.linkedin.com/feed/');
    await showFixture(tab, fixture, (html) =>
      html.replaceAll(
        'contenteditable="true"',
        'contenteditable="true" style="min-height: 120px; width: 500px"',
      ),
    );
    await tab.evaluate((isClassic: boolean) => {
      const editor = () => {
        const field = (
          document.querySelector('#interop-outlet')?.shadowRoot ?? document
        ).querySelector<HTMLElement>('[role="textbox"], .ql-editor');
        if (!field) throw new Error('no field');
        return field;
      };
      if (isClassic) {
        const outlet = document.createElement('div');
        outlet.id = 'interop-outlet';
        outlet.attachShadow({ mode: 'open' }).append(...document.body.childNodes);
        document.body.append(outlet);
      } else {
        const dialog = document.querySelector('dialog');
        dialog?.close();
        dialog?.showModal();
      }
      editor().focus();
      Object.assign(window, { readPost: () => editor().innerText });
    }, fixture.endsWith('classic'));
    const [pin] = await untilParts(driver, tab, '.pin', 1);
    if (!pin) throw new Error('no pin');
    await pressPart(tab, pin);
    const choices = await until('the list', async () => {
      const all = await partsIn(driver, tab, '.choice button');
      return all.length > 0 ? all : null;
    });
    const [first] = choices;
    if (!first) throw new Error('an empty list');
    await pressPart(tab, first);
    const post = await until('the sentence', async () => {
      const text = await tab.evaluate(() => (window as unknown as { readPost(): string }).readPost());
      return text.includes('credly.com/badges/') ? text : null;
    });
    expect(post).toMatch(/^I earned .+ from .+\. https:\/\/www\.credly\.com\/badges\/[0-9a-f-]{36}\s*$/);
    const [toast] = await untilParts(driver, tab, '.toast', 1);
    expect(toast?.text).toContain('Badge added to your text');
  });
}
