import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

describe('SECURITY.md', () => {
  it('names only tests and files that there are', () => {
    const text = readFileSync(join(root, 'SECURITY.md'), 'utf8');
    const named = [...text.matchAll(/`([\w./*-]+(?:\.ts|\/))`/g)].map((match) => match[1]!);
    expect(named.length).toBeGreaterThan(25);
    expect(named.filter((path) => globSync(path, { cwd: root }).length === 0)).toEqual([]);
  });
});
