import { describe, expect, it } from 'vitest';
import { breakBetween } from './break-between.ts';

describe('breakBetween', () => {
  it('parts what two steps say, and leaves the words of one together', () => {
    const apart = breakBetween();
    const said = [apart('I ask ', 1), apart('for it.', 1), apart('It must ', 3), apart('not go.', 3)];
    expect(said.join('')).toBe('I ask for it.\n\nIt must not go.');
  });

  it('adds nothing where there is a break already', () => {
    const apart = breakBetween();
    expect(apart('A notice.\n\n', undefined) + apart('The answer.', 2)).toBe('A notice.\n\nThe answer.');
  });
});
