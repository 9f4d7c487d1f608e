import { defineConfig } from '@playwright/test';

/**
 * The journeys, the same in both browsers. Three at a time: much of a journey is a pause that a site asks for. Measured on
 * two cores: 230 s with two, 197 s with three, 206 s with four.
 */
export default defineConfig({
  testDir: './e2e',
  testMatch: '*.spec.ts',
  outputDir: '../test-results',
  fullyParallel: true,
  workers: Number(process.env['WORKERS'] ?? 3),
  timeout: 120_000,
  // A machine that others share may starve a browser for seconds. A test that passes only then is named `flaky` in the
  // list and in the sum below it; on a machine of one's own it fails, so that it is mended.
  retries: process.env['CI'] ? 1 : 0,
  forbidOnly: true,
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] ? [['list'], ['json']] : [['list']],
  projects: [
    { name: 'chromium' },
    // What axe finds hangs on the page, not on the browser: both looks of everything are seen in one, and in the other
    // whether every view fits, in Korean and dark.
    { name: 'firefox', grepInvert: /\(en, light\)|^(?!.*surfaces\.spec).*\(ko, dark\)/ },
  ],
});
