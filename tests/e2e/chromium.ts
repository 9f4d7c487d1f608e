import path from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { findBrowser } from '../run/browsers.mjs';
import {
  contentWorldExpression,
  dragBy,
  extensionIds,
  toExpression,
  until,
  type Driver,
  type LaunchOptions,
  type Tab,
} from './driver.ts';

const extension = path.resolve('.output/chrome-mv3');
const id = extensionIds.chromium;

/** Chromium with the extension, in the world: every host leads there, and its certificate is taken. */
export async function launchChromium(options: LaunchOptions): Promise<Driver> {
  const language = options.language ?? 'en';
  const executablePath = findBrowser('chromium');
  if (!executablePath)
    throw new Error('No Chromium, Chrome or Edge found: install one, or set CHROMIUM to its path.');
  const context = await chromium.launchPersistentContext('', {
    executablePath,
    headless: options.headless ?? true,
    locale: language === 'ko' ? 'ko-KR' : 'en-US',
    colorScheme: options.colorScheme ?? 'light',
    // A window that somebody looks at has its own size.
    viewport: options.headless === false ? null : { width: 1100, height: 800 },
    // On Linux the language of the browser, and so of the extension, comes from here and not from `--lang`.
    env: { ...process.env, LANGUAGE: language },
    args: [
      '--no-sandbox',
      `--lang=${language}`,
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      `--host-resolver-rules=MAP * 127.0.0.1:${options.world.port}, EXCLUDE 127.0.0.1`,
      `--ignore-certificate-errors-spki-list=${options.world.spki}`,
    ],
  });
  // Its pages are blocked until the extension is loaded.
  if (context.serviceWorkers().length === 0) await context.waitForEvent('serviceworker');
  // The first run opens by itself; it would take over a library tab that a test opens in the same moment.
  await until('the first run', async () => context.pages().some((page) => page.url().endsWith('#first-run')));
  return toDriver(context);
}

function toDriver(context: BrowserContext): Driver {
  const pages = new Map<Tab, Page>();
  const open = async (url: string): Promise<Tab> => {
    const page = await context.newPage();
    const tab = toTab(page);
    pages.set(tab, page);
    if (url !== 'about:blank') await page.goto(url);
    return tab;
  };
  const extensionPage = (at: string) => open(`chrome-extension://${id}/${at}`);
  let control: Promise<Tab> | null = null;
  /** A page of the extension that asks things for us; opened behind the others. */
  const controlTab = () => (control ??= extensionPage('library.html#privacy'));
  const pageOf = (tab: Tab) => pages.get(tab) ?? fail('this tab is not of this browser');
  const inFront = async <R>(tab: Tab, work: (behind: Tab) => Promise<R>): Promise<R> => {
    const behind = await controlTab();
    await tab.bringToFront();
    return work(behind);
  };

  return {
    name: 'chromium',
    newTab: (url = 'about:blank') => open(url),
    async openedTab(part) {
      const page = await until(part, async () =>
        context.pages().find((candidate) => candidate.url().includes(part)),
      );
      const tab = toTab(page);
      pages.set(tab, page);
      return tab;
    },
    extensionPage,
    async agreeToHost(pattern) {
      const page = await context.newPage();
      await page.goto('chrome://extensions/');
      await page.evaluate(
        `chrome.developerPrivate.addHostPermission(${JSON.stringify(id)}, ${JSON.stringify(pattern)})`,
      );
      await page.close();
    },
    inContentWorld: (tab, fn, ...args) =>
      inFront(tab, async (behind) => {
        const url = pageOf(tab).url();
        return evaluate(pageOf(behind), contentWorldExpression(fn, args, url));
      }),
    async drop(tab, selector, data) {
      const page = pageOf(tab);
      const box = await page.locator(selector).first().boundingBox();
      if (!box) throw new Error(`nothing at ${selector}`);
      const session = await context.newCDPSession(page);
      // Behind the words.
      const [x, y] = [box.x + box.width - 40, box.y + box.height / 2];
      const items = Object.entries(data).map(([mimeType, text]) => ({ mimeType, data: text }));
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
        await session.send('Input.dispatchDragEvent', {
          type,
          x,
          y,
          data: { items, dragOperationsMask: 1 },
        });
      await session.detach();
    },
    async openPopup(tab) {
      await inFront(tab, async () => {
        const session = await context.newCDPSession(pageOf(tab));
        // Alt+Shift+L, the command that opens the popup. Unhandled by the page, it reaches the browser.
        const key = {
          modifiers: 1 | 8,
          windowsVirtualKeyCode: 76,
          nativeVirtualKeyCode: 76,
          code: 'KeyL',
          key: 'L',
        };
        await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
        await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
        await session.detach();
      });
      const behind = pageOf(await controlTab());
      const view = `chrome.extension.getViews({ type: 'popup' })[0]`;
      await until('the popup', () =>
        evaluate<boolean>(behind, `Boolean(${view}?.document.querySelector('#app > *'))`),
      );
      return {
        evaluate: (fn, ...args) => evaluate(behind, `(${String(fn)})(${view}, ...${JSON.stringify(args)})`),
      };
    },
    async pressMenu(tab, selector, entry) {
      const pressed = await tab.evaluate(describePressed, selector);
      // Something of ours keeps the worker awake while it is asked.
      await controlTab();
      const [worker] = context.serviceWorkers();
      const dispatch = (info: object) =>
        `chrome.contextMenus.onClicked.dispatch(${JSON.stringify(info)}, undefined)`;
      await worker?.evaluate(dispatch({ menuItemId: entry, editable: false, ...pressed }));
    },
    async killBackground() {
      const session = await context.newCDPSession(pageOf(await controlTab()));
      await session.send('ServiceWorker.enable');
      await session.send('ServiceWorker.stopAllWorkers');
      await session.detach();
    },
    close: () => context.close(),
    closed: new Promise((done) => context.once('close', () => done())),
  };
}

/** What the browser tells an extension of the place that was pressed. */
function describePressed(selector: string): object {
  const element = document.querySelector(selector);
  const picture = element instanceof HTMLImageElement ? element : element?.querySelector('img');
  const link = element?.closest('a');
  return {
    pageUrl: location.href,
    ...(link ? { linkUrl: link.href } : {}),
    ...(picture ? { srcUrl: picture.src, mediaType: 'image' } : {}),
  };
}

function toTab(page: Page): Tab {
  return {
    goto: async (url) => void (await page.goto(url)),
    evaluate: (fn, ...args) => evaluate(page, toExpression(fn, args)),
    click: (selector) => page.locator(selector).first().click(),
    clickAt: (x, y) => page.mouse.click(x, y),
    dragAt: (x, y) => dragBy(page.mouse, x, y),
    fill: (selector, text) => page.locator(selector).first().fill(text),
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(key),
    screenshot: async (file) => void (await page.screenshot({ path: file })),
    pdf: () => page.pdf({ format: 'A4' }),
    setViewport: (width, height) => page.setViewportSize({ width, height }),
    bringToFront: () => page.bringToFront(),
    close: () => page.close(),
  };
}

function evaluate<R>(page: Page, expression: string): Promise<R> {
  return page.evaluate<R>(expression);
}

function fail(message: string): never {
  throw new Error(message);
}
