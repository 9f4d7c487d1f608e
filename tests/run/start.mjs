import path from 'node:path';
import { ensureEverything } from './install.mjs';
import { endWithUs, npm, projectNode, root, run } from './processes.mjs';
import { runAgainOnProjectNode } from './reexec.mjs';

/** `npm start [-- --browser firefox]`: installs what is missing, builds, and shows LapelPin in a world of its own. */
const browser = readBrowser(process.argv.slice(2));

endWithUs();
if (!(await ensureEverything([browser]))) {
  console.error('The npm packages could not be installed.');
  process.exit(1);
}
await runAgainOnProjectNode(import.meta.url);
console.log(`Building LapelPin for ${browser === 'firefox' ? 'Firefox' : 'Chromium'} …`);
const build = await npm(['run', '--silent', browser === 'firefox' ? 'build:firefox' : 'build'], {
  limit: 300,
});
if (build.code !== 0) process.exit(1);
const shown = await run(projectNode(), [path.join(root, 'tests', 'run', 'show.ts'), browser]);
process.exit(shown.code);

function readBrowser(words) {
  const at = words.indexOf('--browser');
  const name = at < 0 ? 'chromium' : words[at + 1];
  if (name === 'chromium' || name === 'firefox') return name;
  console.error('Say --browser chromium or --browser firefox.');
  process.exit(1);
}
