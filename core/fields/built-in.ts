// The fields every tenant has. Words of one trade (platform, hardware …) are declared by the tenant instead.
import type { Field, FieldKind } from './field.ts';

const field = (
  key: string,
  label: string,
  kind: FieldKind,
  english: string[],
  columns: string[] = [],
): Field => ({
  key,
  label,
  kind,
  synonyms: { en: english },
  values: [],
  columns,
  isBuiltIn: true,
});

const choice = (key: string, label: string, english: string[], values: Record<string, string[]>): Field => ({
  ...field(key, label, 'choice', english),
  values: Object.entries(values).map(([value, synonyms]) => ({ value, synonyms })),
});

export const BUILT_IN_FIELDS: readonly Field[] = [
  field(
    'name',
    'Name',
    'text',
    ['name', 'called', 'named'],
    ['name', 'customer', 'company', 'venue', 'property', 'site'],
  ),
  field('brand', 'Brand', 'brand', ['brand', 'chain'], ['brand']),
  field('owner_group', 'Owner group', 'choice', ['owner group', 'group'], ['group', 'owner group']),
  field(
    'type',
    'Business type',
    'choice',
    ['type', 'business type', 'kind'],
    ['type', 'business type', 'category'],
  ),
  field('city', 'City', 'place', ['city', 'town'], ['city', 'town']),
  field('country', 'Country', 'place', ['country'], ['country']),
  field('region', 'Region', 'place', ['region', 'continent'], []),
  field('time_zone', 'Time zone', 'choice', ['time zone'], ['time zone', 'timezone']),
  field('locale', 'Language', 'choice', ['language', 'locale'], ['language', 'locale']),
  field('tier', 'Value tier', 'choice', ['tier', 'value tier'], ['tier']),
  field(
    'owner',
    'Account manager',
    'choice',
    ['owner', 'account manager', 'my accounts'],
    ['owner', 'account manager'],
  ),
  field('tag', 'Tag', 'choice', ['tag', 'tagged', 'label'], ['tags', 'tag', 'labels']),
  field(
    'contract_start',
    'Contract start',
    'date',
    ['started', 'contract start', 'since'],
    ['contract start', 'start date', 'start'],
  ),
  field(
    'contract_end',
    'Contract end',
    'date',
    [
      'expiring',
      'expires',
      'expiry',
      'renewal',
      'ending',
      'contract end',
      'end date',
      'due',
      'lapsing',
      'lapsed',
    ],
    ['contract end', 'end date', 'expiry', 'expiry date', 'renewal date'],
  ),
  field(
    'unit_price',
    'Price per unit and year',
    'money',
    ['price', 'rate'],
    ['price', 'annual price', 'annual price per zone', 'price per unit'],
  ),
  field(
    'contract_value',
    'Contract value a year',
    'money',
    ['value', 'contract value', 'worth', 'revenue'],
    [],
  ),
  choice('contract_status', 'Contract status', ['contract status', 'contract'], {
    active: ['active', 'running', 'current', 'live'],
    lapsed: ['lapsed', 'expired', 'ended', 'overdue'],
    upcoming: ['upcoming', 'future'],
    cancelled: ['cancelled', 'canceled'],
    none: ['no contract', 'without a contract'],
  }),
  field(
    'unit_count',
    'Number of units',
    'number',
    ['units'],
    ['zones', 'zone count', 'units', 'number of zones'],
  ),
  field('unit_name', 'Unit name', 'text', ['unit', 'unit called'], ['zone names', 'unit names']),
  choice('size', 'Size class', ['size'], {
    enterprise: ['enterprise', 'large', 'big', 'biggest', 'largest'],
    medium: ['medium', 'mid-size', 'mid-sized', 'midsize'],
    small: ['small', 'tiny', 'smaller'],
  }),
  field('reachable', 'Reachable', 'yesno', ['reachable', 'can be reached'], []),
  field('reachable_by', 'Reachable by', 'choice', ['reachable by', 'reachable on', 'reachable via'], []),
  field('consent', 'Marketing consent on', 'choice', ['marketing consent', 'consent'], []),
  field('opted_out', 'Opted out', 'yesno', ['opted out', 'unsubscribed'], []),
  field('contact_role', 'Contact role', 'choice', ['contact role'], []),
  field('ordered', 'Ordered', 'event', ['ordered', 'bought', 'purchased'], []),
  field('order_count', 'Number of orders', 'number', ['orders', 'number of orders'], []),
  field('order_value', 'Order value', 'money', ['order value', 'spent', 'spend', 'spending'], []),
  field('last_order', 'Last order', 'date', ['last order', 'last ordered'], []),
  field('was_active', 'Active', 'event', ['was active'], []),
  field('last_active', 'Last active', 'date', ['last active', 'last activity'], []),
  choice('activity_status', 'Activity', ['activity status'], {
    'recently active': [],
    quiet: [],
    dormant: [],
    'never active': [],
  }),
  field('was_contacted', 'Contacted', 'event', ['contacted', 'written to'], []),
  field('got_message', 'Got our message', 'event', ['delivered'], []),
  field('opened_message', 'Opened', 'event', ['opened', 'read our message'], []),
  field('clicked_link', 'Clicked', 'event', ['clicked'], []),
  field('replied', 'Replied', 'event', ['replied', 'answered', 'responded'], []),
  field('last_contacted', 'Last contacted', 'date', ['last contacted'], []),
  field('last_reply', 'Last reply', 'date', ['last reply', 'last replied'], []),
  field('segment', 'Segment', 'choice', ['in segment', 'segment'], []),
  field('anything', 'Anything', 'text', ['anything', 'mentions', 'mentioning'], []),
  field('random', 'Random', 'number', [], []),
];

/** How long ago somebody was last active, in days: within the first number recently, within the second quiet. */
export const ACTIVITY_CLASSES = { recent: 30, quiet: 90 } as const;

/** Size classes by number of units. */
export const SIZE_CLASSES = [
  { value: 'enterprise', from: 11, to: null },
  { value: 'medium', from: 4, to: 10 },
  { value: 'small', from: 1, to: 3 },
] as const;
