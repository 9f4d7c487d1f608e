import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findBrowser, isBranded } from './browsers.mjs';
import { npm, root, run } from './processes.mjs';

/**
 * Installs what is missing: the npm packages of the lockfile, the browsers, Korean fonts and Roundcube. System packages
 * only as root on Debian or Ubuntu; elsewhere it says in a line what is missing and what that means. Gives false when
 * the packages themselves could not be installed, for then nothing can go on.
 */
export async function ensureEverything(browsers) {
  if (!(await ensurePackages())) return false;
  await ensureBrowsers(browsers);
  await ensureFonts();
  await ensureLanguages(browsers);
  await ensureRoundcube();
  return true;
}

async function ensurePackages() {
  const stale = whyPackagesAreStale();
  if (!stale) return true;
  console.log(`Installing the npm packages (${stale}) …`);
  const { code } = await npm(['ci', '--no-audit', '--no-fund'], { limit: 900 });
  return code === 0;
}

/** Compares versions, not dates: a checkout changes the lockfile's date without changing a package. */
function whyPackagesAreStale() {
  const installed = readPackages('node_modules/.package-lock.json');
  if (!installed) return 'there are none yet';
  const locked = readPackages('package-lock.json') ?? {};
  for (const [place, { version, optional, link }] of Object.entries(locked)) {
    if (place === '' || link) continue;
    const there = installed[place];
    // Optional ones of other systems are left out.
    if (!there && optional) continue;
    if (there?.version !== version) return `${place.replace('node_modules/', '')} is not at ${version}`;
  }
  return null;
}

function readPackages(file) {
  const full = path.join(root, file);
  return existsSync(full) ? JSON.parse(readFileSync(full, 'utf8')).packages : null;
}

async function ensureBrowsers(browsers) {
  const missing = browsers.filter((kind) => !isUsable(kind));
  if (missing.length === 0) return;
  const system = debianLike();
  if (system === 'debian') {
    await aptInstall(missing.map((kind) => ({ chromium: 'chromium', firefox: 'firefox-esr' })[kind]));
  } else if (missing.includes('chromium')) {
    console.log('Downloading Chromium …');
    const withLibraries = system === 'ubuntu' ? ['--with-deps'] : [];
    const tool = path.join(root, 'node_modules', 'playwright-core', 'cli.js');
    await run(process.execPath, [tool, 'install', ...withLibraries, 'chromium'], { limit: 900 });
  }
  for (const kind of missing.filter((kind) => !findBrowser(kind))) {
    const name = kind === 'firefox' ? 'Firefox' : 'Chromium';
    console.log(`${name} is missing: install it, or set ${kind.toUpperCase()} to its path.`);
  }
}

/** Branded Chrome no longer loads an unpacked extension from the command line, so it does not count while there is hope. */
function isUsable(kind) {
  const file = findBrowser(kind);
  return file !== null && !(kind === 'chromium' && isBranded(file) && !process.env.CHROMIUM);
}

/** Without them Korean and emoji are empty boxes in every picture. */
async function ensureFonts() {
  if (process.platform !== 'linux') return;
  const has = (query) => spawnSync('fc-list', [query], { encoding: 'utf8' }).stdout?.trim();
  if (has(':lang=ko')) return;
  if (debianLike()) await aptInstall(['fontconfig', 'fonts-noto-cjk', 'fonts-noto-color-emoji']);
  else console.log('No Korean font is installed: Korean words will show as boxes (Noto Sans CJK has them).');
}

/** Debian packs a browser's languages apart from it; without Korean the extension would silently speak English. */
const languagePacks = {
  chromium: ['/usr/lib/chromium/locales/ko.pak', 'chromium-l10n'],
  firefox: [
    '/usr/lib/firefox-esr/browser/extensions/langpack-ko@firefox-esr.mozilla.org.xpi',
    'firefox-esr-l10n-ko',
  ],
};

async function ensureLanguages(browsers) {
  if (debianLike() !== 'debian') return;
  const packs = browsers.map((kind) => languagePacks[kind]).filter(([file]) => !existsSync(file));
  if (packs.length > 0) await aptInstall(packs.map(([, name]) => name));
}

async function ensureRoundcube() {
  const programs = ['/usr/sbin/dovecot', '/usr/bin/php', '/var/lib/roundcube/public_html'];
  if (programs.every((file) => existsSync(file))) return;
  // php-cgi satisfies Roundcube's wish for a web server module and so keeps Apache out.
  const packages = ['roundcube-core', 'roundcube-sqlite3', 'dovecot-imapd', 'php-cli', 'php-cgi', 'sqlite3'];
  if (debianLike()) await aptInstall(packages);
  else console.log('Roundcube is not installed here: the TinyMCE page stands in for it.');
}

/** "debian", "ubuntu", or null where nothing may be installed: another system, or not root. */
function debianLike() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    return null;
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  // Ubuntu's packages of both browsers are only doors to snap, which containers lack.
  return /^ID(_LIKE)?=.*ubuntu/m.test(release) ? 'ubuntu' : 'debian';
}

let isListFresh = false;

async function aptInstall(packages) {
  console.log(`Installing ${packages.join(', ')} …`);
  const options = { env: { DEBIAN_FRONTEND: 'noninteractive' }, limit: 900 };
  if (!isListFresh) isListFresh = (await run('apt-get', ['update', '-qq'], options)).code === 0;
  const { code } = await run(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', ...packages],
    options,
  );
  if (code !== 0) console.log(`Could not install ${packages.join(', ')}; going on without.`);
}
