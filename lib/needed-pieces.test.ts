import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSieve, siftPatterns } from './create-sieve.ts';
import { neededPieces } from './needed-pieces.ts';

describe('the pieces that a pattern needs', () => {
  it.each<[RegExp, string[] | null]>([
    [/\bcancel(?:led)?\b.{0,30}\b(?:zone|spa)s?\b/u, ['cancel']],
    [/(?:please|kindly) stop/u, ['please', 'kindly']],
    [/no more (?:e-?mails?|texts)/u, ['more']],
    [/colou?rs/u, ['colo']],
    [/go+gle/u, ['gle']],
    [/取消[单單]/u, ['取消']],
    [/[单單]/u, ['单', '單']],
    [/(?<!not )(?=x)stop(?! it)/u, ['stop']],
    [/(?:stop|\d+)/u, null],
    [/\w+/u, null],
    [/[a-z]/u, null],
    [/(?:stop)?/u, null],
    [/stop/iu, null],
  ])('of %s', (pattern, pieces) => expect(neededPieces(pattern)).toEqual(pieces));
});

describe('a sieve', () => {
  it('lets through what a text may match, in its order, and what may match any text', () => {
    const sift = siftPatterns([/later/u, /\d/u, /not now/u, /never/u]);
    expect(sift('not later')).toEqual([/later/u, /\d/u, /not now/u]);
    expect(sift('')).toEqual([/\d/u]);
  });

  it('finds pieces that begin alike, hold each other or overlap', () => {
    const sift = createSieve(
      ['no', 'nothing', 'thin', 'ingot', 'o'].map((value) => ({ value, pieces: [value] })),
    );
    expect(sift('nothingot')).toEqual(['no', 'nothing', 'thin', 'ingot', 'o']);
    expect(sift('thi')).toEqual([]);
  });

  it('keeps back nothing that matches', () => {
    const patterns = [/ab+c?d/u, /(?:a|bc)[cd]/u, /(?:ab)*c{2}/u, /a(?:b|(?:cd)?)d/u, /[^a]b/u];
    const sift = siftPatterns(patterns);
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', ' ') }), (text) => {
        const tried = sift(text);
        for (const pattern of patterns) expect(tried.includes(pattern) || !pattern.test(text)).toBe(true);
      }),
    );
  });
});
