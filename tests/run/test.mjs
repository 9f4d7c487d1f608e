import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { countStep, readCounts } from './counts.mjs';
import { ensureEverything } from './install.mjs';
import { endWithUs, npm, root } from './processes.mjs';
import { runAgainOnProjectNode } from './reexec.mjs';

/**
 * Everything that is ever checked, in order; a later step runs although an earlier one failed, unless it needs what that
 * one makes. `needs` names such steps, `report` the runner whose tests are counted one by one, `limit` is in seconds.
 */
const steps = [
  { name: 'format:check', limit: 180 },
  { name: 'lint', limit: 180 },
  { name: 'types', limit: 300 },
  { name: 'unit', limit: 600, report: 'vitest' },
  { name: 'build', limit: 300 },
  { name: 'build:firefox', limit: 300 },
  { name: 'built', limit: 300, report: 'vitest', needs: ['build', 'build:firefox'] },
  { name: 'lint:firefox', limit: 300, needs: ['build:firefox'] },
  { name: 'e2e', limit: 1800, report: 'playwright', needs: ['build', 'build:firefox'] },
];

const reports = path.join(root, '.cache', 'reports');

endWithUs();
if (!(await ensureEverything(['chromium', 'firefox']))) {
  console.log('The npm packages could not be installed.\n0 passed, 1 failed');
  process.exit(1);
}
await runAgainOnProjectNode(import.meta.url);
process.exit(await runSteps());

async function runSteps() {
  mkdirSync(reports, { recursive: true });
  const failed = new Set();
  const sum = { passed: 0, failed: 0 };
  for (const step of steps) {
    const counts = await runStep(step, failed);
    if (counts.failed > 0) failed.add(step.name);
    sum.passed += counts.passed;
    sum.failed += counts.failed;
  }
  if (failed.size > 0) console.log(`\nFailed: ${[...failed].join(', ')}`);
  console.log(`${sum.passed} passed, ${sum.failed} failed`);
  return sum.failed > 0 ? 1 : 0;
}

async function runStep({ name, limit, report, needs = [] }, failed) {
  const lacking = needs.filter((need) => failed.has(need));
  if (lacking.length > 0) {
    console.log(`\n── ${name}: not run, for it needs ${lacking.join(' and ')}`);
    return { passed: 0, failed: 1 };
  }
  console.log(`\n── ${name}`);
  const file = path.join(reports, `${name.replace(':', '-')}.json`);
  rmSync(file, { force: true });
  const begun = Date.now();
  const { code, timedOut } = await npm(['run', '--silent', name, ...reportArguments(report, file)], {
    limit,
    env: report === 'playwright' ? { PLAYWRIGHT_JSON_OUTPUT_NAME: file } : {},
  });
  const seconds = ((Date.now() - begun) / 1000).toFixed(1);
  const outcome = timedOut ? `stopped after ${limit} s` : code === 0 ? 'ok' : 'FAILED';
  console.log(`── ${name}: ${outcome}, ${seconds} s`);
  return countStep({ isOk: code === 0, report: report ? readCounts(file) : undefined });
}

function reportArguments(report, file) {
  if (report !== 'vitest') return [];
  return ['--', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
}
