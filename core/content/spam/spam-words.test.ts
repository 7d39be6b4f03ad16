import { expect, it } from 'vitest';
import { tellScore } from './spam-words.ts';

const MAIL = 'the e-mail in German (variant B)';
const scored = (points: number, ...names: string[]) => ({
  score: {
    ...{ points, threshold: 5 },
    rules: names.map((name) => ({ name, points: 1.5, says: 'What it means' })),
  },
});
const found = (...of: Parameters<typeof tellScore>) => {
  const told = tellScore(...of);
  return 'finding' in told ? told.finding : told;
};

it('few points are told beside the messages', () => {
  expect(tellScore(scored(0.4, 'HTML_MESSAGE'), MAIL)).toEqual({
    note: 'SpamAssassin gives the e-mail in German (variant B) 0.4 points; 5 are spam.',
  });
});

it('many are a finding with the rules that counted, and what to do about the first', () => {
  expect(found(scored(5.5, 'SUBJ_ALL_CAPS', 'LOTS_OF_MONEY'), MAIL)).toEqual({
    ...{ severity: 'warning', place: 'subject', repair: 'Write it in small letters.' },
    message:
      'SpamAssassin gives the e-mail in German (variant B) 5.5 points, and 5 are spam: ' +
      'What it means (SUBJ_ALL_CAPS, 1.5) and What it means (LOTS_OF_MONEY, 1.5).',
  });
});

it.each([
  ['UPPERCASE_75_100', 'Write it in small letters.'],
  ['PLING_QUERY', 'Take single marks, and few of them.'],
  ['HTML_IMAGE_ONLY_08', 'Write more text beside the picture, or take a smaller one.'],
  ['LOTS_OF_MONEY', 'Say plainly what it costs, and promise no money.'],
  ['DRUGS_ERECTILE', 'Leave out the words that stand for forbidden wares.'],
  ['URIBL_BLACK', 'Lead to plain addresses of your own.'],
  [
    'SPF_FAIL',
    'It is about who sends and not about the words: see to SPF, DKIM and DMARC of the sender’s domain.',
  ],
  ['SOMETHING_NEW', 'Say it plainly: mend what is named first.'],
])('%s has its repair', (rule, repair) => {
  expect(found(scored(4, rule), MAIL)).toMatchObject({ severity: 'warning', repair });
});

it('a filter that is asked still, or cannot be, is said', () => {
  expect(found(null, MAIL)).toMatchObject({ repair: 'Look again in a moment.' });
  expect(found({ failed: 'ECONNREFUSED' }, MAIL)).toMatchObject({
    message: 'SpamAssassin could not be asked (ECONNREFUSED): only our own signs of spam count.',
    repair: 'Look again in a minute; who runs the installation sees to SPAMD_URL.',
  });
});
