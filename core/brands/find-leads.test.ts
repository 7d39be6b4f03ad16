import { describe, expect, it } from 'vitest';
import { findLeads } from './find-leads.ts';

describe('words that many names begin with', () => {
  it.each([
    [
      'a chain, however it is written',
      ['Bean Street Ari', 'BEAN STREET Silom', 'Bean Street - 7'],
      ['Bean Street'],
    ],
    ['no place', ['Phuket Alpha', 'Phuket Beta', 'Phuket Gamma'], []],
    ['no plain word', ['The Alpha', 'The Beta', 'The Gamma'], []],
    ['no two of a kind', ['Bean Ari', 'Bean Silom'], []],
    ['the longest that nearly all share', ['Tim Bo 1', 'Tim Bo 2', 'Tim Bo 3', 'Tim Bo 4'], ['Tim Bo']],
  ])('sees %s', (_what, names, leads) => {
    expect(findLeads(names).map(({ words }) => words)).toEqual(leads);
  });

  it('leaves out the words that it is told', () => {
    const names = ['Bakery Alpha', 'Bakery Beta', 'Bakery Gamma'];
    expect([findLeads(names).length, findLeads(names, new Set(['bakery'])).length]).toEqual([1, 0]);
  });
});
