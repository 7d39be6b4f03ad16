// Builds the page when a source of it is newer than what was built.
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const run = promisify(execFile);
const root = join(import.meta.dirname, '..');
const BUILT = join(root, 'web/dist/index.html');
const SOURCES = ['web/console', 'web/widget', 'core', 'vite.config.ts', 'package-lock.json'];
/** The console, the panel that other sites frame, and the script that puts it there. */
const CONFIGS = ['vite.config.ts', 'web/widget/panel.vite.config.ts', 'web/widget/loader.vite.config.ts'];

const newest = (path: string): number => {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Math.max(mtimeMs, ...files.map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs));
};

const isStale = (): boolean =>
  !existsSync(BUILT) || SOURCES.some((source) => newest(join(root, source)) > statSync(BUILT).mtimeMs);

/**
 * In a process of its own: whatever this one is for, a test say, what people get is built for production, without the
 * libraries' checks for developers that make it twice as large.
 */
export async function buildPageWhenStale(): Promise<void> {
  if (!isStale()) return;
  process.stderr.write('Building the page …\n');
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  for (const config of CONFIGS) {
    await run(process.execPath, [vite, 'build', '--config', config, '--logLevel', 'error'], {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production' },
    });
  }
  for (const folder of ['assets', 'widget/assets', '']) compress(join(root, 'web/dist', folder));
}

/** Once, as small as it gets, beside each file: the server hands out what the browser takes. */
function compress(folder: string): void {
  for (const name of readdirSync(folder).filter((one) => /\.(?:js|css|svg)$/.test(one))) {
    const path = join(folder, name);
    const content = readFileSync(path);
    writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
    writeFileSync(`${path}.br`, brotliCompressSync(content, { params }));
  }
}
