// Requests as they are typed in a hurry: asides, corrections, parts of names, words of which nothing can be made.
import {
  all,
  any,
  between,
  contains,
  draft,
  ends,
  find,
  is,
  known,
  not,
  type RequestCase,
  send,
} from './request-case.ts';

type Row = [say: string, expect: RequestCase['expect']['calls']];

const Q1 = ends('2027-01-01', '2027-03-31');
const MARCH = ends('2027-03-01', '2027-03-31');
const renewal = (...filters: Parameters<typeof all>) => ({ type: 'renewal', filter: all(...filters) });
const survey = (...filters: Parameters<typeof all>) => ({ type: 'survey', filter: all(...filters) });
const asks = (...names: string[]) => ({ ask: true, names }) as never;

const ROWS: Row[] = [
  // Said beside the request
  ['boss wants numbers: how many gyms are in Bangkok?', find(is('type', 'Gym'), is('city', 'Bangkok'))],
  ['Boss asks how many gyms we serve in Bangkok', find(is('type', 'Gym'), is('city', 'Bangkok'))],
  ['finance wants to know who is on USB', find(is('platform', 'USB'))],
  ['i need a count of gyms in Bangkok', find(is('type', 'Gym'), is('city', 'Bangkok'))],
  [
    'renewal draft for everything on USB please, so we can move them to streaming',
    draft(renewal(is('platform', 'USB'))),
  ],
  ['thx for yesterday. draft renewals for the Novotels', draft(renewal(is('brand', 'Novotel')))],
  [
    'my colleague is on leave so please draft renewals for the Novotels',
    draft(renewal(is('brand', 'Novotel'))),
  ],
  ['draft renewals for the Novotels, my manager is waiting', draft(renewal(is('brand', 'Novotel')))],
  ['quick question: how many hotels in Doha', find(is('type', 'Hotel'), is('city', 'Doha'))],
  ['for the board meeting: number of hotels in Doha', find(is('type', 'Hotel'), is('city', 'Doha'))],
  ['how many hotels in Doha for my report', find(is('type', 'Hotel'), is('city', 'Doha'))],
  [
    'as a reply to the mail from Berlin HQ: which gyms are in London',
    find(is('type', 'Gym'), is('city', 'London')),
  ],
  ['send renewals to all hotels in Doha, only the glamorous ones', asks('glamorous')],
  ['send renewals to all hotels in Doha, the ones with balconies', asks('balconies')],
  ['send renewals to all hotels in Doha, they must have balconies', asks('balconies')],
  ['Glamorous places: how many hotels in Doha', asks('Glamorous')],
  // Said again
  ['draft renewals for the Novotels... no, just the Hyatts', draft(renewal(is('brand', 'Hyatt')))],
  [
    'which hotels are in Berlin, I mean the ones with over 10 zones',
    find(is('type', 'Hotel'), is('city', 'Berlin'), between('unit_count', 11, null)),
  ],
  [
    'draft renewals for hotels in Doha, sorry, I mean in Berlin',
    draft(renewal(is('type', 'Hotel'), is('city', 'Berlin'))),
  ],
  [
    'Bangkok hotels and Phuket gyms... scratch that, only Phuket gyms, survey, draft',
    draft(survey(is('city', 'Phuket'), is('type', 'Gym'))),
  ],
  ['renewals for hotels ending in May... make that March, draft', draft(renewal(is('type', 'Hotel'), MARCH))],
  ['hotels in Bangkok, no gyms', find(is('type', 'Hotel'), is('city', 'Bangkok'), not(is('type', 'Gym')))],
  // Parts of names
  ['Hiltons except the Garden Inn ones', find(is('brand', 'Hilton'), not(is('brand', 'Hilton Garden Inn')))],
  ['Hyatts, the Regency ones only', find(is('brand', 'Hyatt Regency'))],
  ['how many JWs in Phuket', find(is('brand', 'JW Marriott'), is('city', 'Phuket'))],
  [
    'Hyatt Regency only, not the other Hyatts, in Da Nang',
    find(is('brand', 'Hyatt Regency'), is('city', 'Da Nang')),
  ],
  ['all HGIs in kl', find(is('brand', 'Hilton Garden Inn'), is('city', 'Kuala Lumpur'))],
  ['hotels on dm or usb', find(is('type', 'Hotel'), is('platform', 'DM', 'USB'))],
  ['Tim Hortons outlets in Singapore', find(is('brand', 'Tim Hortons'), is('country', 'SG'))],
  [
    'hotels with a Kids Corner zone in Doha',
    find(is('type', 'Hotel'), contains('unit_name', 'Kids Corner'), is('city', 'Doha')),
  ],
  ['which gyms have a Pool Bar zone', find(is('type', 'Gym'), contains('unit_name', 'Pool Bar'))],
  ['draft renewals for hotels near Doha', asks('near')],
  ['draft renewals for the Splendid ones', asks('Splendid')],
  // Lists of conditions
  ['Bangkok, gold tier, gyms', find(is('city', 'Bangkok'), is('tier', 'Gold'), is('type', 'Gym'))],
  [
    'Hua Hin and Krabi, hotels, ending in Q1, list',
    find(is('city', 'Hua Hin', 'Krabi'), is('type', 'Hotel'), Q1),
  ],
  [
    'either Platinum customers in Vietnam or anyone tagged pilot in Thailand, list',
    find(any(all(is('tier', 'Platinum'), is('country', 'VN')), all(is('tag', 'pilot'), is('country', 'TH')))),
  ],
  ['excluding Germany, which hotels are left?', find(not(is('country', 'DE')), is('type', 'Hotel'))],
  ['Everything but Asia, how many customers?', find(not(is('region', 'Asia')))],
  ['everything outside Thailand, list', find(not(is('country', 'TH')))],
  [
    'neither Bangkok nor Pattaya, but all other Thai gyms, list',
    find(not(is('city', 'Bangkok', 'Pattaya')), is('country', 'TH'), is('type', 'Gym')),
  ],
  [
    'forget the gyms, just the malls in Phuket, list',
    find(not(is('type', 'Gym')), is('type', 'Mall'), is('city', 'Phuket')),
  ],
  ['send a survey to some of the gyms', asks('some')],
  ['contracts ending in March but before February, draft renewals', asks()],
  // Fields without a value, and colleagues
  ['customers in Berlin whose platform we do not know', find(is('city', 'Berlin'), not(known('platform')))],
  [
    'hotels whose price or end date is missing',
    find(is('type', 'Hotel'), any(not(known('unit_price')), not(known('contract_end')))),
  ],
  ['who has no account manager in France', find(not(known('owner')), is('country', 'FR'))],
  ['customers nobody owns in Germany', find(not(known('owner')), is('country', 'DE'))],
  ['how many gyms does Tom have', find(is('type', 'Gym'), is('owner', 'Tom Example'))],
  ['hotels under Tom in Doha', find(is('type', 'Hotel'), is('owner', 'Tom Example'), is('city', 'Doha'))],
  [
    'customers worth at least ฿80,000 a year in Thailand',
    find(between('contract_value', 8000000, null), is('country', 'TH')),
  ],
  // What a message is about, and whether it goes out
  [
    'draft a router replacement announcement for the gyms',
    draft({ type: 'announcement', filter: is('type', 'Gym'), topic: 'router replacement' }),
  ],
  [
    'draft technical notice re wifi change on 3 December for the gyms',
    draft({ type: 'technical', filter: is('type', 'Gym'), topic: 'wifi change on 3 December' }),
  ],
  [
    'tell all gyms that our prices change, but draft it first',
    draft({
      type: 'announcement',
      filter: is('type', 'Gym'),
      topic: 'our prices change, but draft it first',
    }),
  ],
  ['could you rustle up renewals for the Novotels?', draft(renewal(is('brand', 'Novotel')))],
  ['prep renewal letters for the Novotels ending in March', draft(renewal(is('brand', 'Novotel'), MARCH))],
  ['renewals for the Novotels, do not send yet', draft(renewal(is('brand', 'Novotel')))],
  [
    'draft technical notice: our app will be down. everyone tagged VIP',
    draft({ type: 'technical', filter: is('tag', 'VIP'), topic: 'our app will be down' }),
  ],
  [
    "send a maintenance notice for Saturday's outage to the gyms",
    send({ type: 'technical', filter: is('type', 'Gym') }),
  ],
  ['send 20 renewals to hotels in Doha', asks('20')],
  [
    'not by line: send renewals to the Novotels',
    send({ ...renewal(is('brand', 'Novotel')), channels: ['whatsapp', 'email'] }),
  ],
  ['only the Platinum ones please', asks('no list')],
  ['novotels/mercures, Bangkok, list', find(is('brand', 'Novotel', 'Mercure'), is('city', 'Bangkok'))],
  ['draft a survey for customers whose GM is French', asks('GM')],
  [
    'hotels in Berlin sans email',
    find(is('type', 'Hotel'), is('city', 'Berlin'), not(is('reachable_by', 'email'))),
  ],
  // What is not done
  ['Get rid of all opt-outs', { calls: [], says: 'approval' } as never],
  ['list all customers of the Acme workspace', { calls: [], says: 'other workspaces' } as never],
  ['turn off approvals for today', { calls: [], says: 'approval' } as never],
];

export const SPOKEN_CASES: RequestCase[] = ROWS.map(([say, expect], at) => ({
  id: `spoken-${at + 1}`,
  origin: 'written',
  split: 'dev',
  say,
  expect: Array.isArray(expect) ? { calls: expect } : { calls: [], ...(expect as object) },
}));
