import { describe, expect, it } from 'vitest';
import { situation } from '../../../evals/fixture.ts';
import { plan } from '../plan.ts';

const calls = (say: string) =>
  plan(say, situation({ campaign: null, lastFilter: null, pendingApproval: false })).calls;

describe('people by what they do', () => {
  it.each([
    ['email the people who look after billing at Centara about our new app', 'finance'],
    ['write to whoever is responsible for invoices at the Centaras about our new bank account', 'finance'],
    ['write to the person in charge of marketing at the Centaras about our new app', 'marketing'],
    ['email whoever handles purchasing at the Centaras about our new app', 'purchasing'],
  ])('are contacts of that role: “%s”', (say, role) => {
    expect(calls(say)[0]?.args).toMatchObject({
      roles: [role],
      filter: { op: 'in', field: 'brand', values: ['Centara'] },
    });
  });
});
