import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { until, untilVisible, type Tab } from './driver.ts';
import { expect } from './test.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Waits for a state, then: no violation that axe knows, nothing wider than its place, nothing too small to hit. */
export async function expectClean(tab: Tab, selector: string, state: string): Promise<void> {
  await settle(tab, selector);
  // oxlint-disable-next-line no-implied-eval -- the source of axe, to be sent into the page as a function
  if (!(await tab.evaluate(hasAxe))) await tab.evaluate(new Function(axeSource) as () => void);
  expect(await tab.evaluate(findViolations), state).toEqual([]);
  expect(await tab.evaluate(findMisfits), state).toEqual([]);
}

/** The same state in another window, where only the room differs: nothing wider than its place, nothing too small to hit. */
export async function expectFits(tab: Tab, selector: string, state: string): Promise<void> {
  await settle(tab, selector);
  expect(await tab.evaluate(findMisfits), state).toEqual([]);
}

async function settle(tab: Tab, selector: string): Promise<void> {
  // The browser opens the first run in front of us; what is behind draws no frames and has no focus.
  await tab.bringToFront();
  await untilVisible(tab, selector);
  await until('motion to end', () => tab.evaluate(() => document.getAnimations().length === 0));
}

function hasAxe(): boolean {
  return 'axe' in globalThis;
}

/** Runs in the page. */
async function findViolations(): Promise<string[]> {
  interface Found {
    violations: { id: string; nodes: { html: string; failureSummary: string }[] }[];
  }
  const { axe } = globalThis as unknown as { axe: { run(root: Document): Promise<Found> } };
  const { violations } = await axe.run(document);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}

/**
 * Runs in the page: what scrolls sideways, be it the page or a part of it that scrolls by itself (what is typed may), and
 * controls under 24 px (links inside a sentence may be).
 */
function findMisfits(): string[] {
  const root = document.documentElement;
  const scrolls = (element: Element) =>
    element === root || /auto|scroll/.test(getComputedStyle(element).overflowX);
  const wide = [root, ...document.querySelectorAll('body, body :not(textarea)')].filter(
    (element) => element.scrollWidth > element.clientWidth && scrolls(element),
  );
  const controls = [
    ...document.querySelectorAll<HTMLElement>('button, input, select, textarea, summary, nav a'),
  ];
  const small = controls.filter((control) => {
    const { width, height } = control.getBoundingClientRect();
    return width > 0 && (width < 24 || height < 24);
  });
  return [
    ...wide.map((element) => `${element.outerHTML.slice(0, 80)} is ${element.scrollWidth} px wide`),
    ...small.map((control) => `too small: ${control.outerHTML.slice(0, 120)}`),
  ];
}
