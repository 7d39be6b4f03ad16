import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const git = (...args: string[]): string =>
  execFileSync('git', ['-C', ROOT, ...args], { encoding: 'utf8' }).trim();

export type OldVersion = { commit: string; folder: string; remove(): void };

/** The files of an earlier commit, beside today's packages; without `rev` the last before the newest migration. */
export function takeOldVersion(rev?: string): OldVersion {
  const newest = git('log', '-1', '--format=%H', '--', 'db/migrations/*.sql');
  const commit = git('rev-parse', '--short', rev ?? `${newest}~1`);
  const folder = mkdtempSync(join(tmpdir(), 'refrain-old-'));
  const archive = execFileSync('git', ['-C', ROOT, 'archive', commit], { maxBuffer: 2 ** 30 });
  execFileSync('tar', ['-x', '-C', folder], { input: archive });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  return { commit, folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
