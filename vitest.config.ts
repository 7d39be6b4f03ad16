import { globSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

const always = ['**/node_modules/**', '.refrain/**', 'web/dist/**'];
// Files share their worker's modules (none of ours keeps state): half the time of a fresh set for each.
const shared = {
  pool: 'forks',
  isolate: false,
  testTimeout: 30_000,
  hookTimeout: 60_000,
  passWithNoTests: true,
} as const;

/** Files that use the parts in test/ open a database; the others, and the queue on Redis, need no second one. */
const onDatabase = globSync('{agent,core,db,jobs,routes,test/journeys,test/faults}/**/*.test.ts').filter(
  (path) =>
    !path.endsWith('-redis.test.ts') &&
    (path.startsWith('test/') || /from '(\.\.\/)+test\//.test(readFileSync(path, 'utf8'))),
);

// Three projects: `unit` is everything but the browser, on PGlite; `database` is what touches the database, run once
// more on Postgres (TEST_POSTGRES_URL); `browser` drives the page in Chromium.
export default defineConfig({
  test: {
    maxWorkers: 2,
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
          testTimeout: 120_000,
          // As long as the page itself is waited for, or nearly: a busy machine is slow, not wrong.
          expect: { poll: { timeout: 15_000 } },
        },
      },
    ],
  },
});
