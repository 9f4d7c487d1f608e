import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { build } from 'wxt';
import { launch } from './extension.ts';
import { report } from './report.ts';

const rounds = 41;
const work = path.resolve('.cache/bench/start');
const variants = ['with', 'without'] as const;
type Variant = (typeof variants)[number];

/** What the verifier adds to the first answer of a stopped background: the product beside itself without the verifier. */
export async function benchStart(): Promise<void> {
  const folders = { with: await buildVariant('with'), without: await buildVariant('without') };
  const size = (variant: Variant) => statSync(path.join(folders[variant], 'background.js')).size / 1000;
  report('read at each start, with | without verifier', [size('with')], [size('without')], 'kB');
  const context = await launch(Object.values(folders));
  try {
    const times = await measureStarts(context);
    report('background, first answer, with | without', times.with, times.without);
  } finally {
    await context.close();
  }
}

/** Into a folder of its own, and under an id of its own: the browser makes one of the path where there is no key. */
async function buildVariant(variant: Variant): Promise<string> {
  const outBase = path.join(work, variant);
  rmSync(outBase, { recursive: true, force: true });
  await build({
    outDir: outBase,
    logger: silent,
    vite: () => ({ plugins: variant === 'without' ? [withoutVerifier] : [] }),
  });
  const folder = path.join(outBase, 'chrome-mv3');
  const file = path.join(folder, 'manifest.json');
  const { key: _, ...manifest } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  writeFileSync(file, JSON.stringify({ ...manifest, name: variant }));
  return folder;
}

const nothing = () => {};
const silent = {
  debug: nothing,
  log: nothing,
  info: nothing,
  warn: nothing,
  error: console.error,
  fatal: console.error,
  success: nothing,
  level: 0,
};

/** The same exports, with nothing behind them. */
const withoutVerifier = {
  name: 'without-verifier',
  enforce: 'pre' as const,
  load: (id: string) =>
    id.endsWith('/utils/verify.ts')
      ? `export const verify = async () => null; export const toReferenceTarget = () => null;`
      : null,
};

async function measureStarts(context: BrowserContext): Promise<Record<Variant, number[]>> {
  const pages = { with: await openPage(context, 'with'), without: await openPage(context, 'without') };
  const times: Record<Variant, number[]> = { with: [], without: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const variant of variants) times[variant].push(await answerTime(context, pages[variant]));
  }
  // The first starts compile; browsers keep what they made of a script.
  return { with: times.with.slice(3), without: times.without.slice(3) };
}

/** A picture of the extension's: a page of its own that runs nothing. */
async function openPage(context: BrowserContext, variant: Variant): Promise<Page> {
  for (;;) {
    for (const worker of context.serviceWorkers()) {
      const page = await context.newPage();
      await page.goto(new URL('icon/16.png', worker.url()).href);
      if ((await page.evaluate(manifestName)) === variant) return page;
      await page.close();
    }
    await context.waitForEvent('serviceworker');
  }
}

interface Chrome {
  readonly runtime: {
    getManifest(): { readonly name: string };
    sendMessage(message: object): Promise<unknown>;
  };
}

function manifestName(): string {
  return (globalThis as unknown as { chrome: Chrome }).chrome.runtime.getManifest().name;
}

async function answerTime(context: BrowserContext, page: Page): Promise<number> {
  const session = await context.newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await page.waitForTimeout(300);
  await session.detach();
  return page.evaluate(async () => {
    const { runtime } = (globalThis as unknown as { chrome: Chrome }).chrome;
    const begun = performance.now();
    await runtime.sendMessage({ name: 'readVerification', request: { sourceId: 'credly', id: 'none' } });
    return performance.now() - begun;
  });
}
