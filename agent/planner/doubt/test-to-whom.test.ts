import { describe, expect, it } from 'vitest';
import { situation, withDraft } from '../../../evals/fixture.ts';
import { plan } from '../plan.ts';

const filter = { op: 'in' as const, field: 'brand', values: ['Hilton'] };
const planned = (say: string) => plan(say, situation(withDraft({ filter })));

describe('a test to whoever asks for it', () => {
  it.each([
    'send me a test',
    'send a test to myself',
    'test it to my own email first',
    'can you send a test for me',
  ])('goes to no customer, as no address was said: “%s”', (say) => {
    const { calls, question, say: said } = planned(say);
    expect(calls).toEqual([]);
    expect(question?.text ?? said).toMatch(/a test to you@example.com/);
  });

  it('goes to the address that was said, and by itself to the first customer', () => {
    expect(planned('send me a test at ada@example.com').calls[0]?.args.test).toMatchObject({
      address: 'ada@example.com',
    });
    expect(planned('test it').calls[0]?.args.test).toEqual({ kind: 'first_customer' });
  });
});
