import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import { press, until, untilText, untilVisible, type Driver, type Tab } from '../e2e/driver.ts';
import { partsIn, pressPart, untilParts } from '../e2e/in-page.ts';
import { readLibrary } from '../e2e/library-state.ts';
import { addOwnWebmail, switchOn } from '../e2e/sites.ts';
import { giveFiles, png } from '../e2e/give-files.ts';
import type { World } from '../world/world.ts';
import { add, backup, doctor, sources } from './journey-sources.ts';
import { composeInRoundcube, openRoundcubeMail, signIntoRoundcube } from './roundcube-steps.ts';

export interface Scene {
  readonly driver: Driver;
  readonly world: World;
  /** Takes the picture of this step; more than one where a word follows. */
  readonly shoot: (tab: Tab, word?: string) => Promise<void>;
}

interface Step {
  readonly name: string;
  /** What to look at in the picture. */
  readonly shows: string;
  readonly run: (scene: Scene) => Promise<void>;
}

/** The main journey. Each step leans on those before it. */
const steps: readonly Step[] = [
  {
    name: 'first-run',
    shows: 'What is kept and sent is agreed to, a profile link is pasted, and 61 badges arrive.',
    run: firstRun,
  },
  { name: 'collection', shows: 'The whole collection in the library.', run: collection },
  { name: 'popup', shows: 'The popup with all badges, while the network is down; a search.', run: popup },
  { name: 'badge', shows: 'One badge in the popup: where it can go.', run: badge },
  {
    name: 'verify',
    shows: 'A baked picture of a school that the browser was allowed to ask, and an altered copy of it.',
    run: verify,
  },
  { name: 'sites', shows: 'LinkedIn and Gmail are switched on, each by a choice of its own.', run: sites },
  { name: 'linkedin', shows: "Marks beside a profile's badges; one has been pressed.", run: linkedIn },
  { name: 'gmail', shows: 'A signature in a mail being written, put there by one click.', run: gmail },
  { name: 'roundcube', shows: 'A mail in a real Roundcube: each badge has its mark.', run: readInRoundcube },
  {
    name: 'roundcube-sent',
    shows: 'A mail written there; what arrived contains it.',
    run: sendFromRoundcube,
  },
  { name: 'add', shows: 'A badge out of a file.', run: add },
  {
    name: 'sources',
    shows: 'Credly and Microsoft Learn beside each other; a badge that both prove is one.',
    run: sources,
  },
  { name: 'doctor', shows: 'Why a badge may be missing, and where to go.', run: doctor },
  { name: 'backup', shows: 'A backup was saved and chosen again: what is in it.', run: backup },
  { name: 'privacy', shows: 'Every request that was made.', run: privacy },
];

/** Walks through the main journey, leaves pictures and `summary.md` in the folder; false when a step failed. */
export async function drivePictures(driver: Driver, world: World, folder: string): Promise<boolean> {
  mkdirSync(folder, { recursive: true });
  const lines: string[] = [];
  let isWhole = true;
  for (const [index, step] of steps.entries()) {
    if (step.name.startsWith('roundcube') && !world.roundcube) continue;
    const pictures: string[] = [];
    const shoot = async (tab: Tab, word?: string) => {
      const picture = `${String(index + 1).padStart(2, '0')}-${[step.name, word].filter(Boolean).join('-')}.png`;
      await tab.screenshot(path.join(folder, picture));
      pictures.push(picture);
    };
    const begun = performance.now();
    const failure = await step.run({ driver, world, shoot }).then(
      () => null,
      (cause: unknown) => (cause instanceof Error ? cause.message : String(cause)),
    );
    if (failure !== null) isWhole = false;
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    console.log(
      `  ${failure === null ? 'ok    ' : 'FAILED'} ${step.name} (${seconds} s)${failure ? `: ${failure}` : ''}`,
    );
    lines.push(...describe(step, failure, pictures));
  }
  writeFileSync(path.join(folder, 'summary.md'), [`# LapelPin in ${driver.name}`, '', ...lines].join('\n'));
  return isWhole;
}

function describe({ name, shows }: Step, failure: string | null, pictures: readonly string[]): string[] {
  return [
    `## ${name}${failure === null ? '' : ' (failed)'}`,
    '',
    failure === null ? shows : `${shows} It failed: ${failure}`,
    '',
    ...pictures.map((picture) => `![${name}](${picture})`),
    '',
  ];
}

async function firstRun({ driver, shoot }: Scene): Promise<void> {
  const tab = await driver.extensionPage('library.html#first-run');
  await untilText(tab, en.consentAgree.message);
  await shoot(tab, 'consent');
  await press(tab, en.consentAgree.message);
  await untilVisible(tab, '#connect-input');
  await tab.fill('#connect-input', 'https://www.credly.com/users/haneul-kim');
  await press(tab, en.connectFetch.message);
  await until('61 badges with pictures', async () => {
    const { accounts, pictures } = await readLibrary(tab);
    return accounts[0]?.foundTotal === 61 && pictures === 61;
  });
  await untilText(tab, en.stepUseOpen.message);
  await shoot(tab, 'done');
  await tab.close();
}

async function collection({ driver, shoot }: Scene): Promise<void> {
  const tab = await driver.extensionPage('library.html#collection');
  await untilText(tab, '61');
  await shoot(tab);
  await tab.close();
}

/** The popup's page at the popup's size: pictures of the true popup cannot be taken. */
async function openPopupPage(driver: Driver): Promise<Tab> {
  const tab = await driver.extensionPage('popup.html');
  await tab.setViewport(380, 560);
  await untilVisible(tab, '.badge-card-main');
  return tab;
}

async function popup({ driver, world, shoot }: Scene): Promise<void> {
  world.setDown(true);
  try {
    const tab = await openPopupPage(driver);
    await shoot(tab);
    await tab.fill('.search input', 'ㅋㅂㄴ');
    await until('the search', () =>
      tab.evaluate(() => document.querySelector('.badge-card-main')?.textContent?.includes('쿠버네티스')),
    );
    await shoot(tab, 'search');
    // The popup remembers what was typed.
    await tab.fill('.search input', '');
    await tab.close();
  } finally {
    world.setDown(false);
  }
}

async function badge({ driver, shoot }: Scene): Promise<void> {
  const tab = await openPopupPage(driver);
  await tab.click('.badge-card-main');
  await untilVisible(tab, '.badge-view');
  await shoot(tab);
  await tab.close();
}

async function verify({ driver, world, shoot }: Scene): Promise<void> {
  const { host, pictures } = world.harbour;
  const tab = await driver.extensionPage('library.html#verify');
  await untilVisible(tab, '#verify-text');
  await giveFiles(tab, 'drop', [png('harbour-welding.png', pictures.baked)]);
  await untilText(tab, en.verifyAllow.message);
  await shoot(tab, 'asking');
  await driver.agreeToHost(`https://${host}/*`);
  await tab.bringToFront();
  await press(tab, en.verifyAllow.message);
  await untilText(tab, en.check_hosted_copy_pass.message);
  await shoot(tab, 'valid');
  await giveFiles(tab, 'drop', [png('harbour-welding-2020.png', pictures.tampered)]);
  await untilText(tab, `${en.verdict_tampered.message}:`);
  await shoot(tab, 'altered');
  await tab.close();
}

async function sites({ driver, shoot }: Scene): Promise<void> {
  const first = await switchOn(driver, 'linkedin', ['https://www.linkedin.com/*']);
  await first.close();
  const tab = await switchOn(driver, 'gmail', ['https://mail.google.com/*']);
  await shoot(tab);
  await tab.close();
}

async function linkedIn({ driver, shoot }: Scene): Promise<void> {
  const tab = await driver.newTab('https://www.linkedin.com/in/haneul-kim/');
  await pressFirstMark(driver, tab);
  await shoot(tab);
  await tab.close();
}

async function pressFirstMark(driver: Driver, tab: Tab): Promise<void> {
  const mark = await until('a mark', async () => (await partsIn(driver, tab, '.mark'))[0]);
  await pressPart(tab, mark);
  await until('the report', async () => {
    const [report] = await partsIn(driver, tab, '.report');
    return report?.text.includes('Credly confirmed it');
  });
}

async function gmail({ driver, world, shoot }: Scene): Promise<void> {
  const tab = await driver.newTab('https://mail.google.com/mail/u/0/');
  await press(tab, 'Compose');
  const [pin] = await untilParts(driver, tab, '.pin', 1);
  if (pin) await pressPart(tab, pin);
  const holds = (link: string) =>
    document.querySelector(`[contenteditable="true"] a[href^="${link}"]`) !== null;
  await until('the signature', () => tab.evaluate(holds, 'https://www.credly.com/badges/'));
  await shoot(tab);
  await tab.close();
  if (world.gmail.sent.length > 0) throw new Error('a mail was sent that nobody sent');
}

async function readInRoundcube({ driver, world, shoot }: Scene): Promise<void> {
  const library = await addOwnWebmail(driver, 'roundcube', 'https://webmail.example.org');
  await library.close();
  const tab = await signIntoRoundcube(driver, world);
  await openRoundcubeMail(tab);
  await pressFirstMark(driver, tab);
  await shoot(tab);
  await tab.close();
}

async function sendFromRoundcube({ driver, world, shoot }: Scene): Promise<void> {
  const tab = await driver.newTab('https://webmail.example.org/?_task=mail&_action=compose');
  await composeInRoundcube(tab);
  const [pin] = await untilParts(driver, tab, '.pin', 1);
  if (pin) await pressPart(tab, pin);
  await untilParts(driver, tab, '.toast', 1);
  await shoot(tab);
  await tab.click('button.send');
  const sent = await until('the mail', async () => (await world.roundcube?.mails())?.at(-1));
  if (!sent.html.includes('https://www.credly.com/badges/'))
    throw new Error('the mail arrived without the signature');
  await tab.close();
}

async function privacy({ driver, shoot }: Scene): Promise<void> {
  const tab = await driver.extensionPage('library.html#privacy');
  await untilText(tab, 'www.credly.com');
  await shoot(tab);
  await tab.close();
}
