import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

/** `npm run conformance -- DIR`: a folder of vectors in the form of INDEX.json, one verdict for each. */
const root = fileURLToPath(new URL('../..', import.meta.url));
const [folder] = process.argv.slice(2);
if (!folder || !existsSync(path.join(folder, 'INDEX.json'))) {
  console.error(
    `Usage: npm run conformance -- DIR, where DIR has an INDEX.json (read: ${folder ?? 'nothing'})`,
  );
  process.exit(2);
}
const { module } = await runnerImport(path.join(root, 'tests/conformance/cli.ts'), {
  configFile: false,
  root,
  logLevel: 'error',
  resolve: { alias: { '@': root } },
});
process.exitCode = (await module.runFolder(path.resolve(folder))) > 0 ? 1 : 0;
