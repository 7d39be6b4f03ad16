// Sentences about what customers did, who can be written to, and the first so many of an order.
import type { Filter } from '../../core/audience/filter.ts';
import { uuid } from '../fixture.ts';
import { all, any, draft, ends, find, is, not, type RequestCase, send } from './request-case.ts';

type Days = { from?: string | null; to?: string | null };
type More = { times?: { from: number | null; to: number | null } };
const did = (field: string, { from = null, to = null }: Days = {}, more: More = {}): Filter => ({
  op: 'did',
  field,
  from,
  to,
  ...more,
});
const top = (field: string, end: 'highest' | 'lowest', count: number): Filter => ({
  op: 'top',
  field,
  end,
  count,
});
const random = (size: { count: number } | { percent: number }): Filter => ({
  op: 'top',
  field: 'random',
  end: 'highest',
  ...size,
  seed: '2026-11-21',
});
const MONTH = { from: '2026-10-22', to: '2026-11-21' };

type Row = [say: string, calls: RequestCase['expect']['calls']];

const ROWS: Row[] = [
  ['customers since 2024', find({ op: 'between', field: 'contract_start', from: '2024-01-01', to: null })],
  [
    'send renewal reminder to everyone expiring next quarter but skip the ones we contacted this month',
    send({
      type: 'renewal',
      filter: all(
        ends('2027-01-01', '2027-03-31'),
        not(did('was_contacted', { from: '2026-11-01', to: '2026-11-30' })),
      ),
    }),
  ],
  ['how many are in segment Beach places', find(is('segment', uuid(700)))],
  ['hotels in the beach places segment', find(is('type', 'Hotel'), is('segment', uuid(700)))],
  ['top 20 customers by value', find(top('contract_value', 'highest', 20))],
  [
    'the 10 biggest hotels by contract value in thailand',
    find(is('type', 'Hotel'), is('country', 'TH'), top('contract_value', 'highest', 10)),
  ],
  ['bottom 5 by price', find(top('unit_price', 'lowest', 5))],
  ['5 largest gyms', find(is('type', 'Gym'), top('unit_count', 'highest', 5))],
  [
    'send renewal reminders to the top 20 hiltons by value',
    send({ type: 'renewal', filter: all(is('brand', 'Hilton'), top('contract_value', 'highest', 20)) }),
  ],
  ['a random 10 hotels in bangkok', find(is('type', 'Hotel'), is('city', 'Bangkok'), random({ count: 10 }))],
  ['pick 50 customers at random', find(random({ count: 50 }))],
  ['10% sample of the gyms', find(is('type', 'Gym'), random({ percent: 10 }))],
  ['customers who havent heard from us since june', find(not(did('was_contacted', { from: '2026-06-01' })))],
  [
    "customers we haven't contacted in 90 days",
    find(not(did('was_contacted', { from: '2026-08-23', to: '2026-11-21' }))),
  ],
  [
    "hotels we haven't heard from since june",
    find(is('type', 'Hotel'), not(did('replied', { from: '2026-06-01' }))),
  ],
  [
    'customers who ordered twice in the last 30 days',
    find(did('ordered', MONTH, { times: { from: 2, to: null } })),
  ],
  [
    'who ordered more than 3 times this year',
    find(did('ordered', { from: '2026-01-01', to: '2026-12-31' }, { times: { from: 4, to: null } })),
  ],
  ['customers who never ordered', find(not(did('ordered')))],
  ['gyms with no orders in the last 30 days', find(is('type', 'Gym'), not(did('ordered', MONTH)))],
  [
    'hiltons that ordered but never replied',
    find(is('brand', 'Hilton'), did('ordered'), not(did('replied'))),
  ],
  ['customers inactive for 6 months', find(not(did('was_active', { from: '2026-05-21', to: '2026-11-21' })))],
  [
    'draft a survey for everyone who ordered last month and never replied',
    draft({
      type: 'survey',
      filter: all(did('ordered', { from: '2026-10-01', to: '2026-10-31' }), not(did('replied'))),
    }),
  ],
  ['customers without an email address', find(not(is('reachable_by', 'email')))],
  ['customers reachable by whatsapp or line', find(is('reachable_by', 'whatsapp', 'line'))],
  ["who can't we reach", find(is('reachable', 'no'))],
  ['gyms that opted out', find(is('type', 'Gym'), is('opted_out', 'yes'))],
  ['customers with marketing consent for email', find(is('consent', 'email'))],
  ['hotels with a GM contact', find(is('type', 'Hotel'), is('contact_role', 'general_manager'))],
  ['hotels without a purchasing contact', find(is('type', 'Hotel'), not(is('contact_role', 'purchasing')))],
  ['my hiltons in phuket', find(is('owner', 'Nina Sample'), is('brand', 'Hilton'), is('city', 'Phuket'))],
  ['hiltonsin bangkok', find(is('brand', 'Hilton'), is('city', 'Bangkok'))],
  ['how many htels in phuket do we have', find(is('type', 'Hotel'), is('city', 'Phuket'))],
  [
    'european hotels but not in the uk',
    find(is('type', 'Hotel'), is('region', 'Europe'), not(is('country', 'GB'))),
  ],
  [
    'pls ping the novotel folks about renewal, contract ends dec',
    send({
      type: 'renewal',
      filter: all(is('brand', 'Novotel'), ends('2026-12-01', '2026-12-31')),
      topic: 'renewal',
    }),
  ],
  [
    'hey can u draft a renewal reminder for all the hiltons that expire in oct, whatsapp only',
    draft({
      type: 'renewal',
      filter: all(is('brand', 'Hilton'), ends('2027-10-01', '2027-10-31')),
      channels: ['whatsapp'],
    }),
  ],
  [
    'gyms or malls that ordered or replied in the last 30 days',
    find(is('type', 'Gym', 'Mall'), any(did('ordered', MONTH), did('replied', MONTH))),
  ],
];

export const ACTIVITY_CASES: RequestCase[] = ROWS.map(([say, calls], at) => ({
  id: `activity-${at + 1}`,
  origin: 'written',
  split: 'dev',
  say,
  expect: { calls },
}));
