import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import { extensionId } from './extension.ts';
import { report } from './report.ts';

const address = 'https://www.linkedin.com/feed/';
const rounds = 7;
export interface TraceEvent {
  readonly name: string;
  readonly dur?: number;
  readonly args?: unknown;
}

/** What the content script costs a page that has no badges: its size, and its time on the page's main thread. */
export async function benchContentScripts(context: BrowserContext, folder: string): Promise<void> {
  const size = (file: string) => gzipSync(readFileSync(path.join(folder, file))).length / 1000;
  for (const file of ['linkedin.js', 'webmail.js', 'overlay.js', 'insert.js']) {
    report(`${file}, gzipped`, [size(file)], [size('empty.js')], 'kB');
  }
  await servePlainFeed(context, 2000);
  const ours = await mainThreadTimes(context, 'linkedin.js');
  const bare = await mainThreadTimes(context, 'empty.js');
  report('main thread, page without badges', ours, bare);
}

/** Answers for LinkedIn's feed with one of our own. */
export async function servePlainFeed(context: BrowserContext, posts: number): Promise<void> {
  await context.route(`${address}**`, (route) =>
    route.fulfill({ contentType: 'text/html', body: plainFeed(posts) }),
  );
}

/** A feed of posts with two links each, none of which has to do with badges. */
function plainFeed(posts: number): string {
  const post = (index: number) =>
    `<li><p>Post ${index} <a href="https://example.org/${index}">link</a> <a href="/in/${index}">who</a></p></li>`;
  return `<!doctype html><title>feed</title><main><ul>${Array.from({ length: posts }, (_, index) => post(index)).join('')}</ul></main>`;
}

async function mainThreadTimes(context: BrowserContext, file: string): Promise<number[]> {
  await register(context, file);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) times.push(await traceOnce(page, session));
  await page.close();
  return times.slice(2);
}

export async function register(context: BrowserContext, file: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/popup.html`);
  await page.evaluate(async (script) => {
    const { chrome } = globalThis as unknown as {
      chrome: { scripting: Scripting; storage: { local: Storage } };
    };
    interface Scripting {
      unregisterContentScripts(): Promise<void>;
      registerContentScripts(scripts: object[]): Promise<void>;
    }
    interface Storage {
      set(items: object): Promise<void>;
    }
    const matches = ['https://www.linkedin.com/*'];
    await chrome.storage.local.set({ sites: [{ siteId: 'linkedin', matches }], sites$: { v: 1 } });
    await chrome.scripting.unregisterContentScripts();
    await chrome.scripting.registerContentScripts([
      { id: 'bench', matches, js: [script], runAt: 'document_idle' },
    ]);
  }, file);
  await page.close();
}

/** Milliseconds that scripts of the extension ran on the page's main thread, from navigation to two seconds later. */
async function traceOnce(page: Page, session: CDPSession): Promise<number> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: unknown[] }) => void events.push(...(value as TraceEvent[]));
  session.on('Tracing.dataCollected', collect);
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    categories: 'devtools.timeline,disabled-by-default-devtools.timeline',
  });
  await page.goto(address);
  await page.waitForTimeout(2000);
  const done = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await done;
  session.off('Tracing.dataCollected', collect);
  return scriptEvents(events, extensionId).reduce((sum, event) => sum + (event.dur ?? 0) / 1000, 0);
}

/** What scripts of an extension did in a page. */
export function scriptEvents(events: readonly TraceEvent[], id: string): readonly TraceEvent[] {
  const isOurs = (event: TraceEvent) =>
    ['EvaluateScript', 'FunctionCall', 'v8.compile'].includes(event.name) &&
    JSON.stringify(event.args ?? {}).includes(`chrome-extension://${id}`);
  return events.filter(isOurs);
}
