import { describe, expect, it } from 'vitest';
import { situation } from '../../evals/fixture.ts';
import { plan } from './plan.ts';

const planned = (say: string) => plan(say, situation());

describe('how many contacts somebody has', () => {
  it.each(['which customers have only one contact?', 'send a survey to the gyms with one contact'])(
    'is no condition here, and is not passed over: “%s”',
    (say) => {
      expect(planned(say)).toMatchObject({ calls: [], question: {} });
    },
  );
});
