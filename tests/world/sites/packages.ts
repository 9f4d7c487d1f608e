import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { Answer, WorldRequest } from '../answer.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const served = ['tinymce', 'squire-rte', 'ckeditor5', 'roosterjs', 'quill'];
const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** Answers `/packages/<name>/<file>` with the file that the real package was published with; null for all else. */
export async function servePackages({ url }: WorldRequest): Promise<Answer | null> {
  const [, place, name = '', ...rest] = url.pathname.split('/');
  if (place !== 'packages') return null;
  if (name === 'tiptap.js')
    return { headers: { 'content-type': types['.js'] ?? '' }, body: await bundleTipTap() };
  if (!served.includes(name) || rest.includes('..')) return null;
  const file = path.join(root, 'node_modules', name, ...rest);
  const body = await readFile(file).catch(() => null);
  return (
    body && { headers: { 'content-type': types[path.extname(file)] ?? 'application/octet-stream' }, body }
  );
}

let tipTap: Promise<string> | undefined;

/** Once per process: it takes a second. */
function bundleTipTap(): Promise<string> {
  return (tipTap ??= bundle(fileURLToPath(new URL('tiptap-entry.ts', import.meta.url))));
}

async function bundle(entry: string): Promise<string> {
  const result = await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: { write: false, rolldownOptions: { input: entry, output: { format: 'iife', name: 'bundle' } } },
  });
  const outputs = Array.isArray(result) ? result : 'output' in result ? [result] : [];
  const code = outputs.flatMap(({ output }) => output).find((part) => part.type === 'chunk')?.code;
  if (code === undefined) throw new Error(`nothing was bundled from ${entry}`);
  return code;
}
