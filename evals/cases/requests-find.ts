// Sentences that count or list customers.
import { all, any, between, contains, ends, find, is, known, not, type RequestCase } from './request-case.ts';

type Row = [
  say: string,
  calls: RequestCase['expect']['calls'],
  origin?: RequestCase['origin'],
  given?: RequestCase['given'],
];

const ROWS: Row[] = [
  ['how many gyms in Bangkok', find(is('type', 'Gym'), is('city', 'Bangkok')), 'issue'],
  [
    'which Hiltons expire this quarter',
    find(is('brand', 'Hilton'), ends('2026-11-21', '2026-12-31')),
    'issue',
  ],
  ['How many customers do we have?', find({ all: [] })],
  [
    'how many customers are there in Europe except the UK?',
    find(is('region', 'Europe'), not(is('country', 'GB'))),
    'issue',
  ],
  ['list all malls in the Middle East', find(is('type', 'Mall'), is('region', 'Middle East'))],
  [
    'show me Hiltons and Marriotts in Bangkok or Phuket',
    find(is('brand', 'Hilton', 'Marriott'), is('city', 'Bangkok', 'Phuket')),
    'issue',
  ],
  ['hotels except Centaras', find(is('type', 'Hotel'), not(is('brand', 'Centara'))), 'issue'],
  [
    'hotels except Centaras, and gyms',
    find(any(all(is('type', 'Hotel'), not(is('brand', 'Centara'))), is('type', 'Gym'))),
    'issue',
  ],
  ['show all customers with more than 10 zones', find(between('unit_count', 11, null)), 'DOMAIN'],
  ['who has 4-10 zones?', find(between('unit_count', 4, 10))],
  [
    'customers with at least 5 zones and fewer than 12 zones',
    find(between('unit_count', 5, null), between('unit_count', null, 11)),
  ],
  [
    'hotels with 10+ zones in Asia Pacific',
    find(is('type', 'Hotel'), between('unit_count', 10, null), is('region', 'Asia Pacific')),
  ],
  ['Which customers have a price above 12,000 per zone?', find(between('unit_price', 1_200_001, null))],
  ['customers paying less than 10k baht per zone', find(between('unit_price', null, 999_999))],
  ['who is worth over 100k baht?', find(between('contract_value', 10_000_001, null))],
  [
    'customers worth between THB 50,000 and THB 100,000',
    find(between('contract_value', 5_000_000, 10_000_000)),
  ],
  ['show me customers without a contract end', find(not(known('contract_end')))],
  ['which hotels have no known price', find(is('type', 'Hotel'), not(known('unit_price')))],
  ['how many contracts expired last month', find(ends('2026-10-01', '2026-10-31'))],
  ['which contracts expired in March', find(ends('2026-03-01', '2026-03-31')), 'DOMAIN'],
  ['how many hotels expired this year', find(is('type', 'Hotel'), ends('2026-01-01', '2026-11-20'))],
  ['who expires in November?', find(ends('2026-11-21', '2026-11-30')), 'DOMAIN'],
  ['who expires this month', find(ends('2026-11-21', '2026-11-30'))],
  ['which contracts end within 90 days', find(ends('2026-11-21', '2027-02-19')), 'DOMAIN'],
  ['contracts ending in the next 3 months', find(ends('2026-11-21', '2027-02-21'))],
  ['which contracts end by 15 January', find(ends('2026-11-21', '2027-01-15'))],
  ['contracts that end after June 2027', find(ends('2027-07-01', null))],
  ['contracts ending before 2027-03-01', find(ends('2026-11-21', '2027-02-28'))],
  ['contracts ending between 1 December and 15 January', find(ends('2026-12-01', '2027-01-15'))],
  ['customers expiring end of month', find(ends('2026-11-21', '2026-11-30'))],
  [
    'which Hiltons are up for renewal next year',
    find(is('brand', 'Hilton'), ends('2027-01-01', '2027-12-31')),
  ],
  ['expiries in Q2 2027', find(ends('2027-04-01', '2027-06-30'))],
  ['customers who started since March 2025', find(between('contract_start', '2025-03-01', null))],
  [
    'all gyms on Soundtrack in Singapore',
    find(is('type', 'Gym'), is('platform', 'Soundtrack Your Brand'), is('country', 'SG')),
  ],
  [
    'BMS and SYB customers in Germany',
    find(is('platform', 'Beat Breeze', 'Soundtrack Your Brand'), is('country', 'DE')),
  ],
  ['non-Hilton hotels in Doha', find(not(is('brand', 'Hilton')), is('type', 'Hotel'), is('city', 'Doha'))],
  [
    'hotels that are neither Hilton nor Marriott',
    find(is('type', 'Hotel'), not(is('brand', 'Hilton', 'Marriott'))),
  ],
  ['fitness clubs in London', find(is('type', 'Gym'), is('city', 'London'))],
  ['resorts in the Maldives', find(is('type', 'Hotel'), is('country', 'MV'))],
  ['serviced apartments in KUALA LUMPUR', find(is('type', 'Serviced Residence'), is('city', 'Kuala Lumpur'))],
  ['German cafes', find(is('country', 'DE'), is('type', 'Café'))],
  ['tier Gold customers', find(is('tier', 'Gold'))],
  ['customers tagged Gold', find(is('tag', 'Gold'))],
  ['platinum customers in Thailand', find(is('tier', 'Platinum'), is('country', 'TH'))],
  ['small and medium hotels', find(is('size', 'small', 'medium'), is('type', 'Hotel'))],
  ['customers whose name contains Sands', find(contains('name', 'Sands'))],
  ['who has "Riverside" in the name?', find(contains('name', 'Riverside'))],
  ['Hilton Garden Inns in Vietnam', find(is('brand', 'Hilton Garden Inn'), is('country', 'VN'))],
  ['how many Tim Hortons in Singapore?', find(is('brand', 'Tim Hortons'), is('country', 'SG'))],
  ['active customers in Krabi', find(is('contract_status', 'active'), is('city', 'Krabi'))],
  ['hotels in Bangkok, Thailand', find(is('type', 'Hotel'), is('city', 'Bangkok'), is('country', 'TH'))],
  [
    'how many hotels, gyms and bars are there in Bangkok and Pattaya',
    find(is('type', 'Hotel', 'Gym', 'Bar'), is('city', 'Bangkok', 'Pattaya')),
  ],
  [
    'SYB hotels and BMS gyms in Bangkok',
    find(
      any(
        all(is('platform', 'Soundtrack Your Brand'), is('type', 'Hotel'), is('city', 'Bangkok')),
        all(is('platform', 'Beat Breeze'), is('type', 'Gym'), is('city', 'Bangkok')),
      ),
    ),
  ],
  [
    'which of them are in Bangkok',
    find(is('type', 'Gym'), is('city', 'Bangkok')),
    'written',
    { lastFilter: is('type', 'Gym') },
  ],
  [
    'and in Phuket?',
    find(is('type', 'Gym'), is('city', 'Phuket')),
    'written',
    { lastFilter: all(is('type', 'Gym'), is('city', 'Bangkok')) },
  ],
  ['how many customers does Nina Sample have', find(is('owner', 'Nina Sample'))],
  ['customers owned by Tom', find(is('owner', 'Tom Example'))],
  [
    'find all customers with missing contract end dates in Vietnam',
    find(not(known('contract_end')), is('country', 'VN')),
  ],
  ['Which accounts are expiring in the next two weeks?', find(ends('2026-11-21', '2026-12-05'))],
  ['how many of our customers use Beat Breeze?', find(is('platform', 'Beat Breeze'))],
  ['what hotels do we have in Phuket', find(is('type', 'Hotel'), is('city', 'Phuket'))],
  [
    'customers in Thailand with more than 4 zones expiring before March, but not Hiltons',
    find(
      is('country', 'TH'),
      between('unit_count', 5, null),
      ends('2026-11-21', '2027-02-28'),
      not(is('brand', 'Hilton')),
    ),
  ],
  [
    'Give me the list of gyms that expired in the last 90 days',
    find(is('type', 'Gym'), ends('2026-08-23', '2026-11-20')),
  ],
  ['all Marriott International properties', find(is('owner_group', 'Marriott International'))],
  ['Anything expiring this week?', find(ends('2026-11-21', '2026-11-22'))],
  ['How many contracts lapsed in 2025?', find(ends('2025-01-01', '2025-12-31'))],
  ["customers that don't use SYB", find(not(is('platform', 'Soundtrack Your Brand')))],
  ['hotels without a tag', find(is('type', 'Hotel'), not(known('tag')))],
  ['customers with no platform', find(not(known('platform')))],
  [
    'Hilton in Bangkok, Marriott in Phuket',
    find(
      any(
        all(is('brand', 'Hilton'), is('city', 'Bangkok')),
        all(is('brand', 'Marriott'), is('city', 'Phuket')),
      ),
    ),
  ],
  ['hotels in Saigon', find(is('type', 'Hotel'), is('city', 'Ho Chi Minh City'))],
];

export const FIND_CASES: RequestCase[] = ROWS.map(([say, calls, origin = 'written', given], at) => ({
  id: `find-${at + 1}`,
  origin,
  split: 'dev',
  say,
  ...(given ? { given } : {}),
  expect: Array.isArray(calls) ? { calls } : { calls: [], ...(calls as object) },
}));
