import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** Names on the PATH, in order of preference. */
const commands = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'],
  firefox: ['firefox-esr', 'firefox', 'firefox-developer-edition'],
};

const macApplications = {
  chromium: ['Chromium', 'Google Chrome', 'Microsoft Edge'],
  firefox: ['Firefox', 'Firefox Developer Edition'],
};

const windowsPrograms = {
  chromium: [
    'Chromium\\Application\\chrome.exe',
    'Google\\Chrome\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
  ],
  firefox: ['Mozilla Firefox\\firefox.exe', 'Firefox Developer Edition\\firefox.exe'],
};

/**
 * Where a browser of this kind is: the environment's CHROMIUM or FIREFOX, else an installed one, else the Chromium that
 * Playwright downloaded. Null when there is none. Playwright's Firefox is left out: it is patched and does not speak
 * WebDriver BiDi.
 */
export function findBrowser(kind) {
  const named = process.env[kind.toUpperCase()];
  if (named) return existsSync(named) ? named : null;
  const installed = candidates(kind).filter((file) => existsSync(file));
  if (kind === 'firefox') return installed[0] ?? null;
  return installed.find((file) => !isBranded(file)) ?? downloadedChromium() ?? installed[0] ?? null;
}

/** Google Chrome and Edge: from Chrome 137 on they ignore --load-extension, so they are the last resort. */
export function isBranded(file) {
  return /chrome(-stable|\.exe)?$|edge/i.test(file) && !/chromium|ms-playwright/i.test(file);
}

function candidates(kind) {
  if (process.platform === 'win32') {
    const { ProgramFiles, LOCALAPPDATA } = process.env;
    const roots = [ProgramFiles, process.env['ProgramFiles(x86)'], LOCALAPPDATA].filter(Boolean);
    return windowsPrograms[kind].flatMap((program) => roots.map((root) => path.win32.join(root, program)));
  }
  const onPath = commands[kind].flatMap((name) => searchPath().map((folder) => path.join(folder, name)));
  if (process.platform !== 'darwin') return onPath;
  const bundles = macApplications[kind].flatMap((name) =>
    ['/Applications', path.join(process.env.HOME ?? '', 'Applications')].map((root) =>
      path.join(root, `${name}.app`, 'Contents', 'MacOS', name.startsWith('Firefox') ? 'firefox' : name),
    ),
  );
  return [...bundles, ...onPath];
}

/** A PATH may be cut short (services, schedulers), so the usual folders are searched as well. */
function searchPath() {
  const usual = ['/usr/local/bin', '/usr/bin', '/bin', '/snap/bin', '/opt/homebrew/bin'];
  return [...new Set([...(process.env.PATH ?? '').split(path.delimiter).filter(Boolean), ...usual])];
}

function downloadedChromium() {
  try {
    const file = createRequire(import.meta.url)('playwright-core').chromium.executablePath();
    return existsSync(file) ? file : null;
  } catch {
    // Before the first `npm ci` there is no Playwright to ask.
    return null;
  }
}
