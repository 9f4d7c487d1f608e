import type { Page, Worker } from '@playwright/test';
import { launch } from './extension.ts';
import { folderOf, sides, type Side } from './verifier-build.ts';
import type { Asker, Askers } from './verifier-measure.ts';
import type { Answer, Question } from './verifier-worker.ts';

/** Both sides in Chromium's service workers; the second thing returned ends the browser. */
export async function startChromium(): Promise<readonly [Askers, () => Promise<void>]> {
  const context = await launch(sides.map(folderOf));
  while (context.serviceWorkers().length < sides.length) await context.waitForEvent('serviceworker');
  const hosts = new Map(
    await Promise.all(
      context.serviceWorkers().map(async (worker) => [await nameOf(worker), worker.url()] as const),
    ),
  );
  const toAsker = async (side: Side): Promise<Asker> => {
    const page = await context.newPage();
    await page.goto(new URL('page.html', hosts.get(`bench ${side}`)).href);
    const session = await context.newCDPSession(page);
    await session.send('ServiceWorker.enable');
    return {
      ask: (question) => ask(page, question),
      async restart() {
        await session.send('ServiceWorker.stopAllWorkers');
        await page.waitForTimeout(300);
      },
    };
  };
  return [{ ours: await toAsker('ours'), bare: await toAsker('bare') }, () => context.close()];
}

function nameOf(worker: Worker): Promise<string> {
  return worker.evaluate(() => {
    const { chrome } = globalThis as unknown as {
      chrome: { runtime: { getManifest(): { name: string } } };
    };
    return chrome.runtime.getManifest().name;
  });
}

function ask(page: Page, question: Question): Promise<Answer> {
  return page.evaluate((sent) => {
    const { chrome } = globalThis as unknown as {
      chrome: { runtime: { sendMessage(message: object): Promise<Answer> } };
    };
    return chrome.runtime.sendMessage(sent);
  }, question);
}
