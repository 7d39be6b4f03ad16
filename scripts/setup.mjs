// Runs before every npm script, on whatever Node the machine has: installs what is missing, so that the rest runs
// on the Node that the lockfile names. Plain JavaScript; everything goes to stderr, because stdout belongs to the
// command.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const inRoot = (...names) => join(root, ...names);
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

function npmRun(...args) {
  const done = spawnSync(npm, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (done.status !== 0) {
    console.error(
      `\nnpm ${args.join(' ')} failed. Check the network or the registry settings, then run this again.`,
    );
    process.exit(1);
  }
}

function isInstalled() {
  const marker = inRoot('node_modules', '.package-lock.json');
  return existsSync(marker) && statSync(marker).mtimeMs >= statSync(inRoot('package-lock.json')).mtimeMs;
}

function ownNodeMajor() {
  const binary = inRoot('node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
  if (!existsSync(binary)) return 0;
  try {
    return Number(execFileSync(binary, ['-p', 'process.versions.node.split(".")[0]'], { encoding: 'utf8' }));
  } catch {
    return 0;
  }
}

if (!isInstalled()) {
  console.error('Installing packages (about half a minute, once) …');
  npmRun('ci', '--no-audit', '--no-fund', '--loglevel=error');
}
if (ownNodeMajor() < 24) npmRun('rebuild', 'node');
if (ownNodeMajor() < 24) {
  console.error('The packaged Node 24 did not install. Remove node_modules and run this again.');
  process.exit(1);
}
