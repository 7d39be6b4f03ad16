import { describe, expect, it } from 'vitest';
import { LANGUAGES } from './index.ts';

describe('the phrases of a language', () => {
  it('lose no number: what a phrase takes up stands in its English, too', () => {
    const lost = LANGUAGES.flatMap(({ code, phrases, times }) =>
      [...Object.entries(phrases), ...Object.entries(times)]
        .filter(([english, said]) => said.includes('#') && !english.includes('#'))
        .map(([english]) => `${code}: ${english}`),
    );
    expect(lost).toEqual([]);
  });
});
