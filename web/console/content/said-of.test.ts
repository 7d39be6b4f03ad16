import { expect, it } from 'vitest';
import { fieldWords, saidOf } from './said-of.ts';

it.each([
  [{}, 'nothing'],
  [null, 'nothing'],
  [[], 'nothing'],
  [false, 'no'],
  ['casual', 'casual'],
  [['email', 'line'], 'email, line'],
  [{ email: { subject: 'Two\nwords', ask: 'Reply.' } }, 'email · subject: Two\nwords\nemail · ask: Reply.'],
  [
    { all: [{ op: 'in', field: 'country', values: ['TH'] }] },
    'all · op: in\nall · field: country\nall · values: TH',
  ],
])('a value of a version is told in lines, without code: %j', (value, said) => {
  expect(saidOf(value)).toBe(said);
});

it('a field is called as people call it', () => {
  expect(['filter', 'contactIds', 'budget'].map(fieldWords)).toEqual(['Audience', 'contact ids', 'budget']);
});
