import { rmSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import puppeteer, { type Browser, type KeyInput, type Page } from 'puppeteer-core';
import { findBrowser } from '../run/browsers.mjs';
import {
  contentWorldExpression,
  dragBy,
  extensionIds,
  toExpression,
  until,
  type Dragged,
  type Driver,
  type LaunchOptions,
  type Tab,
} from './driver.ts';
import { openChromeScope, type ChromeScope } from './firefox-chrome-scope.ts';

const extension = path.resolve('.output/firefox-mv3');
const uuid = extensionIds.firefoxUuid;

/** Firefox with the extension, over WebDriver BiDi; every host leads through a proxy to the world. */
export async function launchFirefox(options: LaunchOptions): Promise<Driver> {
  const executablePath = findBrowser('firefox');
  if (!executablePath) throw new Error('No Firefox found: install it, or set FIREFOX to its path.');
  const userDataDir = await copyProfile(executablePath);
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    userDataDir,
    headless: options.headless ?? true,
    acceptInsecureCerts: true,
    // A window that somebody looks at has its own size.
    defaultViewport: options.headless === false ? null : { width: 1100, height: 800 },
    // Lets BiDi open moz-extension pages and reach the browser's own window.
    args: ['--remote-allow-system-access'],
    // Makes services.settings.server count on a release build, so that nothing else is asked for.
    env: { ...process.env, MOZ_REMOTE_SETTINGS_DEVTOOLS: '1' },
    extraPrefsFirefox: preferences(options),
  });
  await browser.installExtension(extension);
  const chrome = await openChromeScope(browser);
  // The first run opens by itself; it would take over a library tab that a test opens in the same moment.
  await until('the first run', () => chrome.hasTab('#first-run'));
  const { close, ...driver } = toDriver(browser, chrome);
  return {
    ...driver,
    close: async () => {
      await close();
      await rm(userDataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

let template: Promise<string> | undefined;

/**
 * A profile of its own, copied from one that has started once without the extension: what Firefox works out at its first
 * start (its caches) is a third of what a launch costs.
 */
async function copyProfile(executablePath: string): Promise<string> {
  template ??= makeTemplate(executablePath);
  const copy = await newFolder();
  await cp(await template, copy, { recursive: true });
  return copy;
}

async function makeTemplate(executablePath: string): Promise<string> {
  const folder = await newFolder();
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    userDataDir: folder,
    headless: true,
    extraPrefsFirefox: { 'services.settings.server': 'data:,#remote-settings-dummy/v1' },
  });
  await browser.newPage();
  // Its caches are written when the first window has been idle for a moment.
  await new Promise((done) => setTimeout(done, 3000));
  await browser.close();
  return folder;
}

const newFolder = () => mkdtemp(path.join(tmpdir(), 'lapelpin-firefox-'));

function preferences({
  world,
  language,
  colorScheme,
}: LaunchOptions): Record<string, string | number | boolean> {
  return {
    'extensions.webextensions.uuids': JSON.stringify({ [extensionIds.firefox]: uuid }),
    'extensions.webextOptionalPermissionPrompts': false,
    // Firefox’s own notifications: without a desktop, the system’s close at once.
    'alerts.useSystemBackend': false,
    'intl.locale.requested': language ?? 'en-US',
    'layout.css.prefers-color-scheme.content-override': colorScheme === 'dark' ? 0 : 1,
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': world.proxyPort,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': world.proxyPort,
    'network.proxy.no_proxies_on': '',
    'services.settings.server': 'data:,#remote-settings-dummy/v1',
  };
}

function toDriver(browser: Browser, chrome: ChromeScope): Driver {
  const pages = new Map<Tab, Page>();
  const adopt = (page: Page): Tab => {
    const tab = toTab(page);
    pages.set(tab, page);
    return tab;
  };
  const extensionPage = async (at: string): Promise<Tab> => {
    const tab = adopt(await browser.newPage());
    await gotoExtension(pageOf(tab), at);
    return tab;
  };
  const pageOf = (tab: Tab) => pages.get(tab) ?? fail('this tab is not of this browser');
  let control: Promise<Tab> | null = null;
  const controlTab = () => (control ??= extensionPage('library.html#privacy'));
  const inFront = async (tab: Tab): Promise<Page> => {
    const behind = await controlTab();
    await tab.bringToFront();
    return pageOf(behind);
  };

  return {
    name: 'firefox',
    async newTab(url = 'about:blank') {
      const tab = adopt(await browser.newPage());
      if (url !== 'about:blank') await tab.goto(url);
      return tab;
    },
    async openedTab(part) {
      const find = async () => (await browser.pages()).find((candidate) => candidate.url().includes(part));
      return adopt(await until(part, find));
    },
    extensionPage,
    // Requests inside a click are granted without a prompt, by a preference.
    agreeToHost: async () => {},
    async inContentWorld(tab, fn, ...args) {
      const behind = await inFront(tab);
      return evaluate(behind, contentWorldExpression(fn, args, pageOf(tab).url()));
    },
    drop: (tab, selector, data) =>
      tab.evaluate(
        (css: string, all: Dragged) => {
          const element = document.querySelector(css);
          const { right, top, height } = element?.getBoundingClientRect() ?? new DOMRect();
          const dataTransfer = new DataTransfer();
          for (const [type, text] of Object.entries(all)) dataTransfer.setData(type, text);
          const place = { clientX: right - 40, clientY: top + height / 2 };
          for (const type of ['dragenter', 'dragover', 'drop'])
            element?.dispatchEvent(
              new DragEvent(type, { ...place, bubbles: true, cancelable: true, dataTransfer }),
            );
        },
        selector,
        data,
      ),
    async openPopup(tab) {
      const behind = await inFront(tab);
      await chrome.pressToolbarButton();
      const view = `browser.extension.getViews({ type: 'popup' })[0]`;
      await until('the popup', () =>
        evaluate<boolean>(behind, `Boolean(${view}?.document.querySelector('#app > *'))`),
      );
      return {
        evaluate: (fn, ...args) => evaluate(behind, `(${String(fn)})(${view}, ...${JSON.stringify(args)})`),
      };
    },
    async pressMenu(tab, selector, entry) {
      await tab.bringToFront();
      const at = await tab.evaluate((css: string) => {
        const { left, top, width, height } =
          document.querySelector(css)?.getBoundingClientRect() ?? new DOMRect();
        return { x: left + width / 2, y: top + height / 2 };
      }, selector);
      await pageOf(tab).mouse.click(at.x, at.y, { button: 'right' });
      await until('the entry in the menu', () => chrome.pressMenuEntry(entry));
    },
    killBackground: () => chrome.terminateBackground(),
    close: () => browser.close(),
    closed: new Promise((done) => browser.once('disconnected', () => done())),
  };
}

/** The load event of an extension page never reaches BiDi across the change of process, so it is not waited for. */
async function gotoExtension(page: Page, at: string): Promise<void> {
  await page.goto(`moz-extension://${uuid}/${at}`, { waitUntil: [] });
  const isThere = `location.protocol === 'moz-extension:' && document.readyState === 'complete'`;
  await until(at, () => evaluate<boolean>(page, isThere));
}

function toTab(page: Page): Tab {
  return {
    async goto(url) {
      if (url.startsWith('moz-extension:')) return gotoExtension(page, url.split('/').slice(3).join('/'));
      await page.goto(url);
    },
    evaluate: (fn, ...args) => evaluate(page, toExpression(fn, args)),
    click: (selector) => page.locator(selector).click(),
    clickAt: (x, y) => page.mouse.click(x, y),
    dragAt: (x, y) => dragBy(page.mouse, x, y),
    fill: (selector, text) => page.locator(selector).fill(text),
    type: (text) => page.keyboard.type(text),
    press: (key) => press(page, key),
    screenshot: async (file) => void (await page.screenshot({ path: file as `${string}.png` })),
    pdf: () => page.pdf({ format: 'a4' }),
    setViewport: (width, height) => page.setViewport({ width, height }),
    bringToFront: () => page.bringToFront(),
    close: () => page.close(),
  };
}

async function press(page: Page, key: string): Promise<void> {
  const parts = key.split('+') as KeyInput[];
  const last = parts.pop();
  for (const modifier of parts) await page.keyboard.down(modifier);
  if (last) await page.keyboard.press(last);
  for (const modifier of parts.toReversed()) await page.keyboard.up(modifier);
}

function evaluate<R>(page: Page, expression: string): Promise<R> {
  return page.evaluate(expression) as Promise<R>;
}

function fail(message: string): never {
  throw new Error(message);
}
