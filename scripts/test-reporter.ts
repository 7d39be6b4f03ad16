// Writes the counts of one vitest run, and each skipped test with the reason it gave, for scripts/test.ts.
import { writeFileSync } from 'node:fs';
import type { Reporter, TestCase } from 'vitest/node';

export type Tally = { passed: number; failed: number; skipped: string[] };

export default class TallyReporter implements Reporter {
  readonly tally: Tally = { passed: 0, failed: 0, skipped: [] };

  onTestCaseResult(test: TestCase): void {
    const result = test.result();
    if (result.state === 'passed') this.tally.passed += 1;
    if (result.state === 'failed') this.tally.failed += 1;
    if (result.state === 'skipped') {
      this.tally.skipped.push(`${test.fullName}${result.note ? ` (${result.note})` : ''}`);
    }
  }

  onTestRunEnd(): void {
    const path = process.env.REFRAIN_TEST_REPORT;
    if (path) writeFileSync(path, JSON.stringify(this.tally));
  }
}
