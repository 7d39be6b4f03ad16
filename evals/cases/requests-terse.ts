// Sentences as notes, forms and half sentences: what is written in a hurry, by the classes of what strangers wrote.
import {
  alike,
  all,
  any,
  between,
  contains,
  devCases,
  draft,
  ends,
  find,
  is,
  known,
  not,
  type RequestCase,
  send,
} from './request-case.ts';

const [thai, hotels, gyms] = [is('country', 'TH'), is('type', 'Hotel'), is('type', 'Gym')];
const [krabi, berlin] = [is('city', 'Krabi'), is('city', 'Berlin')];
const survey = (...filters: Parameters<typeof all>) => draft({ type: 'survey', filter: all(...filters) });
const some = (count: number) =>
  ({ op: 'top', field: 'random', end: 'highest', count, seed: '2026-11-21' }) as const;

const did = (field: string) => ({ op: 'did', field, from: '2026-10-07', to: '2026-11-21' }) as const;

const MEANT: Parameters<typeof alike>[0] = [
  // The brands of a group behind it say which of them.
  [
    survey(is('brand', 'Anantara', 'Avani')),
    ['minor hotels: anantara and avani, survey, draft', 'Minor Hotels - Anantara, Avani - draft a survey'],
  ],
  [
    find(thai, is('brand', 'Novotel', 'Ibis'), is('owner_group', 'Accor')),
    ['Accor (Novotel, Ibis) in Thailand - how many?'],
  ],
  // The same conditions in the same order are two pairs.
  [
    find(any(all(is('tier', 'Platinum'), thai), all(is('tier', 'Silver'), is('country', 'DE')))),
    ['platinum in Thailand, silver in Germany', 'platinum in Thailand and silver in Germany'],
  ],
  [
    find(gyms, is('country', 'VN', 'TH', 'SG')),
    ['gyms VN/TH/SG', 'gyms in VN, TH & SG', 'gyms in SG, TH and VN'],
  ],
  [find(hotels, is('country', 'DE', 'FR', 'GB')), ['hotels in DE, FR and GB']],
  // What takes place then is what the message says.
  [
    draft({ type: 'technical', filter: all(gyms, berlin), topic: 'router swap on Friday night' }),
    ['draft a technical notice to all gyms in Berlin: router swap on Friday night'],
  ],
  [
    send({ type: 'technical', filter: all(gyms, berlin), topic: 'maintenance on Friday night' }),
    ['Send all gyms in Berlin a technical notice: maintenance on Friday night'],
  ],
  [
    send({
      type: 'announcement',
      filter: all(gyms, berlin),
      topic: 'new app',
      schedule: { kind: 'local', date: '2026-11-27', time: '10:00' },
    }),
    ['Send all gyms in Berlin an announcement: new app, Friday at 10'],
  ],
  [
    draft({ type: 'technical', filter: is('brand', 'Hilton'), topic: 'the amp swap' }),
    ['Hiltons - maintenance notice for the amp swap. draft'],
  ],
  // What is wished or written down is prepared; "send" asks for approval.
  [draft({ type: 'thank_you', filter: all(hotels, krabi) }), ['we would like to thank all hotels in Krabi']],
  [send({ type: 'survey', filter: all(gyms, krabi) }), ['I want to send a survey to all gyms in Krabi']],
  [draft({ type: 'seasonal', filter: all(gyms, krabi) }), ['seasonal wishes to all gyms in Krabi']],
  [
    draft({ type: 'survey', filter: all(gyms, krabi), channels: ['email'] }),
    ['survey|gyms|Krabi|email', 'survey/gyms/Krabi/e-mail'],
  ],
  [survey(hotels, krabi, some(5)), ['a sample of 5 hotels in Krabi, for a test survey – draft please']],
  [
    find(hotels, thai, some(10)),
    ['10 hotels chosen at random in Thailand', '10 hotels picked at random, Thailand'],
  ],
  // Who goes when nobody renews.
  [
    find(ends('2027-03-01', '2027-03-31')),
    ['who will we lose in March if they do not renew?', 'who do we lose in March if nobody renews?'],
  ],
  [
    find(hotels, ends('2026-05-01', '2026-05-31'), is('contract_status', 'lapsed')),
    ['hotels that expired in May and have no renewal yet', 'hotels that expired in May, no renewal since'],
  ],
  [
    find(thai, { op: 'top', field: 'order_value', end: 'highest', count: 5 }),
    ['top 5 by what they spent, Thailand only'],
  ],
  // A field by its name, and what stands in it.
  [
    find(hotels, not(known('tier')), not(known('owner'))),
    ['hotels with neither a tier nor an owner', 'type = hotel; tier = none; owner = nobody'],
  ],
  [find(hotels, is('consent', 'email')), ['hotels with email consent', 'hotels, e-mail consent: yes']],
  [
    find(hotels, not(is('consent', 'whatsapp'))),
    [
      'hotels without whatsapp consent',
      'hotels, whatsapp consent no',
      'hotels without marketing consent for WhatsApp',
    ],
  ],
  [
    find(hotels, is('consent', 'email'), not(is('consent', 'line'))),
    ['hotels, email consent yes, LINE consent no'],
  ],
  [
    find(thai, not(is('opted_out', 'yes'))),
    ['Thailand, nobody who opted out', 'nobody who opted out, otherwise everyone in Thailand'],
  ],
  [find(hotels, contains('hardware', 'Windows 11')), ['hotels with Windows 11 devices']],
  [find(is('type', 'Retail'), berlin), ['clothing shops in Berlin', 'clothes shops in Berlin']],
  [find(gyms, is('city', 'Doha')), ['do there exist any gyms in Doha', 'hi bot, gyms in Doha']],
  [
    draft({ type: 'renewal', filter: all(hotels, between('contract_end', '2027-07-01', '2027-07-31')) }),
    ['renewal time again - hotels running out in juli please, just the draft'],
  ],
  // Who sends it, what was done before, why somebody is left out: none of it says who gets it.
  [
    draft({ type: 'announcement', filter: krabi, topic: 'our Vietnamese acoustic channel' }),
    ['everyone in Krabi; draft announcement of our Vietnamese acoustic channel'],
  ],
  [
    draft({ type: 'seasonal', filter: all(hotels, krabi) }),
    ['draft a seasonal greeting from the Bangkok office to all hotels in Krabi'],
  ],
  [find(is('owner_group', 'Hilton'), thai), ['the Hilton group in Thailand - Conrad included - how many?']],
  [find(is('brand', 'Hilton'), thai), ['Hiltons, Garden Inn included, in Thailand']],
  [survey(hotels, krabi), ['We finished the Phuket tour, so please draft a survey for all hotels in Krabi']],
  [
    draft({ type: 'survey', filter: all(hotels, krabi), excludedCustomerIds: ['Centara Grand Krabi'] }),
    ['Survey to all hotels in Krabi, skip Centara Grand Krabi, they had one last month. Draft it.'],
  ],
  [
    draft({ type: 'survey', filter: all(hotels, krabi), channels: ['email'] }),
    ['draft a survey for all hotels in Krabi – GMs hate being called, so by e-mail only'],
  ],
  [
    survey(hotels, not(berlin)),
    ['draft a survey for hotels, but nobody from Berlin, customs is a nightmare'],
  ],
  [draft({ type: 'renewal', filter: all(hotels, krabi) }), ['renewls 4 all hotels in krabi, drft']],
  [
    find(hotels, krabi, is('platform', 'Beat Breeze')),
    ['Sorry to bother you. Finance wants to know which hotels in Krabi are on Beat Breeze'],
  ],
  [find(gyms, krabi), ['I need to know – before the call at three – the number of gyms in Krabi']],
  [find(is('activity_status', 'quiet'), hotels, krabi), ['quiet hotels in Krabi']],
  [
    find(all(did('ordered'), not(did('replied')))),
    ['who ordered in the last 45 days but answered nothing in that time'],
  ],
];

/** Who is meant is not said, or in words that no field holds. */
const ASKED = [
  'technical notice for the resellers, all hotels in Krabi, draft',
  'draft a survey for the returning guests, hotels in Krabi',
  'hotels with old players',
  'all Hiltons in Thailand minus Hilton Garden Inn (Tru by Hilton included)',
  'hotels in Krabi that hate being called',
  'draft a survey for all hotels in Krabi, those who hate being called',
  'list customers who answered nothing in that time',
  'For the resellers, please draft a survey for all hotels in Krabi',
  'announcement resellers, hotels in Krabi, draft',
];

export const TERSE_CASES: readonly RequestCase[] = devCases('terse', alike(MEANT), ASKED);
