// What this machine offers to tests beyond npm; a test that needs more skips with the name of what is missing.
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const onPath = (name: string): string | null =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(existsSync) ?? null;

export const findChromium = (): string | null =>
  ['chromium', 'chromium-browser', 'google-chrome'].map(onPath).find((path) => path !== null) ?? null;

export const findRedis = (): string | null => onPath('redis-server');

/** The folder with initdb and postgres: on the PATH, or where Debian keeps each version's. */
export function findPostgres(): string | null {
  const found = onPath('initdb');
  if (found) return join(found, '..');
  const versions = '/usr/lib/postgresql';
  if (!existsSync(versions)) return null;
  const newest = readdirSync(versions).sort((a, b) => Number(b) - Number(a));
  return (
    newest.map((version) => join(versions, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb'))) ??
    null
  );
}
