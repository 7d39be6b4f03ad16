import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ERRORS } from '../../lib/errors.ts';

const rows = readFileSync(join(import.meta.dirname, '../../docs/errors.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.split('|').map((cell) => cell.trim()));

describe('docs/errors.md', () => {
  it('lists exactly the codes that there are, with their status', () => {
    const documented = rows.map(([, code = '', status]) => [code.replaceAll('`', ''), Number(status)]);
    expect(Object.fromEntries(documented)).toEqual(ERRORS);
    expect(documented).toHaveLength(Object.keys(ERRORS).length);
  });

  it('says of each what causes it and what to do', () => {
    for (const [, code, , cause, cure] of rows)
      expect([code, cause && cure]).toEqual([code, expect.stringMatching(/\.$/)]);
  });
});
