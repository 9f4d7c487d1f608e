import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

/** `npm run conformance -- DIR`: a folder of vectors in the form of INDEX.json, one verdict for each. */
const root = fileURLToPath(new URL('../..', import.meta.url));
const [folder] = process.argv.slice(2);
if (!folder || !existsSync(path.join(folder, 'INDEX.json'))) {
  console.error(
    `Usage: npm run conformance -- DIR, where DIR has an INDEX.json (read: ${folder ?? 'nothing'})`,
  );
  process.exit(2);
}
// A server, not `runnerImport`: the verifier imports its rare parts late, and that runner is closed by then.
const server = await createServer({
  configFile: false,
  root,
  logLevel: 'error',
  appType: 'custom',
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
  resolve: { alias: { '@': root } },
});
try {
  const { runFolder } = await server.ssrLoadModule('/tests/conformance/cli.ts');
  process.exitCode = (await runFolder(path.resolve(folder))) > 0 ? 1 : 0;
} finally {
  await server.close();
}
