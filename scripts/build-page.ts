// Builds the page when a source of it is newer than what was built.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const BUILT = join(root, 'web/dist/index.html');
const SOURCES = ['web/console', 'core', 'vite.config.ts', 'package-lock.json'];

const newest = (path: string): number => {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Math.max(mtimeMs, ...files.map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs));
};

const isStale = (): boolean =>
  !existsSync(BUILT) || SOURCES.some((source) => newest(join(root, source)) > statSync(BUILT).mtimeMs);

/** Loads the bundler only when there is something to build. */
export async function buildPageWhenStale(): Promise<void> {
  if (!isStale()) return;
  process.stderr.write('Building the page …\n');
  const { build } = await import('vite');
  await build({ configFile: join(root, 'vite.config.ts'), logLevel: 'error' });
}
