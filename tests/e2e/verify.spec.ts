import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import { press, until, untilText, untilVisible, type Driver, type Tab } from './driver.ts';
import { giveFiles, png } from './give-files.ts';
import { giveConsent, readLibrary } from './library-state.ts';
import { expect, test } from './test.ts';

async function openVerify(driver: Driver): Promise<Tab> {
  const tab = await driver.extensionPage('library.html#verify');
  await giveConsent(tab);
  await tab.bringToFront();
  await untilVisible(tab, '#verify-text');
  return tab;
}

async function verifyText(tab: Tab, text: string): Promise<string> {
  const before = await countReports(tab);
  await tab.fill('#verify-text', text);
  await tab.click('.verify-form .button.main');
  await untilReports(tab, before + 1);
  return verdictOf(tab, 0);
}

function countReports(tab: Tab): Promise<number> {
  return tab.evaluate(() => document.querySelectorAll('.verify-result').length);
}

/** The newest is the first, so it must be there before the first is read. */
async function untilReports(tab: Tab, count: number): Promise<void> {
  await until(`${count} reports`, async () => (await countReports(tab)) === count);
}

/** The verdict's sentences of a report, once they are there. */
function verdictOf(tab: Tab, index: number): Promise<string> {
  return until(`verdict ${index}`, () =>
    tab.evaluate((at: number) => {
      const card = document.querySelectorAll<HTMLElement>('.verify-result')[at];
      if (card?.getAttribute('aria-busy') !== 'false') return '';
      return card.querySelector<HTMLElement>('.verdict-line > :last-child')?.innerText ?? '';
    }, index),
  );
}

/** The words of a report, unfolded or not. */
function reportOf(tab: Tab, index = 0): Promise<string> {
  return tab.evaluate(
    (at: number) => document.querySelectorAll<HTMLElement>('.verify-result')[at]?.textContent ?? '',
    index,
  );
}

/** Presses "Allow" until nothing is refused any more: a class or a key may lie on another host. */
async function allow(driver: Driver, tab: Tab, host: string): Promise<void> {
  await untilText(tab, host);
  await driver.agreeToHost(`https://${host}/*`);
  await tab.bringToFront();
  await press(tab, en.verifyAllow.message);
  await until('the second check', async () => !(await reportOf(tab)).includes(en.verifyAllow.message));
}

test('a baked picture is checked once its host is allowed, and compared with a person', async ({
  driver,
  world,
}) => {
  const { harbour } = world;
  const tab = await openVerify(driver);
  await giveFiles(tab, 'picker', [png('welding.png', harbour.pictures.baked)]);
  expect(await verdictOf(tab, 0)).toMatch(/^Could not check:/);
  expect(world.log.filter(({ host }) => host === harbour.host)).toEqual([]);

  await allow(driver, tab, harbour.host);
  expect(await verdictOf(tab, 0)).toBe(`Valid: ${harbour.host} confirmed it just now`);
  const report = await reportOf(tab);
  expect(report).toContain(harbour.name);
  expect(report).toContain(harbour.issuerName);
  expect(report).toContain('Feb 14, 2026');
  expect(report).toContain(en.check_hosted_copy_pass.message);
  const isDrawn = () => (document.querySelector<HTMLImageElement>('.verify-head img')?.naturalWidth ?? 0) > 0;
  await until('the picture', () => tab.evaluate(isDrawn));

  await tab.fill('#verify-recipient', harbour.email);
  await tab.click('.verify-form .button.main');
  await untilText(tab, en.recipient_yes.message);
  await tab.fill('#verify-recipient', 'somebody.else@example.org');
  await tab.click('.verify-form .button.main');
  await untilText(tab, en.recipient_no.message);
  expect(await verdictOf(tab, 0)).toMatch(/^Not for this person:/);
  const { requests } = await readLibrary(tab);
  expect(new Set(requests.map(({ host, purpose }) => `${host} ${purpose}`))).toEqual(
    new Set([`${harbour.host} verification`]),
  );
});

test('several pictures at once: an altered one, a signed one, one that carries nothing', async ({
  driver,
  world,
}) => {
  const { pictures, host } = world.harbour;
  const tab = await openVerify(driver);
  await giveFiles(tab, 'drop', [png('plain.png', pictures.plain), png('altered.png', pictures.tampered)]);
  expect(await verdictOf(tab, 0)).toMatch(/^Could not check: no badge was found in it/);
  expect(await verdictOf(tab, 1)).toMatch(/^Could not check:/);
  // Folded while there are several; the headlines stand under each other.
  await tab.click('.verify-result:nth-of-type(2) summary');
  await driver.agreeToHost(`https://${host}/*`);
  await tab.bringToFront();
  await press(tab, en.verifyAllow.message);
  await until('altered', async () => (await verdictOf(tab, 1)).startsWith('Altered:'));
  await giveFiles(tab, 'paste', [png('signed.png', pictures.signed)]);
  await untilReports(tab, 3);
  expect(await verdictOf(tab, 0)).toMatch(/^Valid:/);
});

test('tokens: valid, altered, expired, and by nobody that anyone knows', async ({ driver, world }) => {
  const { tokens, host } = world.harbour;
  const tab = await openVerify(driver);
  expect(await verifyText(tab, tokens.selfAsserted)).toMatch(/^Issuer not proven:/);
  expect(world.log.filter((request) => request.host === host)).toEqual([]);
  expect(await verifyText(tab, tokens.valid)).toMatch(/^Could not check:/);
  await tab.click('.verify-result summary');
  await allow(driver, tab, host);
  expect(await verdictOf(tab, 0)).toMatch(/^Valid:/);
  expect(await verifyText(tab, tokens.tampered)).toMatch(/^Altered:/);
  expect(await verifyText(tab, tokens.expired)).toMatch(
    /^Expired: it was valid until Mar 1, 2026\s+\S+ answered just now$/,
  );
});

test('links: what was understood is said before anybody is asked, and a lost network is no failure', async ({
  driver,
  world,
}) => {
  const { valid, revoked } = world.credly.showcase;
  const tab = await openVerify(driver);
  await tab.fill('#verify-text', valid.pageUrl);
  await untilText(tab, en.verifyKind_link.message.replace('$1', 'www.credly.com'));
  expect(world.log.filter(({ host }) => host === 'www.credly.com')).toEqual([]);
  await tab.press('Enter');
  expect(await verdictOf(tab, 0)).toBe('Valid: www.credly.com confirmed it just now');
  expect(await verifyText(tab, revoked.pageUrl)).toMatch(/^Revoked:/);
  world.setDown(true);
  expect(await verifyText(tab, valid.pageUrl)).toMatch(
    /^Could not check: www\.credly\.com could not be reached/,
  );
  expect(await verifyText(tab, '{"hello": "world"}')).toMatch(/^Not a badge:/);
});

test('the report is saved as JSON, with what it is about', async ({ driver, world }) => {
  const tab = await openVerify(driver);
  await verifyText(tab, world.credly.showcase.expired.pageUrl);
  // What the link would save: neither browser shows its downloads to a page.
  await tab.evaluate(() => {
    const saved: { name: string; blob: Blob | null } = { name: '', blob: null };
    Object.assign(window, { saved });
    URL.createObjectURL = (blob: Blob) => {
      saved.blob = blob;
      return '#';
    };
    HTMLAnchorElement.prototype.click = function click() {
      saved.name = this.download;
    };
  });
  await press(tab, en.verifyExport.message);
  const { name, text } = await until('the file', () =>
    tab.evaluate(async () => {
      const { saved } = window as unknown as { saved: { name: string; blob: Blob | null } };
      return saved.blob && { name: saved.name, text: await saved.blob.text() };
    }),
  );
  const report = JSON.parse(text) as Record<string, unknown>;
  expect(name).toMatch(/^lapelpin-report-[\p{L}\p{N}-]+-\d{4}-\d\d-\d\d\.json$/u);
  expect(report).toMatchObject({
    application: { name: 'LapelPin' },
    target: { kind: 'text', name: world.credly.showcase.expired.pageUrl },
    verdict: 'expired',
    checkedWith: 'www.credly.com',
    badge: { name: world.credly.showcase.expired.name },
  });
  expect(report).toHaveProperty('target.sha256', expect.stringMatching(/^[0-9a-f]{64}$/));
  expect(report).toHaveProperty('application.version', expect.stringMatching(/^\d+\.\d+/));
  expect(report['checks']).not.toEqual([]);
});

test('a background that was stopped loads the verifier again, each time', async ({ driver, world }) => {
  const { selfAsserted } = world.harbour.tokens;
  const tab = await openVerify(driver);
  for (let life = 0; life < 3; life += 1) {
    expect(await verifyText(tab, selfAsserted)).toMatch(/^Issuer not proven:/);
    await driver.killBackground();
    await tab.bringToFront();
  }
});
