import { describe, expect, it } from 'vitest';
import { situation } from '../../../evals/fixture.ts';
import { plan } from '../plan.ts';

const nothing = { campaign: null, lastFilter: null, pendingApproval: false };
const planned = (say: string) => plan(say, situation(nothing));
const HILTONS = { op: 'in', field: 'brand', values: ['Hilton'] };

describe('a question about what can be done', () => {
  it.each([
    ['what languages will it be in?', /recorded of them/],
    ['what channels do we have?', /by WhatsApp, LINE or E-mail/],
    ['which channels can I use', /by WhatsApp, LINE or E-mail/],
    ['how much will it cost?', /depends on who gets what/],
    ['is there a way to send a test to myself first?', /send a test to/],
    ['can I send on a Sunday?', /quiet hours/],
    ['do you speak Thai?', /^Yes\./],
    ['do you speak Finnish?', /^No\. I understand English best/],
    ['how do I add a customer?', /Import/],
  ])('is answered, and lists nobody: “%s”', (say, answer) => {
    const { calls, say: said, question } = planned(say);
    expect({ calls, question }).toEqual({ calls: [], question: undefined });
    expect(said).toMatch(answer);
  });

  it.each(['when did we last write to the Hiltons?', 'what have we sent to the Hiltons this year'])(
    'of what was sent shows where it stands: “%s”',
    (say) => {
      const { calls, say: said } = planned(say);
      expect(calls).toEqual([{ name: 'find_customers', args: { filter: HILTONS } }]);
      expect(said).toMatch(/What happened/);
    },
  );
});
