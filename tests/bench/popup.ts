import type { BrowserContext, Page } from '@playwright/test';
import { fillLibrary } from './badges.ts';
import { extensionId } from './extension.ts';
import { report } from './report.ts';

const rounds = 9;

/** Popup open to first list, and keystroke to filtered list, each beside the bare way. */
export async function benchPopup(context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  await page.bringToFront();
  await page.addInitScript(noteFirstRow);
  for (const count of [10, 1000, 10_000]) {
    await fillLibrary(page, count);
    const ours: number[] = [];
    const bare: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      ours.push(await openTime(page, 'popup.html'));
      bare.push(await openTime(page, 'bare.html'));
    }
    // The first opens compile; they say nothing about the next ones.
    report(`popup to first list, ${count} badges`, ours.slice(2), bare.slice(2));
    await benchKeystroke(page, count);
  }
  await page.close();
}

async function openTime(page: Page, file: string): Promise<number> {
  await page.goto(`chrome-extension://${extensionId}/${file}`);
  await page.waitForFunction(() => 'firstRowAt' in globalThis);
  return page.evaluate(() => (globalThis as unknown as { firstRowAt: number }).firstRowAt);
}

/** Notes when the first row of a list was painted: the frame after it came into the document. */
function noteFirstRow(): void {
  const seen = new MutationObserver(() => {
    if (!document.querySelector('li')) return;
    seen.disconnect();
    requestAnimationFrame(() => Object.assign(globalThis, { firstRowAt: performance.now() }));
  });
  seen.observe(document, { childList: true, subtree: true });
}

async function benchKeystroke(page: Page, count: number): Promise<void> {
  // The first run opens by itself and takes the front; behind another tab there is one frame a second.
  await page.bringToFront();
  await page.goto(`chrome-extension://${extensionId}/popup.html`);
  await page.waitForFunction(() => 'firstRowAt' in globalThis);
  await page.waitForTimeout(count > 5000 ? 1500 : 500);
  const search = page.locator('input').first();
  const ours: number[] = [];
  for (const key of ['d', 'a', 't', 'Backspace', 'Backspace', 'Backspace', 'c', 'l', 'o']) {
    await page.evaluate(noteNextPaint);
    await search.press(key);
    ours.push(await page.evaluate(() => (globalThis as unknown as { painted: Promise<number> }).painted));
  }
  const bare: number[] = [];
  for (const query of ['d', 'da', 'dat', 'c', 'cl'])
    bare.push(await page.evaluate(filterBare, { query, count }));
  report(`keystroke to filtered list, ${count} badges`, ours.slice(1), bare);
}

/** From the input event to the frame in which the list stands. */
function noteNextPaint(): void {
  const painted = new Promise<number>((done) => {
    const onInput = () => {
      const begun = performance.now();
      requestAnimationFrame(() => setTimeout(() => done(performance.now() - begun)));
    };
    addEventListener('input', onInput, { capture: true, once: true });
  });
  Object.assign(globalThis, { painted });
}

/** The least there is to do: look for the letters in as many strings, and wait for the same frame. */
function filterBare({ query, count }: { query: string; count: number }): Promise<number> {
  const names = Array.from({ length: count }, (_, index) => `Cloud Data ${index} Northwind Cloud Academy`);
  return new Promise((done) => {
    const begun = performance.now();
    names.filter((name) => name.toLowerCase().includes(query));
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - begun)));
  });
}
