import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, type BrowserContext } from '@playwright/test';
import { findBrowser } from '../run/browsers.mjs';

/** Where the product's build lies, and where the copies that are measured are made. */
const build = '.output/chrome-mv3';
const work = path.resolve('.cache/bench');

/** The id that the manifest's key gives. */
export const extensionId = 'pkgkjbolkpmjmjplmhinghamcaghpdep';

/**
 * The product with bare references beside it, in one extension, so that both are measured in one run on one
 * database: `scan.js` looks for links, `bare.html` reads everything and draws it, `empty.js` is a content script that does nothing.
 */
export function makeMeasuredCopy(): string {
  const folder = path.join(work, 'product');
  rmSync(folder, { recursive: true, force: true });
  cpSync(build, folder, { recursive: true });
  const manifestFile = path.join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as { host_permissions: string[] };
  manifest.host_permissions.push('https://www.linkedin.com/*');
  writeFileSync(manifestFile, JSON.stringify(manifest));
  writeFileSync(
    path.join(folder, 'bare.html'),
    '<!doctype html><meta charset="utf-8"><ul></ul><script src="bare.js"></script>',
  );
  writeFileSync(path.join(folder, 'bare.js'), bareScript);
  writeFileSync(path.join(folder, 'empty.js'), '(() => {})();');
  writeFileSync(path.join(folder, 'scan.js'), scanScript);
  return folder;
}

/** An extension whose background only answers: what waking one costs at the least. */
export function makeBareExtension(): string {
  const folder = path.join(work, 'bare');
  mkdirSync(folder, { recursive: true });
  const manifest = {
    manifest_version: 3,
    name: 'bare',
    version: '1',
    background: { service_worker: 'background.js' },
  };
  writeFileSync(path.join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(
    path.join(folder, 'background.js'),
    'chrome.runtime.onMessage.addListener((message, sender, answer) => { answer({ ok: true }); return true; });',
  );
  writeFileSync(path.join(folder, 'page.html'), '<!doctype html>');
  return folder;
}

/** The least that a search for links costs: what was added, by attribute, and nothing is done with it. */
const scanScript = `
const selector = 'a[href*="credly.com"],a[href*="badgr"],a[href*="parchment"],a[href*="credential"],a[href*="badge"]';
let found = 0;
new MutationObserver((records) => {
  for (const { addedNodes } of records)
    for (const node of addedNodes)
      if (node.nodeType === 1) found += node.matches(selector) + node.querySelectorAll(selector).length;
}).observe(document, { subtree: true, childList: true });`;

/** Reads all badges in one go and draws every one. */
const bareScript = `
const request = indexedDB.open('lapelpin');
request.onsuccess = () => {
  const all = request.result.transaction('badges').objectStore('badges').getAll();
  all.onsuccess = () => {
    const list = document.querySelector('ul');
    for (const badge of all.result) {
      const item = document.createElement('li');
      item.textContent = badge.achievement.name + ' ' + badge.issuer.name;
      list.append(item);
    }
  };
};
`;

export async function launch(folders: readonly string[]): Promise<BrowserContext> {
  const list = folders.join(',');
  return chromium.launchPersistentContext('', {
    executablePath: findBrowser('chromium') ?? undefined,
    headless: true,
    viewport: { width: 380, height: 560 },
    args: [
      '--no-sandbox',
      // A page that nobody sees gets one frame a second; what is measured must count as seen.
      '--disable-background-timer-throttling',
      '--disable-renderer-backgrounding',
      '--disable-backgrounding-occluded-windows',
      `--disable-extensions-except=${list}`,
      `--load-extension=${list}`,
    ],
  });
}
