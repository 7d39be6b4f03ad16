import { describe, expect, it } from 'vitest';
import { all, is } from '../../../evals/cases/request-case.ts';
import { situation, VOCABULARY } from '../../../evals/fixture.ts';
import { plan } from '../plan.ts';

const nothing = { campaign: null, lastFilter: null, pendingApproval: false };
const types: Readonly<Record<string, readonly string[]>> = {
  'Anytime Fitness': ['Gym'],
  Hyatt: ['Hotel'],
  'Hyatt Regency': ['Hotel', 'Serviced Residence'],
  Novotel: ['Hotel'],
};
const brands = VOCABULARY.brands.map((brand) => ({ ...brand, types: types[brand.name] ?? [] }));
const filterOf = (say: string) =>
  plan(say, { ...situation(nothing), vocabulary: { ...VOCABULARY, brands } }).calls[0]?.args.filter;

describe('a brand with what it is', () => {
  it('is the whole brand where all of it is that', () => {
    expect(filterOf('show all Anytime Fitness gyms in Vietnam')).toEqual(
      all(is('brand', 'Anytime Fitness'), is('country', 'VN')),
    );
    expect(filterOf('显示越南的诺富特酒店')).toEqual(all(is('country', 'VN'), is('brand', 'Novotel')));
  });

  it('is some of it where the brand, or one below it, is more than that', () => {
    expect(filterOf('show all Hyatt hotels')).toEqual(all(is('brand', 'Hyatt'), is('type', 'Hotel')));
    expect(filterOf('show the gyms of Novotel')).toEqual(all(is('type', 'Gym'), is('brand', 'Novotel')));
  });

  it('is some of it where nobody knows what it is', () => {
    expect(filterOf('show all Hilton hotels')).toEqual(all(is('brand', 'Hilton'), is('type', 'Hotel')));
  });
});
