import { defineConfig } from 'vitest/config';

const always = ['**/node_modules/**', '.refrain/**', 'web/dist/**'];
const shared = { pool: 'forks', testTimeout: 30_000, hookTimeout: 60_000, passWithNoTests: true } as const;

// Three projects: `unit` is everything but the browser, on PGlite; `database` is what touches the database, run once
// more on Postgres (TEST_POSTGRES_URL); `browser` drives the page in Chromium.
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: { ...shared, name: 'unit', include: ['**/*.test.ts'], exclude: [...always, 'test/browser/**'] },
      },
      {
        test: {
          ...shared,
          name: 'database',
          include: [
            '{core,db,routes,jobs}/**/*.test.ts',
            'test/{journeys,faults}/**/*.test.ts',
            'agent/*.test.ts',
          ],
          exclude: always,
        },
      },
      {
        test: {
          ...shared,
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          exclude: always,
          testTimeout: 120_000,
        },
      },
    ],
  },
});
