import type { BrowserContext } from '@playwright/test';
import { extensionId } from './extension.ts';
import { register, scriptEvents, servePlainFeed, type TraceEvent } from './content.ts';
import { report } from './report.ts';

const address = 'https://www.linkedin.com/feed/';
const rounds = 3;
const rows = 10_000;
const step = 10;

/**
 * A feed that grows by ten rows at a time to 10,000, none of which has a badge: what our search costs in all, beside the
 * least there is: one observer that looks through what was added with five attribute selectors.
 */
export async function benchFeed(context: BrowserContext): Promise<void> {
  await servePlainFeed(context, 0);
  const ours = await measure(context, 'linkedin.js');
  const bare = await measure(context, 'scan.js');
  report(`feed of ${rows} rows, all our script`, ours.total, bare.total);
  report('the longest task of ours in it', ours.longest, bare.longest);
}

interface Costs {
  readonly total: number[];
  readonly longest: number[];
}

async function measure(context: BrowserContext, file: string): Promise<Costs> {
  await register(context, file);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const costs: Costs = { total: [], longest: [] };
  for (let round = 0; round < rounds; round += 1) {
    await page.goto(address);
    // What starting costs is measured elsewhere.
    await page.waitForTimeout(1000);
    const events: TraceEvent[] = [];
    const collect = ({ value }: { value: unknown[] }) => void events.push(...(value as TraceEvent[]));
    session.on('Tracing.dataCollected', collect);
    await session.send('Tracing.start', {
      transferMode: 'ReportEvents',
      categories: 'devtools.timeline,disabled-by-default-devtools.timeline',
    });
    await page.evaluate(grow, { rows, step });
    await page.waitForTimeout(1000);
    const done = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
    await session.send('Tracing.end');
    await done;
    session.off('Tracing.dataCollected', collect);
    const times = scriptEvents(events, extensionId).map(({ dur = 0 }) => dur / 1000);
    costs.total.push(times.reduce((sum, time) => sum + time, 0));
    costs.longest.push(Math.max(0, ...times));
  }
  await page.close();
  return { total: costs.total.slice(1), longest: costs.longest.slice(1) };
}

/** Runs in the page. */
async function grow({ rows: all, step: many }: { rows: number; step: number }): Promise<void> {
  const list = document.querySelector('ul');
  for (let row = 0; row < all; row += many) {
    for (let index = row; index < row + many; index += 1) {
      const item = document.createElement('li');
      const words = document.createElement('p');
      const link = Object.assign(document.createElement('a'), {
        href: `https://example.org/${index}`,
        textContent: 'link',
      });
      const who = Object.assign(document.createElement('a'), { href: `/in/${index}`, textContent: 'who' });
      words.append(`Post ${index} `, link, ' ', who);
      item.append(words);
      list?.append(item);
    }
    await new Promise((next) => setTimeout(next, 0));
  }
}
