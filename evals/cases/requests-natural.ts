// Sentences as account managers say them in passing, written before there were rules for them: idioms, statements that
// are requests, and conditions that hide in what a message would say.
import {
  alike,
  all,
  between,
  devCases,
  draft,
  type ExpectedCall,
  ends,
  find,
  is,
  not,
  type RequestCase,
  send,
} from './request-case.ts';

const did = (field: string, from: string | null = null, to: string | null = null) => ({
  op: 'did' as const,
  field,
  from,
  to,
});
const [thai, hotels, gyms] = [is('country', 'TH'), is('type', 'Hotel'), is('type', 'Gym')];
const december = ends('2026-12-01', '2026-12-31');
const renewal = (...filters: Parameters<typeof all>): ExpectedCall[] =>
  send({ type: 'renewal', filter: all(...filters) });
const hilton = is('brand', 'Hilton');

const mine = is('owner', 'Nina Sample');

const MEANT: readonly (readonly [calls: ExpectedCall[], says: readonly string[]])[] = [
  // When their contracts end says who gets it: told to others it would be untrue.
  [
    renewal(hilton, thai, december),
    [
      'hey could you get something out to the Hiltons in Thailand about their contracts running out next month',
      'tell the Hiltons in Thailand that their contracts end next month',
      'let the Hiltons in Thailand know their contract is up in December',
    ],
  ],
  // Whose account it is, by what somebody does with it.
  [
    draft({ type: 'renewal', filter: all(hotels, mine) }),
    [
      'renewal reminders to the hotels I look after',
      'Verlängerungserinnerung an alle Hotels, die ich betreue',
      "rappel de renouvellement aux hôtels dont je m'occupe",
      'recordatorio de renovación a los hoteles que gestiono',
    ],
  ],
  [
    find(all(is('brand', 'Marriott'), mine)),
    ['how many Marriotts do I handle?', "the Marriotts I'm in charge of, how many are they?"],
  ],
  [send({ type: 'renewal', filter: all(hotels, mine) }), ['ส่งแจ้งเตือนต่ออายุให้โรงแรมที่ฉันดูแล']],
  [
    send({ type: 'thank_you', filter: all(gyms, thai, mine) }),
    ['thank the gyms I take care of in Thailand', 'thank the gyms in Thailand that are in my care'],
  ],
  [renewal(hilton, december), ['write to the Hiltons about their contracts expiring in December']],
  [
    renewal(is('brand', 'Marriott'), december),
    ['drop the Marriott folks a line, their renewals come up in December'],
  ],
  [
    renewal(is('type', 'Mall'), ends('2026-12-31', '2026-12-31')),
    ['remind the malls that their agreement runs out on 31 December'],
  ],
  [
    draft({ type: 'renewal', filter: ends('2026-11-21', '2026-12-24'), channels: ['whatsapp'] }),
    ['anybody whose deal lapses before Christmas should get a nudge by WhatsApp'],
  ],
  [
    send({ type: 'announcement', filter: is('brand', 'Marriott'), topic: 'the new app' }),
    ['drop the Marriotts a note about the new app'],
  ],
  [
    send({
      type: 'announcement',
      filter: all(is('owner_group', 'Accor'), is('country', 'VN', 'KH')),
      topic: 'the new scheduling feature',
    }),
    ["I'd like the Accor properties across Vietnam and Cambodia to hear about the new scheduling feature"],
  ],
  [
    send({ type: 'announcement', filter: is('brand', 'Hyatt'), topic: 'the app is down on Sunday' }),
    ['let the Hyatts know the app is down on Sunday'],
  ],
  [
    send({
      type: 'announcement',
      filter: is('brand', 'Anantara'),
      topic: 'the new bank details',
      roles: ['finance'],
    }),
    ['give the finance people at Anantara a heads up on the new bank details'],
  ],
  // Those of them, and nobody beside them.
  [
    draft({ type: 'survey', filter: all(hotels, is('city', 'Krabi'), hilton) }),
    [
      'draft a survey for all hotels in Krabi, only the Hiltons',
      'draft a survey for the hotels in Krabi, but only the Hiltons',
      'draft a survey for all hotels in Krabi, just the Hiltons',
    ],
  ],
  [
    draft({ type: 'price_change', filter: not(is('brand', 'Hyatt')) }),
    ['everyone except Hyatt gets the price letter'],
  ],
  [
    draft({ type: 'thank_you', filter: all(hilton, is('country', 'VN')) }),
    ['the Hiltons in Vietnam deserve a thank you'],
  ],
  [
    send({ type: 'survey', filter: all(is('type', 'Café', 'Bar'), is('city', 'Tokyo')) }),
    ['take all the cafes and bars in Tokyo and ask how happy they are with us'],
  ],
  [
    send({ type: 'survey', filter: all(thai, hotels) }),
    ['send the Thai hotels a survey in their own language'],
  ],
  [
    find(is('type', 'Mall'), ends('2027-01-01', '2027-03-31')),
    ['could I get the names of the malls whose subscriptions run out in Q1'],
  ],
  [
    find(hilton, between('contract_start', '2022-01-01', '2022-12-31'), is('contract_status', 'active')),
    ['those Hiltons we signed back in 2022, are they still active?'],
  ],
  [find(between('unit_count', 21, 49)), ['list customers with more than 20 zones and fewer than 50']],
  [
    find(between('contract_value', 100_000_001, null), ends('2027-03-01', '2027-03-31')),
    ['anything over a million baht that lapses in March'],
  ],
  [find(gyms, between('contract_value', 50_000_001, null)), ['gyms worth more than half a million']],
  [find(gyms, not(did('replied'))), ['which gyms owe us a reply']],
  [
    find(hotels, is('owner_group', 'Accor'), not(is('brand', 'Novotel'))),
    ['hotels owned by Accor but not branded Novotel'],
  ],
  [find(hotels, not(is('reachable_by', 'email'))), ['hotels with no email address on file']],
  [find({ op: 'top', field: 'contract_value', end: 'lowest', count: 5 }), ['the five smallest contracts']],
  [find(is('country', 'JP'), hotels), ['Hotels in Japan, ordered by contract value']],
  [
    find(hotels, is('country', 'JP'), ends('2027-01-01', '2027-03-31')),
    ['Hi, quick one before lunch: which hotels in Japan are up for renewal in the first quarter?'],
  ],
  [
    find(gyms, is('contract_status', 'lapsed'), ends('2026-01-01', '2026-11-20')),
    ["Sorry, me again. Could you check how many gyms haven't signed on again after lapsing this year?"],
  ],
  [
    find(is('country', 'SG', 'MY'), { op: 'top', field: 'contract_value', end: 'highest', count: 15 }),
    ['For the quarterly review I need the 15 most valuable accounts in Singapore and Malaysia'],
  ],
  [
    find(is('type', 'Bar'), is('city', 'Tokyo', 'Osaka'), is('contract_status', 'active')),
    ['Need a count, nothing fancy: bars, Tokyo plus Osaka, contract still running'],
  ],
  [
    find(
      ends('2026-11-21', '2027-01-20'),
      not(did('opened_message', '2026-09-01')),
      not(did('replied', '2026-09-01')),
    ),
    [
      'Find me accounts with a renewal in the next 60 days that have neither opened nor answered anything since September',
    ],
  ],
  [find(is('region', 'Europe'), not(is('country', 'GB'))), ['everyone in Europe except the Brits']],
  [
    draft({ type: 'renewal', filter: all(hotels, ends('2026-12-25', '2027-01-31')) }),
    ['renewal reminder!! all the hotel contracts that stop between Christmas (25 Dec) and end of January'],
  ],
  [send({ type: 'survey', filter: all() }), ['send a survey to all contacts']],
  [find(thai, hotels), ['country is Thailand, and business type is Hotel']],
  [
    find(thai, not(all(hilton, is('city', 'Krabi')))),
    ['customers in Thailand, not Hilton Krabi', 'customers in Thailand except Hilton Krabi'],
  ],
  [find(is('type', 'Bar'), thai, between('unit_count', 1, 2)), ['bars in Thailand with one or two zones']],
  [
    draft({ type: 'survey', filter: all(hotels, not(is('brand', 'Hyatt'))) }),
    [
      'survey for hotels, Hyatts can wait',
      'survey for all hotels; Hyatt gets its own',
      'survey for all hotels, Hyatts not this time',
    ],
  ],
];

/** What no field holds, and what would leave nobody. */
const ASKED = [
  'customers who joined this year and never got a welcome',
  'clients who never received a survey',
  'gyms who have not got a renewal reminder',
  'draft a survey for all gyms that have not had a survey yet',
  'drop the Marriotts a line',
  'tell the Hiltons that I look after them from December',
  'hotels with spas',
  'Marriotts with gyms',
  'hotels that signed',
  'all Thai hotels, not resorts',
  'My director is asking about Soundtrack customers in Germany. How many do we have there?',
  'please make sure that nobody at Accor gets the price increase notice for Thailand',
  'send every second hotel a survey',
  'send every other gym a survey',
  'hotels with 2 or 5 zones',
  'invite people to the event',
  // It would say no more than its name.
  'draft an announcement to all hotels in Phuket',
  'send a technical notice to everybody in Vietnam',
  'hotels in Thailand nobody has written to this year',
];

export const NATURAL_CASES: readonly RequestCase[] = devCases('natural', alike(MEANT), ASKED);
