import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import type { BenchBadges } from './verifier-badges.ts';

export type Side = 'ours' | 'bare';
export const sides: readonly Side[] = ['ours', 'bare'];
const work = path.resolve('.cache/bench/verifier');

/** The bench's own extensions in Firefox; none of it is in the product. */
export const firefoxIds = { ours: 'ours@bench.example', bare: 'bare@bench.example' } as const;
export const firefoxHosts = {
  ours: '1a9e1f1a-0000-4000-8000-0000000000e1',
  bare: '1a9e1f1a-0000-4000-8000-0000000000e2',
} as const;

/** Where everything of a side lies: its scripts for Node, and as an extension. */
export const folderOf = (side: Side): string => path.join(work, side);

/** Makes both sides: each a folder with a script for Node and an extension that does nothing but answer the bench. */
export async function buildSides(badges: BenchBadges): Promise<void> {
  rmSync(work, { recursive: true, force: true });
  for (const side of sides) {
    const folder = folderOf(side);
    mkdirSync(folder, { recursive: true });
    await bundleForBrowsers(side, folder);
    await bundleForNode(side, folder);
    writeFileSync(path.join(folder, 'badges.json'), JSON.stringify(badges));
    writeFileSync(path.join(folder, 'begin-node.cjs'), beginNode);
    writeFileSync(path.join(folder, 'begin.js'), beginBrowser);
    writeFileSync(path.join(folder, 'page.html'), '<!doctype html><title>bench</title>');
    writeFileSync(path.join(folder, 'manifest.json'), JSON.stringify(toManifest(side)));
    cpSync(folder, firefoxFolderOf(side), { recursive: true });
    writeFileSync(path.join(firefoxFolderOf(side), 'manifest.json'), JSON.stringify(toFirefoxManifest(side)));
  }
}

export const firefoxFolderOf = (side: Side): string => `${folderOf(side)}-firefox`;

const shared = (side: Side) => ({
  configFile: false as const,
  publicDir: false as const,
  logLevel: 'error' as const,
  define: { 'process.env.NODE_ENV': '"production"' },
  // As the product is built.
  resolve:
    side === 'ours'
      ? {
          alias: {
            setimmediate: path.resolve('utils/verifiers/set-immediate.ts'),
            tldts: 'tldts/dist/index.esm.min.js',
          },
        }
      : {},
});

/** One classic script, as the product's background is one: a service worker may not import(). */
async function bundleForBrowsers(side: Side, outDir: string): Promise<void> {
  await build({
    ...shared(side),
    // As in the product; a classic script has none of its own.
    define: { ...shared(side).define, 'import.meta.url': 'self.location.href' },
    build: {
      outDir,
      emptyOutDir: false,
      lib: {
        entry: `tests/bench/verifier-${side}.ts`,
        formats: ['iife'],
        name: 'bench',
        fileName: () => 'verifier.js',
      },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
}

/** With what the packages have for Node, so that the bare stack is as fast as it comes. */
async function bundleForNode(side: Side, outDir: string): Promise<void> {
  await build({
    ...shared(side),
    ssr: { noExternal: true, target: 'node' },
    build: {
      outDir,
      emptyOutDir: false,
      minify: true,
      ssr: `tests/bench/verifier-${side}.ts`,
      rolldownOptions: {
        output: { format: 'cjs', codeSplitting: false, entryFileNames: 'verifier-node.cjs' },
      },
    },
  });
}

const beginNode = `
const { readFileSync } = require('node:fs');
const path = require('node:path');
globalThis.benchHost = {
  readBadges: async () => JSON.parse(readFileSync(path.join(__dirname, 'badges.json'), 'utf8')),
  onQuestion: (answer) =>
    process.on('message', (question) =>
      answer(question).then((reply) => process.send(reply), (cause) => process.send({ error: String(cause && cause.stack) })),
    ),
  begun: performance.now(),
};
require('./verifier-node.cjs');
`;

const beginBrowser = `
globalThis.benchHost = {
  readBadges: async () => (await fetch(chrome.runtime.getURL('badges.json'))).json(),
  onQuestion: (answer) =>
    chrome.runtime.onMessage.addListener((question, sender, reply) => {
      answer(question).then(reply, (cause) => reply({ error: String(cause && cause.stack) }));
      return true;
    }),
  begun: performance.now(),
};
if (typeof importScripts === 'function') importScripts('verifier.js');
`;

function toManifest(side: Side): object {
  return {
    manifest_version: 3,
    name: `bench ${side}`,
    version: '1',
    background: { service_worker: 'begin.js' },
  };
}

function toFirefoxManifest(side: Side): object {
  return {
    ...toManifest(side),
    background: { scripts: ['begin.js', 'verifier.js'] },
    browser_specific_settings: { gecko: { id: firefoxIds[side] } },
  };
}
