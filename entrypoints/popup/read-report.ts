import { browser } from 'wxt/browser';
import type { SurfaceReport } from '@/utils/pages/examine';
import { reportFunction, type PageReport } from '@/utils/pages/page-report';

/**
 * How a tab looks to us, all of its frames taken together; null where we may not look. Changes nothing in it.
 */
export async function readReport(tabId: number): Promise<PageReport | null> {
  try {
    const target = { tabId, allFrames: true };
    await browser.scripting.executeScript({ target, files: ['/report.js'] });
    const answers = await browser.scripting.executeScript({
      target,
      func: callInPage,
      args: [reportFunction],
    });
    // The values come from our own script in its own world; the first is the page's, the others its frames'.
    const reports = answers.flatMap(({ result }) => (result ? [result as PageReport] : []));
    return reports.reduce<PageReport | null>((all, one) => (all ? join(all, one) : one), null);
  } catch {
    return null;
  }
}

function join(page: PageReport, frame: PageReport): PageReport {
  const ids = [...new Set([...page.surfaces, ...frame.surfaces].map(({ id }) => id))];
  return {
    siteId: page.siteId ?? frame.siteId,
    looksLike: page.looksLike ?? frame.looksLike,
    surfaces: ids.map((id) => better(id, [...page.surfaces, ...frame.surfaces])),
    hasEditor: page.hasEditor || frame.hasEditor,
    lastInsertion: [page.lastInsertion, frame.lastInsertion].reduce((last, one) =>
      one && (!last || one.at > last.at) ? one : last,
    ),
    skeleton: [...new Set([...page.skeleton, ...frame.skeleton])],
  };
}

const order = { ok: 0, degraded: 1, absent: 2 };

function better(id: string, reports: readonly SurfaceReport[]): SurfaceReport {
  const [best] = reports
    .filter((report) => report.id === id)
    .toSorted((one, other) => order[one.state] - order[other.state]);
  if (!best) throw new Error(`no report of ${id}`);
  return best;
}

/** Runs in the tab; takes nothing from outside its body. */
function callInPage(name: string): unknown {
  const read = (globalThis as Record<string, unknown>)[name];
  return typeof read === 'function' ? read() : undefined;
}

/** The report as text to send to us: how the page is built, and nothing of what stands in it. */
export function reportText(report: PageReport, version: string, browserName: string): string {
  const { siteId, looksLike, surfaces, hasEditor, lastInsertion, skeleton } = report;
  const line = (one: SurfaceReport) =>
    `${one.id}: ${one.state}${one.why ? ` (${one.why})` : ''}, candidate ${one.candidate ?? '–'}, tier ${one.tier ?? '–'}, within ${one.withinTier ?? '–'}, ${one.count} found`;
  return [
    `LapelPin ${version}, ${browserName}`,
    `site: ${siteId ?? 'off'}, looks like: ${looksLike ?? 'unknown'}, editor: ${hasEditor ? 'yes' : 'no'}`,
    ...surfaces.map(line),
    lastInsertion
      ? `last insertion: ${lastInsertion.editor}, ${lastInsertion.steps.join(' → ')}, ${lastInsertion.status}`
      : 'last insertion: none',
    ...skeleton,
  ].join('\n');
}
