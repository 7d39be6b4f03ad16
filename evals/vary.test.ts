import { expect, it } from 'vitest';
import type { ConversationCase } from './case.ts';
import { variantsOf } from './vary.ts';

const saying = (...says: string[]): ConversationCase => ({
  id: 'a',
  author: 'independent',
  split: 'dev',
  workspace: 'retail',
  turns: says.map((say) => ({ say, expect: { act: 'ask' } })),
});
const varied = (one: ConversationCase) =>
  variantsOf(one).map(({ id, variant, turns }) => [id, variant, turns[0]!.say]);

it('mistypes one long word and wraps the sentence, under ids and a name of their own', () => {
  expect(varied(saying('how many customers?'))).toEqual([
    ['a~typo', 'typo', 'how many cutsomers?'],
    ['a~paraphrase', 'paraphrase', 'Hi, when you have a moment: how many customers, thanks'],
  ]);
});

it('makes none of a conversation, and no typo where two letters are the same or no word is long', () => {
  expect(varied(saying('one', 'two'))).toEqual([]);
  expect(varied(saying('gyms')).map(([, variant]) => variant)).toEqual(['paraphrase']);
  expect(varied(saying('gallery')).map(([, variant]) => variant)).toEqual(['paraphrase']);
});
