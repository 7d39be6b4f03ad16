// What people say around a request, and what only looks like it: the first changes nobody, the second is asked about.
import {
  alike,
  all,
  any,
  devCases,
  draft,
  type ExpectedCall,
  find,
  is,
  not,
  type RequestCase,
} from './request-case.ts';

const hotels = is('type', 'Hotel');
const phuket = is('city', 'Phuket');
const list = find(hotels, phuket);
const survey = (more: Record<string, unknown> = {}): ExpectedCall[] =>
  draft({ type: 'survey', filter: all(hotels, phuket), ...more });

const AROUND: readonly (readonly [calls: ExpectedCall[], says: readonly string[]])[] = [
  [
    list,
    [
      'I was wondering if you could list hotels in Phuket',
      'I think we should list hotels in Phuket',
      'ahead of the board meeting, list hotels in Phuket',
      'list hotels in Phuket because I need to plan visits',
      'list hotels in Phuket so that we can prepare',
      'list hotels in Phuket, whatever their size',
      'list hotels in Phuket, no exceptions',
      'list hotels in Phuket, names only',
      'finance wants to know which hotels are in Phuket',
      'We got a complaint from a spa in Krabi yesterday. Please list all hotels in Phuket.',
      'My boss writes: list all hotels in Phuket',
      'list hotels in Phuket, um, please',
      'lst htls in phuket',
      'wich hotels do we hav in phuket',
      '1) list hotels in Phuket',
      'Please list:\n• type: hotel\n• city: Phuket',
      'list hotels that we have in Phuket',
    ],
  ],
  [
    find(hotels, phuket, not(is('brand', 'Hilton'))),
    [
      'list hotels in Phuket without any Hiltons',
      'list hotels in Phuket w/out Hiltons',
      'list hotels where the city is Phuket and brand != Hilton',
    ],
  ],
  [find(not(is('tier', 'Gold')), hotels, phuket), ['tier: not Gold, city: Phuket, hotels']],
  [find(is('owner', 'Nina Sample'), hotels, phuket), ['Nina: hotels in Phuket']],
  [
    find(
      any(
        all(hotels, phuket, is('platform', 'USB')),
        all(is('type', 'Gym'), is('city', 'Krabi'), is('platform', 'USB')),
      ),
    ),
    ['hotels in Phuket or gyms in Krabi, in either case on USB'],
  ],
  [
    survey({ length: 'short' }),
    ['draft a short survey for hotels in Phuket', 'draft a survey for hotels in Phuket, keep it brief'],
  ],
  [survey({ channels: ['email', 'whatsapp'] }), ['e-mail and WhatsApp: survey for hotels in Phuket']],
  [
    draft({ type: 'thank_you', filter: all(hotels, phuket) }),
    ['I would like to thank all hotels in Phuket, prepare it'],
  ],
];

/** Who is meant is said here, in words that nobody knows. */
const ASKED = [
  'The hotels with a pool in Phuket. Send a survey to the hotels.',
  'They must have a pool. Send a survey to all hotels in Phuket.',
  'Wheelchair accessible: send a survey to all hotels in Phuket',
  "send a survey to all hotels in Phuket. It's for the premium members.",
  'send a survey to all hotels in Phuket that I visited last month',
  'send a survey to the hotels in Phuket I like',
  'send a survey to hotels in Phuket with short contracts',
  'send a survey to all hotels in Phuket, no troublemakers',
  'The ones with pools complained. Send a survey to all hotels in Phuket.',
  'send a survey to all constructor hotels in Phuket',
];

export const AROUND_CASES: readonly RequestCase[] = devCases('around', alike(AROUND), ASKED);
