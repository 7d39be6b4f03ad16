// What a message says behind whoever gets it, courtesies around a request, and whom a list of names means.
import {
  alike,
  all,
  any,
  devCases,
  draft,
  type ExpectedCall,
  ends,
  is,
  not,
  type RequestCase,
  send,
} from './request-case.ts';

const [hotels, thai, hilton] = [is('type', 'Hotel'), is('country', 'TH'), is('brand', 'Hilton')];
const works = 'maintenance on 2 December from 1 to 3 am';

const MEANT: readonly (readonly [calls: ExpectedCall[], says: readonly string[]])[] = [
  [
    draft({ type: 'technical', filter: all(hotels, thai), topic: works, channels: ['email'] }),
    [
      `technical notice to the hotels in Thailand: ${works}, by email`,
      `draft a technical notice for all hotels in Thailand, by email, topic: ${works}`,
    ],
  ],
  [
    send({ type: 'announcement', filter: all(hotels, thai), topic: works }),
    [`tell all hotels in Thailand: ${works}`],
  ],
  [
    draft({ type: 'announcement', filter: thai, topic: 'a new shop in Phuket opens on 12 December' }),
    ['Prepare an announcement for the customers in Thailand: a new shop in Phuket opens on 12 December'],
  ],
  [
    draft({ type: 'voucher', filter: all(hotels, thai), topic: 'free shipping until New Year' }),
    [
      'Draft a voucher for the hotels in Thailand: free shipping until New Year',
      'Draft a voucher for the hotels in Thailand, free shipping until New Year',
    ],
  ],
  [
    draft({ type: 'voucher', filter: all(hotels, not(hilton)), topic: 'free gaiters' }),
    ['Draft a voucher for the hotels, free gaiters, but not for the Hiltons'],
  ],
  [
    draft({ type: 'holiday_hours', filter: thai, topic: 'our office is closed over Tet' }),
    ['Prepare a holiday closure notice for all customers in Thailand, our office is closed over Tet'],
  ],
  [
    draft({
      type: 'upsell',
      filter: all(hotels, is('platform', 'Beat Breeze')),
      topic: 'moving to Soundtrack',
    }),
    ['Upsell for hotels on Beat Breeze, topic: moving to Soundtrack. Please just draft it'],
  ],
  [
    draft({ type: 'survey', filter: all(hotels, thai) }),
    [
      'Guten Morgen! can you draft a survey for the hotels in Thailand',
      'hi team! hope all good. draft a survey for the hotels in Thailand',
      'Could you please draft a survey for the hotels in Thailand? Many thanks in advance.',
      'So what I need is fairly simple, a survey for the hotels in Thailand, draft it and I will have a look',
    ],
  ],
  [
    draft({
      type: 'seasonal',
      filter: not(hotels),
      schedule: { kind: 'local', date: '2026-12-10', time: '09:00' },
    }),
    ["seasonal greetings to everyone who isn't a hotel, 10 december 9am"],
  ],
  [
    send({ type: 'renewal', filter: ends('2026-12-01', '2026-12-31') }),
    [
      "send the December renewals in the customer's language",
      'send the December renewals in their own language',
    ],
  ],
  [
    [
      {
        name: 'find_customers',
        args: { filter: all(hotels, { op: 'contains', field: 'unit_name', text: 'Drift Bar' }) },
      },
    ],
    ['Which hotels have a Drift Bar?'],
  ],
  [
    draft({ type: 'survey', filter: all(hotels, thai, is('city', 'Phuket', 'Krabi')) }),
    ['survey for hotels in Thailand: Phuket and Krabi only', 'survey for hotels in Thailand: Phuket, Krabi'],
  ],
  [send({ type: 'survey', filter: hilton }), ['send a survey to the Hiltons first']],
  [draft({ type: 'reconsent', filter: hotels }), ['prepare a re-consent mailing for the hotels']],
  [
    draft({ type: 'event', filter: all(hotels, thai), topic: 'the jazz night on 4 December' }),
    ['Draft an invitation to the jazz night on 4 December for the hotels in Thailand'],
  ],
  [
    draft({
      type: 'renewal',
      filter: any(is('name', 'Hilton Rayong'), all(is('brand', 'Hyatt Regency'), is('city', 'Bangkok'))),
    }),
    ['draft renewals: Hilton Rayong, Hyatt Regency Bangkok'],
  ],
  [
    draft({ type: 'renewal', filter: all(thai, ends('2026-12-01', '2026-12-31')) }),
    ['Thanks! please draft renewals for customers in Thailand expiring in December'],
  ],
];

/** People behind the mark are asked about, and so is what has nothing to say. */
const ASKED = [
  'draft a survey for the hotels: resellers in Bangkok',
  'draft renewals for the following: resellers in Bangkok',
  'list hotels with a Drift Bar they like',
  'draft a survey for the hotels in Thailand, the Hiltons first',
  'draft a voucher for the gyms',
  'event invitation for all bars in Thailand, draft',
  'draft a survey for the gyms, our resellers in Phuket are the ones who get it',
  'Contact the Hiltons on Monday at 10.',
];

export const STATED_CASES: readonly RequestCase[] = devCases('stated', alike(MEANT), ASKED);
