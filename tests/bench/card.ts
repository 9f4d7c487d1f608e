import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { build } from 'vite';
import { cardSizes } from '../../utils/share-card/share-card.ts';
import type { CardBench } from './card-page.ts';
import { launch, makeBareExtension } from './extension.ts';
import { report, reportHeader } from './report.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const rounds = 15;
const codes = 20;

type BenchWindow = Window & { bench: CardBench };

/**
 * A share image from the badge to PNG bytes, beside the least that a canvas of that size takes; and a QR code as PNG, beside
 * the bare library's own.
 */
export async function benchCard(): Promise<void> {
  const folder = path.join(root, '.cache/bench/card');
  mkdirSync(folder, { recursive: true });
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    resolve: { alias: { '@': root } },
    build: {
      outDir: folder,
      lib: {
        entry: path.join(root, 'tests/bench/card-page.ts'),
        formats: ['iife'],
        name: 'card',
        fileName: () => 'card.js',
      },
    },
  });
  writeFileSync(path.join(folder, 'card.html'), '<!doctype html><meta charset="utf-8"><title>bench</title>');
  const context = await launch([makeBareExtension()]);
  try {
    const page = await context.newPage();
    await page.goto(`file://${folder}/card.html`);
    await page.addScriptTag({ path: path.join(folder, 'card.js') });
    console.log(`\nshare image and QR code (Chromium, by turns, ${rounds} rounds)`);
    reportHeader();
    for (const design of ['split', 'spotlight', 'certificate'] as const)
      for (const size of ['linkedin', 'story'] as const) {
        const { width, height } = cardSizes[size];
        const ours: number[] = [];
        const bare: number[] = [];
        for (let round = 0; round < rounds; round += 1) {
          ours.push(await run(page, 'card', design, size));
          bare.push(await run(page, 'bareCard', width, height));
        }
        report(`  card ${design}, ${width} × ${height}`, ours.slice(2), bare.slice(2));
      }
    const ours: number[] = [];
    const bare: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      ours.push((await run(page, 'code', codes)) / codes);
      bare.push((await run(page, 'bareCode', codes)) / codes);
    }
    report('  QR code as PNG', ours.slice(2), bare.slice(2));
  } finally {
    await context.close();
  }
}

function run(page: Page, name: keyof CardBench, ...args: readonly unknown[]): Promise<number> {
  return page.evaluate(
    ([key, given]) => {
      const { bench } = globalThis as unknown as BenchWindow;
      return (bench[key] as (...all: readonly unknown[]) => Promise<number>)(...given);
    },
    [name, args] as const,
  );
}
