// A trade is data: no code, prompt or letter may know one of the kits but the default's folder.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFAULT_KIT, kitNames, readKit } from '../../db/seed/read-kit.ts';

const ROOT = join(import.meta.dirname, '../..');
const FOLDERS = [
  'agent',
  'channels',
  'cli',
  'core',
  'db',
  'jobs',
  'lib',
  'prompts',
  'routes',
  'tools',
  'web',
];
const CODE = /\.(ts|tsx|md|liquid|mjml|css)$/;

const sources = FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter(
      (entry) => entry.isFile() && CODE.test(entry.name) && !/\.test\.ts$|(^|\/)dist\//.test(entry.name),
    )
    .map((entry) => join(entry.parentPath, entry.name)),
).concat(['server.ts', 'wire.ts'].map((file) => join(ROOT, file)));

/** What only somebody who knows the kit would write: its name as a value or a path, its fields, its company. */
function wordsOf(name: string): string[] {
  const { fields, world } = readKit(name);
  const own = fields.flatMap(({ key, label }) => [key, label]).filter((word) => /[ _]/.test(word));
  return [`'${name}'`, `"${name}"`, `/${name}/`, `--kit ${name}`, world.workspace.name, ...own];
}

describe('the source', () => {
  const others = kitNames().filter((name) => name !== DEFAULT_KIT);

  it('is walked, and there are other kits than the default one', () => {
    expect(sources.length).toBeGreaterThan(300);
    expect(others.length).toBeGreaterThan(0);
    expect(others.flatMap(wordsOf).length).toBeGreaterThan(others.length * 7);
  });

  it.each(others)('has no word of the kit %s', (name) => {
    const words = wordsOf(name).map((word) => word.toLowerCase());
    const found = sources.flatMap((file) => {
      const text = readFileSync(file, 'utf8').toLowerCase();
      return words.filter((word) => text.includes(word)).map((word) => `${file}: ${word}`);
    });
    expect(found).toEqual([]);
  });
});
