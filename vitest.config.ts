import { globSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const always = ['**/node_modules/**', '.refrain/**', 'web/dist/**'];
// Files share their worker's modules (none of ours keeps state): half the time of a fresh set for each.
const shared = {
  pool: 'forks',
  isolate: false,
  testTimeout: 240_000,
  hookTimeout: 480_000,
  passWithNoTests: true,
} as const;

/** What of test/ opens a database. */
const OPENS =
  /from '(\.\.\/)+test\/(acknowledging|approved-campaign|changed-customer|choose-recipients|database|import-workspace|open-surface|refrain|renewal-campaigns|seeded-workspace|server|three-bays|visitors|workspace)\.ts'|openWritingRoom/;
/** The files that open one; the others, and the queue on Redis, have no reason to run on two. */
const onDatabase = globSync('{agent,core,db,jobs,routes,test/journeys,test/faults}/**/*.test.ts').filter(
  (path) =>
    !path.endsWith('-redis.test.ts') && (path.startsWith('test/') || OPENS.test(readFileSync(path, 'utf8'))),
);

/** What starts other processes waits more than it works. One worker in three begins with such files, so that none is last. */
const WAITS = /node:child_process|startRedis|openTestRefrain|open\w+Team|open-product/;
class WaitingEarly extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const waiting: TestSpecification[] = [];
    const others: TestSpecification[] = [];
    for (const file of await super.sort(files))
      (WAITS.test(readFileSync(file.moduleId, 'utf8')) ? waiting : others).push(file);
    const mixed = waiting.flatMap((file) => [file, ...others.splice(0, 2)]);
    return [...mixed, ...others];
  }
}

// Three projects: `unit` is everything but the browser, on PGlite; `database` is what touches the database, run once
// more on Postgres (TEST_POSTGRES_URL); `browser` drives the page in Chromium.
export default defineConfig({
  test: {
    // One more than the cores that CI has: many tests wait, for a lease, a limit, a server that comes back.
    maxWorkers: 3,
    sequence: { sequencer: WaitingEarly },
    projects: [
      {
        test: { ...shared, name: 'unit', include: ['**/*.test.ts'], exclude: [...always, 'test/browser/**'] },
      },
      { test: { ...shared, name: 'database', include: onDatabase, exclude: always } },
      {
        test: {
          ...shared,
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          exclude: always,
          // As long as the page itself is waited for, or nearly: a busy machine is slow, not wrong.
          expect: { poll: { timeout: 15_000 } },
        },
      },
    ],
  },
});
