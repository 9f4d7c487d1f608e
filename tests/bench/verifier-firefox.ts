import puppeteer, { type Browser } from 'puppeteer-core';
import { until } from '../e2e/driver.ts';
import { openChromeScope } from '../e2e/firefox-chrome-scope.ts';
import { findBrowser } from '../run/browsers.mjs';
import { firefoxFolderOf, firefoxHosts, firefoxIds, sides, type Side } from './verifier-build.ts';
import type { Asker, Askers } from './verifier-measure.ts';
import type { Answer } from './verifier-worker.ts';

/** Both sides in Firefox's background pages; the second thing returned ends the browser. */
export async function startFirefox(): Promise<readonly [Askers, () => Promise<void>]> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: findBrowser('firefox') ?? undefined,
    headless: true,
    // Lets BiDi open the extensions' pages and end their backgrounds.
    args: ['--remote-allow-system-access'],
    env: { ...process.env, MOZ_REMOTE_SETTINGS_DEVTOOLS: '1' },
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify(
        Object.fromEntries(sides.map((side) => [firefoxIds[side], firefoxHosts[side]])),
      ),
      // The bench alone ends a background, never its idleness.
      'extensions.background.idle.timeout': 3_600_000,
      // A clock of whole milliseconds cannot see a call.
      'privacy.reduceTimerPrecision': false,
      'services.settings.server': 'data:,#remote-settings-dummy/v1',
    },
  });
  for (const side of sides) await browser.installExtension(firefoxFolderOf(side));
  const chrome = await openChromeScope(browser);
  const toAsker = async (side: Side): Promise<Asker> => ({
    ask: await openPage(browser, side),
    restart: () => chrome.terminateBackground(firefoxIds[side]),
  });
  return [{ ours: await toAsker('ours'), bare: await toAsker('bare') }, () => browser.close()];
}

async function openPage(browser: Browser, side: Side): Promise<Asker['ask']> {
  const page = await browser.newPage();
  await page.goto(`moz-extension://${firefoxHosts[side]}/page.html`, { waitUntil: [] });
  const isThere = `location.protocol === 'moz-extension:' && document.readyState === 'complete'`;
  await until('page.html', async () => (await page.evaluate(isThere)) === true);
  return async (question) => {
    const expression = `browser.runtime.sendMessage(${JSON.stringify(question)}).then(JSON.stringify)`;
    return JSON.parse((await page.evaluate(expression)) as string) as Answer;
  };
}
