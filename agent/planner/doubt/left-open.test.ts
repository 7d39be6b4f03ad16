// What went into nothing, and picks some of those who were named or leaves open who is meant, is asked about wherever it stands.
import { describe, expect, it } from 'vitest';
import { situation } from '../../../evals/fixture.ts';
import { plan } from '../plan.ts';

const said = (words: string): readonly string[] => words.split('|').map((one) => one.trim());

const LEFT_OPEN = said(
  `one of them | either one | only some of them | not all of them | most of them though | pick one | choose a few |
   Krabi is a maybe | we are undecided on the gyms | Pattaya tbc | not sure about the gyms | my boss thinks we should skip some |
   legal wants us to avoid a few of them | if Anna agrees | unless Anna objects | after the board has decided |
   depending on the weather | as needed | whichever is better | you know which ones | the ones from my list | etc |
   and the like | or something like that | I want the nicer ones | the usual suspects | with the usual exceptions |
   spread over the week | in two waves | hold off on the gyms |
   or a thank-you | wherever it is allowed`,
);

describe.each(said('Draft a survey for hotels in Phuket | How many Hiltons do we have?'))(
  '“%s”, with something left open',
  (request) => {
    const end = request.replace(/\?$/, '');
    const capital = (words: string) => words[0]!.toUpperCase() + words.slice(1);

    it.each([
      ['behind a comma', (words: string) => `${end}, ${words}`],
      ['in brackets', (words: string) => `${end} (${words})`],
      [
        'as a sentence behind it',
        (words: string) => `${request}${/\?$/.test(request) ? '' : '.'} ${capital(words)}.`,
      ],
      ['as a sentence before it', (words: string) => `${capital(words)}. ${request}`],
    ])('asks %s', (_, placed) => {
      expect(plan(request, situation()).calls).toHaveLength(1);
      const silent = LEFT_OPEN.map(placed).filter((sentence) => plan(sentence, situation()).calls.length > 0);
      expect(silent).toEqual([]);
    });
  },
);

it.each(
  said(
    `send a survey to all gyms about breakfast, if legal agrees | draft an announcement about our new app, Krabi is a maybe |
     send a survey to all gyms about breakfast (the bigger ones) | draft a note to the Hyatts about prices, whichever apply |
     send the Hiltons a survey via Teams`,
  ),
)('asks, too, where a topic would swallow it: “%s”', (sentence) => {
  expect(plan(sentence, situation()).question).toBeDefined();
});

it.each(
  said(
    `maybe draft a survey for hotels in Phuket | could you perhaps draft a survey for hotels in Phuket |
     I was wondering whether you might draft a survey for hotels in Phuket |
     Draft a survey for hotels in Phuket when you have time | Draft a survey for hotels in Phuket, if you can |
     My boss is waiting. Draft a survey for hotels in Phuket | We got a complaint yesterday. Draft a survey for hotels in Phuket |
     Draft a survey for all hotels in Phuket, they were too busy in summer |
     draft an announcement about rooms, breakfast and bikes for hotels in Phuket |
     draft an announcement about our new app for hotels in Phuket expiring in the first half of 2027 |
     draft a note to all hotels in Phuket about the Christmas playlists, seasonal campaign |
     renewals for all hotels in Phuket expiring in October, the others can wait |
     hotels in Phuket, show me who they are`,
  ),
)('does at once what leaves nothing open: “%s”', (sentence) => {
  const { calls, question } = plan(sentence, situation());
  expect(question).toBeUndefined();
  expect(calls).toHaveLength(1);
});

it('offers to go on without what was said beside the request', () => {
  const { question } = plan('Draft a survey for hotels in Phuket, one of them', situation());
  expect(question?.text).toContain('one of them');
  expect(question?.choices.map(({ say }) => say)).toContain('Draft a survey for hotels in Phuket');
});

it.each([
  'send a survey to all contacts at Hilton whose name starts with A',
  'greet all customers celebrating Diwali',
  'survey for hotels in the same country as Hilton Tokyo',
  'gyms in English speaking countries',
])('who is described by what nobody recorded is asked about: “%s”', (say) => {
  const { calls, question } = plan(say, situation());
  expect(calls).toEqual([]);
  expect(question?.text).toMatch(/leaves open who is meant/);
});
