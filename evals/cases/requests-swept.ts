// One meaning in many wordings: whoever says it otherwise means the same people.
import type { Filter } from '../../core/audience/filter.ts';
import {
  all,
  any,
  between,
  devCases,
  type ExpectedCall,
  ends,
  find,
  is,
  known,
  not,
  type RequestCase,
} from './request-case.ts';

const hotels = is('type', 'Hotel');
const did = (field: string, from: string | null, to: string | null, more: object = {}): Filter => ({
  op: 'did',
  field,
  from,
  to,
  ...more,
});

/** Each sentence with `…` filled in by its wordings. */
const SWEEPS: readonly (readonly [frame: string, calls: ExpectedCall[], wordings: string])[] = [
  [
    'show hotels …',
    find(hotels, ends('2027-02-01', '2027-02-28')),
    'whose term ends in February|with a February expiry|that are about to expire in February|set to expire in February|whose licence expires in February|that have to renew in February|expiring at some point in February|expiring from the 1st to the 28th of February',
  ],
  [
    'show hotels …',
    find(hotels, is('contract_status', 'lapsed')),
    "that haven't renewed|who failed to renew|whose contract ran out|whose contracts are already over|past their end date|that are out of contract",
  ],
  [
    'show hotels …',
    find(hotels, is('contract_status', 'active')),
    'under contract|with an active contract|still in contract',
  ],
  [
    'show hotels …',
    find(hotels, ends('2026-11-21', '2027-01-20')),
    'with less than 60 days left|with 60 days or less to go|60 days out from renewal|who have fewer than 60 days left on their contract',
  ],
  [
    'show hotels …',
    find(hotels, between('contract_start', null, '2023-11-21')),
    'with us for more than 3 years|with an agreement over 3 years old',
  ],
  [
    'show hotels in Thailand …',
    find(hotels, is('country', 'TH'), not(is('brand', 'Hilton'))),
    'bar the Hiltons|save the Hiltons|, Hiltons excluded|, Hiltons left out|unless they are Hiltons|of any brand but Hilton|, never mind the Hiltons',
  ],
  [
    '… hotels in Thailand',
    find(hotels, is('country', 'TH'), not(is('brand', 'Hilton'))),
    'excluding Hiltons, all|except the Hiltons, all',
  ],
  [
    'show gyms …',
    find(is('type', 'Gym'), between('unit_count', 6, null)),
    'with six zones minimum|zones >= 6|with no fewer than 6 zones|from 6 zones up|with half a dozen zones or more|whose zone count is at least 6',
  ],
  [
    'show gyms …',
    find(is('type', 'Gym'), between('unit_count', 4, 10)),
    'with at least 4 and at most 10 zones|with from 4 up to 10 zones|with more than 3 but fewer than 11 zones',
  ],
  [
    'show hotels …',
    find(hotels, between('contract_value', 10_000_001, null)),
    'over 100k a year|paying more than 100k a year|whose contract value exceeds 100,000',
  ],
  [
    'show hotels …',
    find(hotels, between('unit_price', 1_200_000, 1_400_000)),
    'whose price per zone is between 12 and 14 thousand baht',
  ],
  [
    'show hotels …',
    find(hotels, between('unit_price', null, 999_999)),
    'with a rate per zone under 10,000|at under 10k per zone|cheaper than 10,000 per zone',
  ],
  [
    'show hotels …',
    find(hotels, not(did('was_contacted', '2026-05-21', '2026-11-21'))),
    "we haven't mailed in half a year|that we have not written to in 6 months|that got no message from us in the last six months",
  ],
  [
    'show hotels …',
    find(hotels, is('opted_out', 'yes')),
    'who said stop|on the opt-out list|that do not want messages',
  ],
  [
    'show hotels …',
    find(hotels, not(is('reachable_by', 'email'))),
    'whose email address is unknown|that cannot be emailed|with missing email addresses',
  ],
  ['show hotels …', find(hotels, is('reachable_by', 'whatsapp')), 'on WhatsApp|who use WhatsApp'],
  [
    'show hotels …',
    find(hotels, not(known('contract_end'))),
    'with an open-ended contract|for which no end date is known',
  ],
  [
    '…',
    find(is('country', 'TH'), is('owner', 'Nina Sample')),
    'customers in Thailand with Nina as account manager|customers of Nina in Thailand',
  ],
  ['…', find(is('city', 'Phuket'), hotels), 'clients in Phuket, hotels only|pull the hotels in Phuket'],
  [
    '…',
    find(hotels, { op: 'top', field: 'unit_count', end: 'highest', count: 10 }),
    'the 10 hotels with the most zones',
  ],
  [
    '…',
    find(any(is('tier', 'Gold'), between('unit_count', 11, null)), is('country', 'TH')),
    'either gold tier or more than 10 zones, in Thailand',
  ],
  [
    '…',
    find(
      all(between('contract_end', '2027-01-01', '2027-12-31'), between('contract_end', '2027-09-01', null)),
    ),
    'expiring in 2027 but not before September',
  ],
];

const CALLS = SWEEPS.flatMap(([frame, calls, wordings]) =>
  wordings.split('|').map((wording) => ({ say: frame.replace('…', wording).replace(' ,', ','), calls })),
);

const ASKED = [
  'survey the nice hotels please',
  'expiring between 03/04/2027 and 05/06/2027',
  'renewal reminders to the Hiltons expiring before 1/2',
  'email all customers about Soundtrack',
  'renewal to everyone at Novotel Phuket',
];

export const SWEPT_CASES: readonly RequestCase[] = devCases(
  'swept',
  CALLS.map((one, at) => ({ ...one, id: String(at + 1) })),
  ASKED,
);
