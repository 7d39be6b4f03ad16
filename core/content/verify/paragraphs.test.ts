import { describe, expect, it } from 'vitest';
import type { CONTENT_CASES } from '../../../test/content-cases.ts';
import { writePurely } from '../../../test/write-letter.ts';
import { LETTER_LANGUAGES } from '../../campaigns/draft.ts';
import { CAMPAIGN_TYPES } from '../built-in-types.ts';
import { type Claims, claimsIn, readClaims } from './claims.ts';
import { paragraphsOf } from './paragraphs.ts';
import { verifyMessage } from './verify-message.ts';

const sorted = ({ dates, money, numbers, promises, rest }: Claims) => ({
  all: [...dates, ...money, ...numbers, ...promises].map((claim) => JSON.stringify(claim)).sort(),
  rest,
});

describe('a letter that is read by paragraphs', () => {
  it.each(LETTER_LANGUAGES)('states what it states as a whole, in %s', (language) => {
    for (const { key: type } of CAMPAIGN_TYPES)
      for (const channel of ['email', 'whatsapp'])
        for (const which of ['complete', 'oneZone', 'noPrice'] as const) {
          const [one] = writePurely({ type, channel, which, reads: language });
          const text = `${one?.letter.subject ?? ''}\n\n${one?.letter.body}`;
          for (const inWords of [false, true])
            expect(sorted(claimsIn(text, { language, inWords }))).toEqual(
              sorted(readClaims(text, { language, inWords })),
            );
        }
  });

  it.each([
    ['what an amount is stands above it', 'In total:\n\nTHB 12,000'],
    ['what an amount is for stands below it', 'It comes to 12,000 baht\n\nper zone.'],
    ['a number stands above what it counts', 'Free for you are 12\n\nmonths.'],
    ['a sentence goes on in another paragraph', 'We give you three\n\nmonths more.'],
  ])('is not cut where %s', (_, text) => {
    expect(paragraphsOf(text).map((part) => part.text)).toEqual([text]);
  });

  it('is cut where a sentence ends and another begins, in scripts without capitals too', () => {
    const parts = ['Dear \uE001,', 'Your agreement ends soon.', 'โปรดตอบกลับ', '返信してください。', '• Pool'];
    expect(paragraphsOf(parts.join('\n\n')).map(({ text }) => text)).toEqual(parts);
  });
});

describe('a paragraph that was read for somebody else', () => {
  it('is judged by the facts of each reader', () => {
    const said = (which: keyof typeof CONTENT_CASES) => {
      const one = writePurely({ which })[0]!;
      const body = `${one.letter.body}\n\nAll 4 zones are served for THB 48,000 until 31 October 2027.`;
      return verifyMessage({ ...one.made.check, letter: { ...one.letter, body }, rendered: one.rendered })
        .filter(({ severity }) => severity === 'error')
        .map(({ words }) => words);
    };
    expect(said('complete')).toEqual([]);
    expect(said('twelveZones')).toEqual(['THB 48,000', '4 zones']);
    expect(said('ended')).toEqual(['31 October 2027']);
    expect(said('complete')).toEqual([]);
  });
});
