import { performance } from 'node:perf_hooks';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseFragment, serialize } from 'parse5';
import { createServer } from 'vite';
import type * as Layouts from '../../utils/signature-layouts/index.ts';
import type * as Options from '../unit/signature-layouts/make-options.ts';
import { report, reportHeader } from './report.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const badges = 8;
const rounds = 31;
/** Renderings that are measured together: one alone is shorter than the clock is fine. */
const times = 50;

/**
 * A signature of eight badges in every layout, rendered with each value cleaned and escaped; beside it the bare library
 * that parses and writes the very same HTML once, which is the least that a sanitiser behind the rendering would cost.
 */
export async function benchSignature(): Promise<void> {
  const server = await createServer({
    configFile: false,
    root,
    logLevel: 'error',
    appType: 'custom',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    resolve: { alias: { '@': path.resolve(root) } },
  });
  try {
    const load = (file: string) => server.ssrLoadModule(file) as Promise<unknown>;
    const { makeMany, makeOptions } = (await load(
      '/tests/unit/signature-layouts/make-options.ts',
    )) as typeof Options;
    const { signatureLayouts } = (await load('/utils/signature-layouts/index.ts')) as typeof Layouts;
    console.log(`\nsignature of ${badges} badges (Node, by turns, ${rounds} rounds of ${times})`);
    reportHeader();
    for (const layout of signatureLayouts) {
      const [many, options] = [makeMany(badges), makeOptions()];
      const { html } = layout.render(many, options);
      const ours: number[] = [];
      const bare: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        ours.push(measure(() => layout.render(many, options).html.length));
        bare.push(measure(() => serialize(parseFragment(html)).length));
      }
      report(`  ${layout.id} (${html.length} characters)`, ours, bare);
    }
  } finally {
    await server.close();
  }
}

/** Milliseconds of one, from many. The sum is used, so that nothing is left out. */
function measure(work: () => number): number {
  const start = performance.now();
  let sum = 0;
  for (let time = 0; time < times; time += 1) sum += work();
  const spent = performance.now() - start;
  if (sum === 0) throw new Error('nothing was made');
  return spent / times;
}
