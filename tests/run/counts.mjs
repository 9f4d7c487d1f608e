import { existsSync, readFileSync } from 'node:fs';

/** How many tests passed and failed, read from a runner's JSON report; null when there is none to read. */
export function readCounts(file) {
  if (!existsSync(file)) return null;
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    return report.stats ? fromPlaywright(report.stats) : fromVitest(report);
  } catch {
    // Half a report is none.
    return null;
  }
}

/**
 * A step's share of the sum. A step that failed without a failed test (it crashed, ran too long, could not load a file)
 * counts as one failure; a step without a report counts as one.
 */
export function countStep({ isOk, report }) {
  if (report === undefined) return isOk ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  if (report === null) return { passed: 0, failed: 1 };
  return { passed: report.passed, failed: isOk ? report.failed : Math.max(1, report.failed) };
}

function fromPlaywright({ expected, flaky, unexpected }) {
  if (flaky > 0) console.log(`${flaky} passed only on the second try; they are named "flaky" above.`);
  return { passed: expected + flaky, failed: unexpected };
}
const fromVitest = ({ numPassedTests, numFailedTests }) => ({
  passed: numPassedTests,
  failed: numFailedTests,
});
