// The one test command: lint, types, then every test on PGlite, the same tests on Postgres where the machine has
// one, and the browser. Closes with one line of counts and the names of what was skipped and why.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium, findRedis } from '../test/machine.ts';
import { startPostgres } from '../test/postgres-server.ts';
import { buildPageWhenStale } from './build-page.ts';
import type { Tally } from './test-reporter.ts';

const root = join(import.meta.dirname, '..');
const bin = (name: string) => join(root, 'node_modules', '.bin', name);
const scratch = mkdtempSync(join(tmpdir(), 'refrain-test-'));
const total: Tally = { passed: 0, failed: 0, skipped: [] };
const only = process.argv.slice(2);

function step(title: string, command: string, args: string[]): void {
  console.log(`\n── ${title}`);
  const { status } = spawnSync(bin(command), args, { cwd: root, stdio: 'inherit' });
  total[status === 0 ? 'passed' : 'failed'] += 1;
}

function vitest(title: string, args: string[], env: Record<string, string> = {}): void {
  console.log(`\n── ${title}`);
  const report = join(scratch, `${title.replaceAll(/\W+/g, '-')}.json`);
  const reporters = ['--reporter=default', `--reporter=${join(root, 'scripts/test-reporter.ts')}`];
  const { status } = spawnSync(bin('vitest'), ['run', ...args, ...only, ...reporters, '--passWithNoTests'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env, REFRAIN_TEST_REPORT: report },
  });
  add(title, existsSync(report) ? (JSON.parse(readFileSync(report, 'utf8')) as Tally) : null, status);
}

function add(title: string, tally: Tally | null, status: number | null): void {
  total.passed += tally?.passed ?? 0;
  total.failed += tally?.failed ?? 0;
  total.skipped.push(...(tally?.skipped ?? []).map((name) => `${title}: ${name}`));
  // A run that dies without a failed test (a crash, an unhandled error) is a failure too.
  if (status !== 0 && !tally?.failed) total.failed += 1;
}

const skip = (name: string) => total.skipped.push(name);

step('lint', 'biome', ['check', '--diagnostic-level=error', '.']);
step('types', 'tsc', ['-p', '.']);
vitest('PGlite', ['--project=unit']);

const postgres = await startPostgres();
if (postgres) {
  vitest('Postgres', ['--project=database'], { TEST_POSTGRES_URL: postgres.url });
  await postgres.stop();
} else {
  skip('Postgres: all database tests once more (no Postgres binaries on this machine)');
}
if (findChromium()) {
  // Once, before its tests run beside each other.
  await buildPageWhenStale();
  vitest('browser', ['--project=browser']);
} else skip('browser: the page in Chromium (no Chromium on this machine)');
if (!findRedis()) skip('Redis: the queue on Redis (no redis-server on this machine)');

rmSync(scratch, { recursive: true, force: true });
if (total.skipped.length > 0)
  console.log(`\nSkipped:\n${total.skipped.map((name) => `  ${name}`).join('\n')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped.length} skipped`);
process.exit(total.failed > 0 ? 1 : 0);
