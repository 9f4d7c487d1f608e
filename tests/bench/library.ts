import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import type { BrowserContext, Page } from '@playwright/test';
import { extensionId, launch, makeMeasuredCopy } from './extension.ts';
import { report, reportHeader } from './report.ts';
import type { LibraryBench } from './library-page.ts';

const count = 10_000;
const rounds = 3;

/**
 * 10,000 badges into the library beside bare Dexie with the same indexes, by turns, in one page of the extension; then a
 * backup of them, and the way back. What runs is bundled from the sources: the page has what the background has.
 */
export async function benchLibrary(): Promise<void> {
  const folder = makeMeasuredCopy();
  const work = mkdtempSync(path.join(tmpdir(), 'lapelpin-library-'));
  await bundle(work, folder);
  const context = await launch([folder]);
  try {
    await measure(context);
  } finally {
    await context.close();
    rmSync(work, { recursive: true, force: true });
  }
}

async function measure(context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/library-bench.html`);
  await page.waitForFunction(() => 'bench' in globalThis);
  const session = await context.newCDPSession(page);
  const peak = watchPeak(async () => {
    const { usedSize, backingStorageSize = 0 } = (await session.send('Runtime.getHeapUsage')) as {
      usedSize: number;
      backingStorageSize?: number;
    };
    return usedSize + backingStorageSize;
  });
  const imports: number[] = [];
  const pulls: number[] = [];
  const bare: number[] = [];
  const bareImports: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    bareImports.push(await run(page, 'bareImports', count));
    imports.push(await run(page, 'imports', count));
    bare.push(await run(page, 'bare', count));
    pulls.push(await run(page, 'pulls', count));
  }
  console.log(`\nlibrary of ${count} badges (Chromium, by turns, ${rounds} rounds)`);
  reportHeader();
  report('  pulled badges, beside bulkPut', pulls, bare);
  report('  imported badges with originals, beside bulkPut', imports, bareImports);
  const made = await run(page, 'makeBackup', count);
  const back = await run(page, 'restoreBackup', count);
  const size = await run(page, 'backupSize', count);
  console.log(
    `  backup made in ${(made / 1000).toFixed(2)} s (${(size / 1e6).toFixed(1)} MB), restored in ${(back / 1000).toFixed(2)} s`,
  );
  console.log(`  heap of the page at the most ${((await peak.stop()) / 1e6).toFixed(0)} MB`);
}

/** Milliseconds (or bytes) that one piece of work took in the page. */
function run(page: Page, name: keyof LibraryBench, number: number): Promise<number> {
  return page.evaluate(([what, how]) => (globalThis as unknown as { bench: LibraryBench }).bench[what](how), [
    name,
    number,
  ] as const);
}

function watchPeak(read: () => Promise<number>) {
  let peak = 0;
  const stop = new AbortController();
  const looking = (async () => {
    while (!stop.signal.aborted) {
      peak = Math.max(peak, await read());
      await new Promise((done) => setTimeout(done, 50));
    }
  })();
  return {
    async stop() {
      stop.abort();
      await looking;
      return peak;
    },
  };
}

/** One script of the functions that write the library, with a page to run them in. */
async function bundle(work: string, folder: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: {
      alias: {
        '@': path.resolve('.'),
        '#imports': path.resolve('tests/bench/library-storage.ts'),
      },
    },
    build: {
      outDir: work,
      lib: { entry: path.resolve('tests/bench/library-page.ts'), formats: ['iife'], name: 'library' },
      rollupOptions: { output: { entryFileNames: 'library-bench.js' } },
    },
  });
  cpSync(path.join(work, 'library-bench.js'), path.join(folder, 'library-bench.js'));
  writeFileSync(
    path.join(folder, 'library-bench.html'),
    '<!doctype html><meta charset="utf-8"><script src="library-bench.js"></script>',
  );
}
