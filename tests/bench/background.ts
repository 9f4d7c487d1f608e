import type { BrowserContext, Page } from '@playwright/test';
import { extensionId } from './extension.ts';
import { report } from './report.ts';

const rounds = 11;

/** First answer of a background that the browser has stopped, beside one that does nothing else. */
export async function benchBackground(context: BrowserContext): Promise<void> {
  const bareId = context
    .serviceWorkers()
    .map((worker) => new URL(worker.url()).hostname)
    .find((id) => id !== extensionId);
  const ours = await coldAnswers(context, `chrome-extension://${extensionId}/icon/16.png`);
  const bare = await coldAnswers(context, `chrome-extension://${bareId}/page.html`);
  report('background, first answer after a stop', ours, bare);
}

async function coldAnswers(context: BrowserContext, address: string): Promise<number[]> {
  const page = await context.newPage();
  await page.goto(address);
  const session = await context.newCDPSession(page);
  await session.send('ServiceWorker.enable');
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await session.send('ServiceWorker.stopAllWorkers');
    await page.waitForTimeout(300);
    times.push(await answerTime(page));
  }
  await page.close();
  return times.slice(2);
}

function answerTime(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { runtime: { sendMessage(message: object): Promise<unknown> } };
    };
    const begun = performance.now();
    await chrome.runtime.sendMessage({
      name: 'readVerification',
      request: { sourceId: 'credly', id: 'none' },
    });
    return performance.now() - begun;
  });
}
