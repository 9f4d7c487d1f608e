import { defineConfig } from '@playwright/test';

/** The journeys, the same in both browsers. Two at a time is the fastest on two cores. */
export default defineConfig({
  testDir: './e2e',
  testMatch: '*.spec.ts',
  outputDir: '../test-results',
  fullyParallel: true,
  workers: Number(process.env['WORKERS'] ?? 2),
  timeout: 90_000,
  // A machine that others share may starve a browser for seconds. A test that passes only then is named `flaky` in the
  // list and in the sum below it; on a machine of one's own it fails, so that it is mended.
  retries: process.env['CI'] ? 1 : 0,
  forbidOnly: true,
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] ? [['list'], ['json']] : [['list']],
  projects: [{ name: 'chromium' }, { name: 'firefox' }],
});
