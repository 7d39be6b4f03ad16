import { expect, it } from 'vitest';
import type { Draft } from '../../../core/campaigns/draft.ts';
import { sayChange, sayChosen } from './say-change.ts';

it.each<[Partial<Draft>, string]>([
  [{ tone: 'casual', length: 'short' }, 'The tone is casual now. The letters are short now.'],
  [{ tone: null }, 'The tone is by brand and kind again.'],
  [{ language: 'th' }, 'Everybody is written to in Thai now.'],
  [{ topic: 'the new app' }, 'They are about “the new app” now.'],
  [
    {
      hide: [
        { what: 'price', filter: { op: 'in', field: 'country', values: ['JP'] } },
        { what: 'date', filter: null },
      ],
    },
    'They leave out the price for some and the date now.',
  ],
  [{ hide: [] }, 'Nothing is left out any more.'],
  [{ wording: { email: { subject: 'Shall we go on?' } } }, 'The subject is “Shall we go on?” now.'],
  [{ wording: {} }, 'The built-in letters are back.'],
  [{ groups: [] }, 'The same is said to everybody again.'],
  [
    {
      groups: [
        { filter: { all: [] }, tone: 'casual' },
        { filter: { all: [] }, roles: ['it'], address: 'polite', length: 'short' },
      ],
    },
    'It is said otherwise to 2 groups. The last of them has short letters and the polite form.',
  ],
  [{ channels: ['email'] }, ''],
])('an edit says what it changed of the letters: %j', (patch, said) => {
  expect(sayChange({ patch })).toBe(said);
});

it.each([
  [{ of: 'subject', number: 2 }, 'The subject is number 2 of the plan now.'],
  [{ of: 'ask', number: 3 }, 'The request is number 3 of the plan now.'],
])('one of the proposed is told by its number: %j', (args, said) => {
  expect(sayChosen(args)).toBe(said);
});
