import { describe, expect, it } from 'vitest';
import { situation } from '../../../evals/fixture.ts';
import { plan } from '../plan.ts';

const nothing = { campaign: null, lastFilter: null, pendingApproval: false };
const planned = (say: string) => plan(say, situation(nothing));

describe('what is attached', () => {
  it('is nothing, so that nobody is told of it', () => {
    expect(planned('tell the Hiltons their invoice is attached')).toMatchObject({
      calls: [],
      question: { text: expect.stringMatching(/carry no files/) },
    });
  });
});
