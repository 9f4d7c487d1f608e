import { rmSync } from 'node:fs';
import path from 'node:path';
import { launchChromium } from '../e2e/chromium.ts';
import type { Driver, Tab } from '../e2e/driver.ts';
import { launchFirefox } from '../e2e/firefox.ts';
import { hostNames, startWorld, type World } from '../world/world.ts';
import { drivePictures } from './journey.ts';

/** Shows the built extension in the local world: in a window, or in pictures where there is no display. */
const name = process.argv[2] === 'firefox' ? 'firefox' : 'chromium';
const launch = name === 'firefox' ? launchFirefox : launchChromium;
const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);

const world = await startWorld({ withRoundcube: true });
try {
  const driver = await launch({ world, headless: !hasDisplay });
  try {
    if (hasDisplay) await showWindow(driver, world);
    else process.exitCode = await takePictures(driver, world);
  } finally {
    await driver.close().catch(() => {});
  }
} finally {
  await world.close();
}

async function showWindow(driver: Driver, { roundcube }: World): Promise<void> {
  for (const url of ['https://www.linkedin.com/in/haneul-kim/', 'https://mail.google.com/mail/u/0/']) {
    await driver.newTab(url);
  }
  if (roundcube) await driver.newTab(`https://${hostNames.roundcube}/`);
  const library = await driver.extensionPage('library.html#first-run');
  await closeOtherLibraries(library);
  await library.bringToFront();
  console.log(whatToTry(roundcube));
  const stopped = new Promise<void>((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => done());
  });
  await Promise.race([driver.closed, stopped]);
}

/** The library opens by itself at the installation, behind the tabs that we open: one is enough. */
function closeOtherLibraries(library: Tab): Promise<void> {
  return library.evaluate(async () => {
    interface Api {
      runtime: { getURL(path: string): string };
      tabs: {
        query(what: { url: string }): Promise<{ id: number }[]>;
        getCurrent(): Promise<{ id: number }>;
        remove(ids: number[]): Promise<void>;
      };
    }
    const all = globalThis as unknown as { browser?: Api; chrome: Api };
    const { runtime, tabs } = all.browser ?? all.chrome;
    const open = await tabs.query({ url: `${runtime.getURL('/library.html')}*` });
    const { id: own } = await tabs.getCurrent();
    await tabs.remove(open.map(({ id }) => id).filter((id) => id !== own));
  });
}

function whatToTry(roundcube: World['roundcube']): string {
  const webmail = roundcube
    ? `  5. Roundcube (real; user ${roundcube.user}, password ${roundcube.password}): add https://${hostNames.roundcube} under
     "Sites", then open the mail about the team's badges, and write one. Nothing that you send leaves this computer.`
    : `  5. https://${hostNames.editors}/tinymce: put a badge at the cursor from the popup (Roundcube is not installed here).`;
  return `
LapelPin is open in a world of its own: Credly, LinkedIn, Gmail and Outlook are stand-ins on this computer.

  1. First run: agree, paste https://www.credly.com/users/haneul-kim and watch 61 badges arrive.
  2. The toolbar button (or Alt+Shift+L): search, for example ㅋㅂㄴ; press Enter on a badge to share it.
  3. "Sites" in the library: switch LinkedIn on, go to its tab and press the small marks beside the badges.
  4. The same for Gmail: write a mail and press the pin in its corner; Ctrl+Z takes the signature out again.
${webmail}
  6. "Privacy" in the library: every request that was made, and erasing everything.

Close the window or press Ctrl+C to end.
`;
}

async function takePictures(driver: Driver, world: World): Promise<number> {
  const folder = path.resolve('pictures', driver.name);
  rmSync(folder, { recursive: true, force: true });
  console.log('There is no display: taking pictures of the main journey instead.\n');
  const isWhole = await drivePictures(driver, world, folder);
  console.log(`\nPictures and a summary are in pictures/${driver.name}/ (begin with summary.md).`);
  return isWhole ? 0 : 1;
}
