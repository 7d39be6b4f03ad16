import { mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder } from './make-folder.ts';

describe('a data folder', () => {
  it('is made with all that is above it, for one user only, and may be there already', () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'refrain-')), 'a', 'b');
    for (const _time of [1, 2]) makeFolder(folder);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it('that cannot be made is named, with what to do', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'refrain-')), 'file');
    writeFileSync(file, '');
    for (const place of [file, '/proc/self/fdinfo']) {
      expect(() => makeFolder(join(place, 'data', 'deeper'))).toThrow(
        expect.objectContaining({
          code: 'config:invalid',
          message: expect.stringContaining(join(place, 'data')),
          nextStep: expect.stringContaining('REFRAIN_DATA'),
        }),
      );
    }
  });
});
