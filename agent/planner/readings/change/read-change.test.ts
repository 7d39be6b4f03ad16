import { describe, expect, it } from 'vitest';
import { situation } from '../../../../evals/fixture.ts';
import { plan } from '../../plan.ts';

const callsOf = (say: string) =>
  plan(say, situation({ campaign: null, lastFilter: null, pendingApproval: false })).calls;
const AT = 'Hilton Pattaya';
const left = (name: string) => ({ do: 'contact_left', contact: { name } });
const fresh = (name: string, role?: string, addresses?: object) => ({
  ...{ do: 'add_contact', name },
  ...(role ? { role } : {}),
  ...(addresses ? { addresses } : {}),
});
const set = (field: string, value: unknown) => ({ do: 'set', field, value });
const reached = (addresses: object, contact?: object) => ({
  ...{ do: 'change_contact', replaces: true, addresses },
  ...(contact ? { contact } : {}),
});
const jane = { email: 'jane@example.com' };
const moved = (city: string) => [set('city', city), set('country', 'TH')];

describe('a sentence about what changed at a customer', () => {
  it.each<[string, string | undefined, object[]]>([
    ['Rudolf Troestler no longer works at Hilton Pattaya', AT, [left('Rudolf Troestler')]],
    ['update: Rudolf left Hilton Pattaya', AT, [left('Rudolf')]],
    [
      'Rudolf has left Hilton Pattaya and Jane Doe is the new GM',
      AT,
      [left('Rudolf'), fresh('Jane Doe', 'GM')],
    ],
    ['Hilton Pattaya: Rudolf left', AT, [left('Rudolf')]],
    ['Remove Rudolf from the contacts at Hilton Pattaya', AT, [left('Rudolf')]],
    ['Jane Doe replaced Rudolf as GM at Hilton Pattaya', AT, [left('Rudolf'), fresh('Jane Doe', 'GM')]],
    ['Jane Doe took over from Rudolf at Hilton Pattaya', AT, [left('Rudolf'), fresh('Jane Doe')]],
    ['Rudolf was replaced by Jane Doe at Hilton Pattaya', AT, [left('Rudolf'), fresh('Jane Doe')]],
    ['Hilton Pattaya has a new GM: Jane Doe', AT, [fresh('Jane Doe', 'GM')]],
    ['The new GM at Hilton Pattaya is called Jane Doe', AT, [fresh('Jane Doe', 'GM')]],
    ['Jane Doe (jane@example.com) is the new GM at Hilton Pattaya', AT, [fresh('Jane Doe', 'GM', jane)]],
    [
      'Add Jane Doe as IT manager at Hilton Pattaya, email jane@example.com',
      AT,
      [fresh('Jane Doe', 'IT manager', jane)],
    ],
    [
      'Jane Doe joined Hilton Pattaya as IT manager, her email is jane@example.com',
      AT,
      [fresh('Jane Doe', 'IT manager', jane)],
    ],
    [
      'Rudolf left Hilton Pattaya; the new GM is Jane Doe, jane@example.com, +66 81 234 5678',
      AT,
      [left('Rudolf'), fresh('Jane Doe', 'GM', { ...jane, whatsapp: '+66 81 234 5678' })],
    ],
    ['Rudolf is now the operations manager', undefined, [fresh('Rudolf', 'operations manager')]],
    ['At Hilton Pattaya: their new e-mail is jane@example.com', AT, [reached(jane)]],
    ["Hilton Pattaya's new email is jane@example.com", AT, [reached(jane)]],
    ["Rudolf's new email is jane@example.com", undefined, [reached(jane, { name: 'Rudolf' })]],
    ['the email of the GM at Hilton Pattaya is jane@example.com', AT, [reached(jane, { role: 'GM' })]],
    [
      "Change Rudolf's phone number to +66 2 123 4567",
      undefined,
      [reached({ whatsapp: '+66 2 123 4567' }, { name: 'Rudolf' })],
    ],
    [
      'the GM of Hilton Pattaya prefers email',
      AT,
      [{ do: 'change_contact', contact: { role: 'GM' }, preferredChannel: 'email' }],
    ],
    ['Hilton Pattaya moved to Rayong', AT, moved('Rayong')],
    ['Hilton Pattaya has moved to Chiang Mai, Thailand', AT, moved('Chiang Mai')],
    ['Hilton Pattaya is now called Hilton Pattaya Beach', AT, [set('name', 'Hilton Pattaya Beach')]],
    ["Hilton Pattaya's contract now ends on 31 December 2027", AT, [set('contract_end', '2027-12-31')]],
    ['Hilton Pattaya renewed until 31 October 2028', AT, [set('contract_end', '2028-10-31')]],
    ['The price at Hilton Pattaya is now 12,000 THB per zone', AT, [set('unit_price', 1_200_000)]],
    ['Hilton Pattaya now has 6 zones', AT, [set('unit_count', 6)]],
    ['Add zones Sky Bar and Pool to Hilton Pattaya', AT, [{ do: 'add_units', names: ['Sky Bar', 'Pool'] }]],
    ['Remove the zone Edge from Hilton Pattaya', AT, [{ do: 'remove_units', names: ['Edge'] }]],
    ['Tag Hilton Pattaya as VIP', AT, [{ do: 'add_tags', tags: ['VIP'] }]],
    ['Remove the tag VIP from Hilton Pattaya', AT, [{ do: 'remove_tags', tags: ['VIP'] }]],
    ['Hilton Pattaya switched to Beat Breeze', AT, [set('platform', 'Beat Breeze')]],
    ['Set the hardware of Hilton Pattaya to Sonos', AT, [set('hardware', 'Sonos')]],
    ['Set the notes of Hilton Pattaya to: closed on Mondays', AT, [set('notes', 'closed on Mondays')]],
    ['change the owner of Hilton Pattaya to Anna', AT, [set('owner', 'Anna')]],
    [
      'Note on Hilton Pattaya: call before 10, not after; ask for Anna',
      AT,
      [{ do: 'note', text: 'call before 10, not after; ask for Anna' }],
    ],
    ['Remember that Hilton Pattaya likes jazz', AT, [{ do: 'note', text: 'Hilton Pattaya likes jazz' }]],
  ])('“%s” is proposed', (say, customer, steps) => {
    const args = { ...(customer ? { customer } : {}), steps, why: say };
    expect(callsOf(say)).toEqual([{ name: 'propose_change', args }]);
  });

  it('is two where somebody goes from one customer to another', () => {
    expect(
      callsOf('Rudolf moved from Hilton Pattaya to Hilton Rayong').map(({ args }) => args),
    ).toMatchObject([
      { customer: AT, steps: [left('Rudolf')] },
      { customer: 'Hilton Rayong', steps: [fresh('Rudolf')] },
    ]);
  });

  it.each([
    ...['change the price to 12,000', 'set the language to German', 'drop Rudolf', 'delete Rudolf'],
    ...['change the subject to Renewal for Hilton Pattaya', 'the tone of Hilton Pattaya is formal'],
    ...['add Hilton Pattaya', 'remove Hilton Pattaya from the list', 'add Novotel Hua Hin to the audience'],
    ...['Hilton Pattaya is in Pattaya?', 'customers whose contract ends on 31 December 2027'],
    ...[
      'tell Hilton Pattaya that the office moved to Rayong',
      'rename the campaign to Hilton Pattaya autumn',
    ],
    ...['write to Jane Doe at Hilton Pattaya: the new GM is here', 'email the new GM at Hilton Rayong'],
    ...['Draft a renewal for Hilton Pattaya, their contract ends on 31 December 2027'],
    ...["Hilton Pattaya's contract now ends on 31 February 2027", 'The price at Hilton Pattaya is 300 EUR'],
  ])('“%s” is none', (say) => {
    expect(callsOf(say).map(({ name }) => name)).not.toContain('propose_change');
  });
});
