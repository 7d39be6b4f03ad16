// Whom a kind of campaign is usually for, as filters that move along with the days.
import type { Filter } from '../audience/filter.ts';

type Idea = { name: string; because: string; filter: Filter };

const between = (field: string, from: string | null, to: string | null): Filter => ({
  op: 'between',
  field,
  ...(from ? { from } : {}),
  ...(to ? { to } : {}),
});
const is = (field: string, value: string): Filter => ({ op: 'in', field, values: [value] });
const did = (field: string, from: string): Filter => ({ op: 'did', field, from });
const best = (field: string, percent: number): Filter => ({ op: 'top', field, end: 'highest', percent });

const ENDING: Idea[] = [
  {
    name: 'Ending within 60 days',
    because: 'There is time to answer, and little to forget it in.',
    filter: between('contract_end', 'today', 'today+60d'),
  },
  {
    name: 'Ending this quarter or the next',
    because: 'Budgets are planned by quarters.',
    filter: between('contract_end', 'today', 'quarter-end+1q'),
  },
];
const LOYAL: Idea[] = [
  { name: 'The best tenth by orders', because: 'They buy most.', filter: best('order_value', 10) },
  {
    name: 'The largest tenth by contract',
    because: 'Most depends on them.',
    filter: best('contract_value', 10),
  },
];
const QUIET: Idea[] = [
  {
    name: 'Quiet for half a year',
    because: 'Nothing was heard of them, and they are still customers.',
    filter: { all: [between('last_active', null, 'today-180d')] },
  },
];

/** By the key of the type. */
export const IDEAS: Readonly<Record<string, readonly Idea[]>> = {
  renewal: ENDING,
  early_renewal: [
    {
      name: 'Ending in three to nine months',
      because: 'Early enough to be a favour.',
      filter: between('contract_end', 'today+90d', 'today+270d'),
    },
  ],
  win_back: [
    {
      name: 'Lapsed within a year',
      because: 'They still remember the service.',
      filter: { all: [is('contract_status', 'lapsed'), between('contract_end', 'today-365d', 'today')] },
    },
    {
      name: 'Dormant customers',
      because: 'They bought, and stopped.',
      filter: is('activity_status', 'dormant'),
    },
  ],
  upsell: [
    {
      name: 'Small customers with an agreement',
      because: 'There is more of their premises to serve.',
      filter: { all: [is('size', 'small'), is('contract_status', 'active')] },
    },
    ...LOYAL,
  ],
  cross_sell: LOYAL,
  loyalty: LOYAL,
  thank_you: LOYAL,
  referral: LOYAL,
  survey: [
    {
      name: 'Customers with an agreement',
      because: 'They can judge the service.',
      filter: is('contract_status', 'active'),
    },
    {
      name: 'Active in the last 90 days',
      because: 'Their impression is fresh.',
      filter: did('was_active', 'today-90d'),
    },
  ],
  review_request: [
    {
      name: 'Ordered in the last 30 days',
      because: 'Their impression is fresh.',
      filter: did('ordered', 'today-30d'),
    },
  ],
  followup: QUIET,
  contact_update: [
    {
      name: 'Customers who cannot be reached',
      because: 'Nobody there has a usable address.',
      filter: is('reachable', 'no'),
    },
    ...QUIET,
  ],
  welcome: [
    {
      name: 'Began within 30 days',
      because: 'They are new.',
      filter: between('contract_start', 'today-30d', 'today'),
    },
  ],
  onboarding: [
    {
      name: 'Began within 30 days',
      because: 'They are new.',
      filter: between('contract_start', 'today-30d', 'today'),
    },
  ],
};
export const EVERYBODY: Filter = { all: [] };
export const ANYBODY: readonly Idea[] = [
  ...QUIET,
  { name: 'Everybody', because: 'It concerns all of them.', filter: EVERYBODY },
];
