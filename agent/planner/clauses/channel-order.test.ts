import { describe, expect, it } from 'vitest';
import { situation } from '../../../evals/fixture.ts';
import { plan } from '../plan.ts';

const planned = (say: string) =>
  plan(say, situation({ campaign: null, lastFilter: null, pendingApproval: false }));
const HILTONS = { op: 'in', field: 'brand', values: ['Hilton'] };

describe('which channel is tried first', () => {
  it.each([
    'renewal reminders to the Hiltons by whatsapp, otherwise email',
    'renewal reminders to the Hiltons by whatsapp first, then email',
    'renewal reminders to the Hiltons by whatsapp if possible, otherwise by email',
    'renewal reminders to the Hiltons by whatsapp, email as fallback',
    'renewal reminders to the Hiltons by whatsapp with email as a backup',
    'renewal reminders to the Hiltons via whatsapp and if they have none by email',
    'renewal reminders to the Hiltons, whatsapp where we can and email for the rest',
    'renewal reminders to the Hiltons by whatsapp, or by email where there is no whatsapp',
    "renewal reminders to the Hiltons by whatsapp, e-mail if they don't have whatsapp",
    'renewal reminders to the Hiltons; use whatsapp, if not available email',
    'renewal reminders by whatsapp to the Hiltons, e-mail for those without whatsapp',
    'renewal reminders by whatsapp to the Hiltons, and email those who have no whatsapp',
  ])('is an order, and no condition of the customers: “%s”', (say) => {
    const { calls, question } = planned(say);
    expect(question).toBeUndefined();
    expect(calls[0]).toEqual({
      name: 'draft_campaign',
      args: { type: 'renewal', filter: HILTONS, channels: ['whatsapp', 'email'] },
    });
  });

  it('goes on to a third', () => {
    const { calls } = planned('renewals to the Hiltons by LINE, otherwise whatsapp, otherwise email');
    expect(calls[0]?.args.channels).toEqual(['line', 'whatsapp', 'email']);
  });

  it('names LINE in a list as any other, in small letters too', () => {
    const { calls } = planned('renewals to the Hiltons by whatsapp, line, email');
    expect(calls[0]?.args.channels).toEqual(['whatsapp', 'line', 'email']);
  });

  it.each([
    ['how many gyms have email but no whatsapp', 'reachable_by'],
    ['send the renewals to the gyms without whatsapp by email', 'reachable_by'],
    ['list the gyms that have no LINE', 'reachable_by'],
  ])('is not said where customers are described: “%s”', (say, field) => {
    expect(JSON.stringify(planned(say).calls[0]?.args.filter)).toContain(field);
  });
});
