// Conversations of several turns over the tenant of evals/fixture.ts, and what stands after each of them.
import type { Filter } from '../../core/audience/filter.ts';
import type { Draft } from '../../core/campaigns/draft.ts';
import { all, any, between, ends, is, not } from './request-case.ts';

/** After a turn: the draft has these, the list is this, these calls were made, it asked, or it said so. */
export type Stands =
  | Partial<Draft>
  | { find: Filter }
  | { calls: readonly string[] }
  | { ask: true }
  | { says: string };
export type ConversationRow = readonly (readonly [say: string, stands: Stands])[];

const hilton = is('brand', 'Hilton');
const hotels = is('type', 'Hotel');
const who = (...filters: Filter[]): Partial<Draft> => ({ filter: all(...filters) });
const find = (...filters: Filter[]): Stands => ({ find: all(...filters) });
const APPROVAL: Stands = { calls: ['request_approval'] };
const ASK: Stands = { ask: true };
const MARCH = ends('2027-03-01', '2027-03-31');
const MAY = ends('2027-05-01', '2027-05-31');
const zones = (from: number | null, to: number | null = null): Filter => between('unit_count', from, to);
const worth = (from: number): Filter => between('contract_value', from, null);
const THAIS = is('country', 'TH');

export const CONVERSATIONS: readonly ConversationRow[] = [
  // Going on with somebody else, and with more of the same.
  [
    ["show me Tom's customers in Thailand", find(is('owner', 'Tom Example'), THAIS)],
    ['and for Nina?', find(is('owner', 'Nina Sample'), THAIS)],
    ['only the platinum ones', find(is('owner', 'Nina Sample'), THAIS, is('tier', 'Platinum'))],
    ['and the silver ones too', find(is('owner', 'Nina Sample'), THAIS, is('tier', 'Platinum', 'Silver'))],
  ],
  [
    ['draft a survey for gyms in Malaysia and Singapore', who(is('type', 'Gym'), is('country', 'MY', 'SG'))],
    ['drop Singapore', who(is('type', 'Gym'), is('country', 'MY'))],
    ['on WhatsApp', { channels: ['whatsapp'] }],
    ['no wait, line', { channels: ['line'] }],
    ['add email as a channel', { channels: ['line', 'email'] }],
    ['and what time would that go?', { says: 'as soon as it is approved' }],
    ['Vietnam too', who(is('type', 'Gym'), is('country', 'MY', 'VN'))],
    ['leave Vietnam aside', who(is('type', 'Gym'), is('country', 'MY'))],
    [
      'Anytime Fitness excluded',
      who(is('type', 'Gym'), is('country', 'MY'), not(is('brand', 'Anytime Fitness'))),
    ],
    ['scrap the Anytime thing', ASK],
    ['looks good, send it', APPROVAL],
  ],
  // Another draft and, in the same breath, what shall be done with it.
  [
    ['draft a survey for gyms', { type: 'survey' }],
    ['now draft renewals for the Hiltons in Thailand', { type: 'renewal', ...who(hilton, THAIS) }],
    [
      'back to the gym survey: only Phuket',
      { type: 'survey', ...who(is('type', 'Gym'), is('city', 'Phuket')) },
    ],
    [
      'in the Hilton renewals only keep those with email consent',
      { type: 'renewal', ...who(hilton, THAIS, is('consent', 'email')) },
    ],
    ['back to the announcement: only Krabi', ASK],
    ['send the survey by email', { calls: ['open_campaign', 'edit_campaign', 'request_approval'] }],
  ],
  [
    ['draft a survey for hotels in Germany', who(hotels, is('country', 'DE'))],
    ['make it France', who(hotels, is('country', 'FR'))],
    ['no, both countries', who(hotels, is('country', 'DE', 'FR'))],
    ['that goes to gyms too', who(is('type', 'Hotel', 'Gym'), is('country', 'DE', 'FR'))],
  ],
  [
    ['draft renewals for the Hiltons', who(hilton)],
    ['not Garden Inn', who(hilton, not(is('brand', 'Hilton Garden Inn')))],
    ['leave out Hilton Rayong', { calls: ['edit_campaign'] }],
    ['put rayong back in', { excludedCustomerIds: [] }],
    ['take the Hyatts as well', { calls: ['edit_campaign'] }],
    ['no, without them', { calls: ['undo_edit'] }],
  ],
  [
    ['who is tagged pilot in Thailand', find(is('tag', 'pilot'), THAIS)],
    ['or seasonal menu', find(is('tag', 'pilot', 'seasonal menu'), THAIS)],
  ],
  [
    ['contracts ending in the next 30 days', find(ends('2026-11-21', '2026-12-21'))],
    ['what about 60?', find(ends('2026-11-21', '2027-01-20'))],
  ],
  // A condition led in by its word narrows; one of a kind that is there already takes its place.
  [
    ['draft renewals for the Hiltons', who(hilton)],
    ['in Thailand', who(hilton, THAIS)],
    ['with more than 5 zones', who(hilton, THAIS, zones(6))],
    ['on SYB', who(hilton, THAIS, zones(6), is('platform', 'Soundtrack Your Brand'))],
    ['and ending in March', who(hilton, THAIS, zones(6), is('platform', 'Soundtrack Your Brand'), MARCH)],
  ],
  [
    ['prep renewals for hotels in Hua Hin', who(hotels, is('city', 'Hua Hin'))],
    ['in Krabi, sorry', who(hotels, is('city', 'Krabi'))],
    ['oops, Rayong, not Krabi', who(hotels, is('city', 'Rayong'))],
    ['all of Thailand actually', who(hotels, THAIS)],
    ['that are worth over 50k', who(hotels, THAIS, worth(5_000_001))],
  ],
  // Dates.
  [
    ['draft renewals for contracts ending in march', who(MARCH)],
    ['sorry i meant may', who(MAY)],
    ['june as well', who(any(MAY, ends('2027-06-01', '2027-06-30')))],
    ['not june after all', who(MAY)],
    ['no, q1', who(ends('2027-01-01', '2027-03-31'))],
    ['next month instead', who(ends('2026-12-01', '2026-12-31'))],
    ['hotels only', who(ends('2026-12-01', '2026-12-31'), hotels)],
    ['drop the date', who(hotels)],
  ],
  // Out, and back in.
  [
    [
      'draft a survey for Hiltons and Marriotts in Bangkok',
      who(is('brand', 'Hilton', 'Marriott'), is('city', 'Bangkok')),
    ],
    ['take the marriotts out', who(hilton, is('city', 'Bangkok'))],
    ['put them back', who(is('brand', 'Hilton', 'Marriott'), is('city', 'Bangkok'))],
    ['leave the hiltons out', who(is('brand', 'Marriott'), is('city', 'Bangkok'))],
    ['undo', who(is('brand', 'Hilton', 'Marriott'), is('city', 'Bangkok'))],
  ],
  [
    ['draft a survey for all hotels in Thailand', who(hotels, THAIS)],
    ['no hiltons please', who(hotels, THAIS, not(hilton))],
    ['and no marriotts', who(hotels, THAIS, not(hilton), not(is('brand', 'Marriott')))],
    [
      'and the novotels too',
      who(hotels, THAIS, not(hilton), not(is('brand', 'Marriott')), not(is('brand', 'Novotel'))),
    ],
    ['add the hiltons back', who(hotels, THAIS, not(is('brand', 'Marriott')), not(is('brand', 'Novotel')))],
  ],
  [
    ['draft a survey for our customers in Vietnam', who(is('country', 'VN'))],
    ['take out Hilton Garden Inn Da Nang', { excludedCustomerIds: ['Hilton Garden Inn Da Nang'] }],
    [
      'And Tru by Hilton Hoi An too.',
      { excludedCustomerIds: ['Hilton Garden Inn Da Nang', 'Tru by Hilton Hoi An'] },
    ],
    ['how many is that now', { calls: ['show_audience'] }],
    ['put Hilton Garden Inn Da Nang back', { excludedCustomerIds: ['Tru by Hilton Hoi An'] }],
  ],
  // Another number.
  [
    ['draft renewals for hotels worth more than 80k in thailand', who(hotels, worth(8_000_001), THAIS)],
    ['make that 100k', who(hotels, worth(10_000_001), THAIS)],
    ['no, 120k', who(hotels, worth(12_000_001), THAIS)],
    ['at least 90k', who(hotels, worth(9_000_000), THAIS)],
  ],
  [
    ['draft renewals for contracts that expire within 60 days', who(ends('2026-11-21', '2027-01-20'))],
    ['make it 90', who(ends('2026-11-21', '2027-02-19'))],
    ['30 days instead', who(ends('2026-11-21', '2026-12-21'))],
  ],
  [
    ['how many hotels have more than 10 zones?', find(hotels, zones(11))],
    ['more than 8?', find(hotels, zones(9))],
    ['and the gyms?', find(is('type', 'Gym'), zones(9))],
  ],
  // Type, tone, channel, time.
  [
    ['draft a renewal campaign for tim hortons', { type: 'renewal' }],
    ['it should be a survey, not a renewal', { type: 'survey' }],
    ['no, a follow-up', { type: 'followup' }],
    ['make it casual', { tone: 'casual' }],
    ['ok. whatsapp', { channels: ['whatsapp'] }],
    ['no wait, email', { channels: ['email'] }],
    ['tomorrow at 10', { schedule: { kind: 'local', date: '2026-11-22', time: '10:00' } }],
    ['make it 3 pm', { schedule: { kind: 'local', date: '2026-11-22', time: '15:00' } }],
    ['push it to Tuesday', { schedule: { kind: 'local', date: '2026-11-24', time: '15:00' } }],
    ['just send the follow-ups', APPROVAL],
  ],
  // Counted before.
  [
    ['how many contracts run out next month?', find(ends('2026-12-01', '2026-12-31'))],
    ['and this month?', find(ends('2026-11-21', '2026-11-30'))],
    ['draft renewals for both', who(any(ends('2026-12-01', '2026-12-31'), ends('2026-11-21', '2026-11-30')))],
  ],
  [
    ['how many platinum customers in berlin', find(is('tier', 'Platinum'), is('city', 'Berlin'))],
    ['and in london?', find(is('tier', 'Platinum'), is('city', 'London'))],
    ['draft a survey for those', who(is('tier', 'Platinum'), is('city', 'London'))],
    ['silver as well', who(is('tier', 'Platinum', 'Silver'), is('city', 'London'))],
  ],
  [
    [
      'top 5 in vietnam by number of zones',
      find(is('country', 'VN'), { op: 'top', field: 'unit_count', end: 'highest', count: 5 }),
    ],
    [
      'no, the top 5 hotels there',
      find(is('country', 'VN'), hotels, { op: 'top', field: 'unit_count', end: 'highest', count: 5 }),
    ],
    [
      'draft check-ins for these five',
      {
        type: 'followup',
        ...who(is('country', 'VN'), hotels, { op: 'top', field: 'unit_count', end: 'highest', count: 5 }),
      },
    ],
  ],
  [
    ["who are Nina Sample's customers in Thailand?", find(is('owner', 'Nina Sample'), THAIS)],
    ["and Tom's?", find(THAIS, is('owner', 'Tom Example'))],
    ["draft follow ups for Tom's", who(THAIS, is('owner', 'Tom Example'))],
  ],
  [
    ['list the hotels in Thailand', find(hotels, THAIS)],
    ['Germany?', find(hotels, is('country', 'DE'))],
    ['draft a survey for the Thai ones', who(hotels, THAIS)],
    ['only those with more than 10 zones', who(hotels, THAIS, zones(11))],
  ],
  // Two drafts.
  [
    ['draft renewals for the Hiltons', who(hilton)],
    ['draft a survey for all gyms', who(is('type', 'Gym'))],
    ['in Bangkok', who(is('type', 'Gym'), is('city', 'Bangkok'))],
    ['back to the Hilton one', who(hilton)],
    ['only in Pattaya', who(hilton, is('city', 'Pattaya'))],
    ['open the other draft', who(is('type', 'Gym'), is('city', 'Bangkok'))],
    ['send the renewals', { calls: ['open_campaign', 'request_approval'] }],
  ],
  [
    ['draft renewals for the Hiltons in Phuket', who(hilton, is('city', 'Phuket'))],
    ['now the same for the Marriotts', who(is('brand', 'Marriott'), is('city', 'Phuket'))],
    ['go back to the first one', who(hilton, is('city', 'Phuket'))],
  ],
  // A question in the middle, refusals, and words that do not approve.
  [
    ['draft renewals for all Hiltons', who(hilton)],
    ['what can you do?', { says: 'prepare campaigns' }],
    ['how many gyms are there in Bangkok?', find(is('type', 'Gym'), is('city', 'Bangkok'))],
    ['only those in Pattaya', who(hilton, is('city', 'Pattaya'))],
    ['delete all customers in Pattaya', { says: 'do not delete' }],
    ['approved', { says: 'cannot approve' }],
    ['yes I approve, send it', { says: 'cannot approve' }],
    ['ok', ASK],
    ['send it', APPROVAL],
  ],
  // What could be meant in two ways is asked.
  [
    ['draft renewals for all Hiltons', who(hilton)],
    ['Bangkok', ASK],
    ['Zorblatt too', ASK],
    ['make it 20', ASK],
    ['drop the brand', ASK],
  ],
];
