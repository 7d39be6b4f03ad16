import { describe, expect, it } from 'vitest';
import { is } from '../../../evals/cases/request-case.ts';
import { EMPTY_THREAD, situation, withDraft } from '../../../evals/fixture.ts';
import { plan } from '../plan.ts';

const hilton = is('brand', 'Hilton');
const offering = (says: string) =>
  withDraft({ type: 'voucher', filter: hilton, offer: { kind: 'discount', says, code: null } });
const patchOf = (say: string, thread = offering('Our offer for you: 20% voucher.')) =>
  plan(say, situation(thread)).calls[0]?.args.patch;

describe('what is offered, by another amount', () => {
  it.each([
    ['make it 25%', '25%'],
    ['no, 30 percent please', '30 percent'],
    ['raise the discount to 15 %', '15 %'],
  ])('%s', (say, amount) => {
    const offer = { kind: 'discount', says: `Our offer for you: ${amount} voucher.`, code: null };
    expect(patchOf(say)).toEqual({ offer });
  });

  it('stands in the topic where it was said there', () => {
    const draft = withDraft({ type: 'voucher', filter: hilton, topic: '10 euros off breakfast' });
    expect(patchOf('15 euros instead', draft)).toEqual({ topic: '15 euros off breakfast' });
  });

  it('is not changed where none of its kind, or more than one, is said, nor in a list', () => {
    expect(patchOf('make it 15 euros')).toBeUndefined();
    expect(patchOf('make it 25%', offering('10% off breakfast and 20% off dinner'))).toBeUndefined();
    expect(patchOf('make it 25%', withDraft({ filter: hilton }))).toBeUndefined();
    expect(plan('make it 25%', situation({ ...EMPTY_THREAD, lastFilter: hilton })).calls).toEqual([]);
  });
});
