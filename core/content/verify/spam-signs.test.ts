import { describe, expect, it } from 'vitest';
import { errorsOf, writePurely } from '../../../test/write-letter.ts';
import { LETTER_LANGUAGES } from '../../campaigns/draft.ts';
import { CAMPAIGN_TYPES } from '../built-in-types.ts';
import { checkSpam } from './spam-signs.ts';

const BODY =
  'Dear Arthit Sample,\n\nyour agreement ends on 31 October 2027. Please reply to renew it.\n\nKind regards';
const judge = (subject: string, body = BODY, hasPicture = false) => checkSpam({ subject, body, hasPicture });

describe('what mail filters count', () => {
  it('is nothing in the built-in letters, in any language', () => {
    for (const { key: type } of CAMPAIGN_TYPES)
      for (const reads of LETTER_LANGUAGES)
        for (const tone of ['formal', 'casual'] as const) {
          const [{ letter }] = writePurely({ type, reads, tone }) as [ReturnType<typeof writePurely>[number]];
          expect([type, reads, judge(letter.subject ?? '', letter.body)]).toEqual([type, reads, []]);
        }
  });

  it.each([
    ['FREE STUFF FOR YOU', BODY.replace('renew it.', 'renew it!! Click here.'), 'error'],
    ['You have won', `${BODY} 100% free, click here!!`, 'error'],
    ['A word: F.R.E.E', BODY, 'warning'],
    ['Hello', 'Dear customer,\n\nclick here to see it.', 'warning'],
    [
      '🎉🎁🔥 Now',
      'DEAR ALL, THIS IS THE BEST OFFER THAT YOU WILL EVER GET FROM ANYBODY IN THIS TOWN',
      'warning',
    ],
  ])('is told with its points: %s', (subject, body, severity) => {
    const [finding] = judge(subject, body);
    expect(finding).toMatchObject({ severity, repair: expect.any(String) });
    expect(finding!.message).toMatch(/\(\d(?:\.5)?\)/);
  });

  it('does not mind one exclamation, names in capitals, or a picture over a letter', () => {
    expect(judge('AVANI+: your renewal!', BODY, true)).toEqual([]);
    expect(judge('One prize question', `${BODY} We are free on Monday. Thank you!`)).toEqual([]);
  });

  it('keeps a person’s own wording back, by e-mail alone', () => {
    const body = 'You have won 100% free money!! Click here.';
    const write = (channel: string) => writePurely({ channel, wording: { [channel]: { body } } })[0]!;
    expect(
      errorsOf([write('email')])
        .map(({ message }) => message)
        .join(),
    ).toContain('points against it');
    expect(errorsOf([write('line')])).toEqual([]);
  });
});
