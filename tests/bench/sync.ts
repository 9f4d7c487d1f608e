import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { toExpression, until, type PageFunction } from '../e2e/driver.ts';
import { ask, giveConsent, readLibrary } from '../e2e/library-state.ts';
import { findBrowser } from '../run/browsers.mjs';
import { startWorld, type World } from '../world/world.ts';
import { extensionId } from './extension.ts';
import { report } from './report.ts';
import { watchHeap } from './sync-heap.ts';

const count = 500;
const vanity = 'many-badges';

/**
 * A sync of 500 badges in the built extension, in the local world, at the polite rate: what it asks for, what that
 * weighs, how long it takes, and how large the background grows. Beside it the same lists by a bare loop with the same
 * pause, which neither checks, nor keeps anything.
 */
export async function benchSync(): Promise<void> {
  const world = await startWorld();
  const person = world.credly.people.find((candidate) => candidate.vanity === vanity);
  if (person) person.badges = person.badges.slice(0, count);
  const profile = mkdtempSync(path.join(tmpdir(), 'lapelpin-sync-'));
  const context = await launchInWorld(profile, world);
  try {
    await measure(context, profile, world);
  } finally {
    await context.close();
    await world.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

async function measure(context: BrowserContext, profile: string, world: World): Promise<void> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/library.html#privacy`);
  const tab = { evaluate: <R>(fn: PageFunction<R>, ...args: unknown[]) => run(page, fn, args) };
  const library = () => readLibrary(tab);
  await giveConsent(tab);
  const heap = await watchHeap(portOf(profile));
  const begun = performance.now();
  await ask(tab, 'connectAccount', { input: `https://www.credly.com/users/${vanity}` });
  await until('the list', async () => (await library()).accounts[0]?.foundTotal === count, 120_000);
  const listed = performance.now() - begun;
  await until('the pictures', async () => (await library()).pictures === count, 120_000);
  const whole = performance.now() - begun;
  const peak = await heap.stop();
  // What the browser asks for by itself is not ours.
  const asked = world.log.filter(({ host }) => host.endsWith('credly.com'));
  const bare = await run(page, bareLoop, [vanity]);

  console.log(`\nsync of ${count} badges (Chromium, local world)`);
  report('  lists, polite rate', [listed], [bare]);
  report('  background heap, peak beside idle', [peak.peak / 1e6], [peak.idle / 1e6], 'MB');
  console.log(`  with all pictures ${(whole / 1000).toFixed(1)} s`);
  for (const host of new Set(asked.map((request) => request.host))) sayRequests(host, asked);
}

function sayRequests(host: string, log: World['log']): void {
  const own = log.filter((request) => request.host === host);
  const bytes = own.reduce((sum, { sent }) => sum + (sent ?? 0), 0);
  const pauses = own.slice(1).map(({ at }, index) => at - (own[index]?.at ?? at));
  const least = pauses.length > 0 ? `, least pause ${Math.min(...pauses)} ms` : '';
  console.log(`  ${host}: ${own.length} requests, ${(bytes / 1e6).toFixed(2)} MB${least}`);
}

/** Runs in a page of the extension: the lists and nothing else. */
async function bareLoop(who: string): Promise<number> {
  const begun = performance.now();
  for (let number = 1; number > 0;) {
    const address = `https://www.credly.com/users/${who}/badges.json?page=${number}&page_size=48`;
    // oxlint-disable-next-line no-restricted-globals -- the bare reference is what the product does not do
    const response = await fetch(address, { headers: { accept: 'application/json' }, cache: 'no-store' });
    const { metadata } = (await response.json()) as { metadata: { total_pages: number } };
    number = number < metadata.total_pages ? number + 1 : 0;
    if (number > 0) await new Promise((done) => setTimeout(done, 1000));
  }
  return performance.now() - begun;
}

function run<R>(page: Page, fn: PageFunction<R>, args: readonly unknown[]): Promise<R> {
  return page.evaluate(toExpression(fn, args));
}

/** Where Chromium says that its tools listen. */
function portOf(profile: string): number {
  return Number(readFileSync(path.join(profile, 'DevToolsActivePort'), 'utf8').split('\n')[0]);
}

async function launchInWorld(profile: string, world: World): Promise<BrowserContext> {
  const extension = path.resolve('.output/chrome-mv3');
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser('chromium') ?? undefined,
    headless: true,
    args: [
      '--no-sandbox',
      '--remote-debugging-port=0',
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      `--host-resolver-rules=MAP * 127.0.0.1:${world.port}, EXCLUDE 127.0.0.1`,
      `--ignore-certificate-errors-spki-list=${world.spki}`,
    ],
  });
  if (context.serviceWorkers().length === 0) await context.waitForEvent('serviceworker');
  return context;
}
