// An invented tenant for the gate: small enough to know by heart, with the awkward names of real ones.
import type { PlannerInput, PlannerThread } from '../agent/planner/types.ts';
import type { Filter } from '../core/audience/filter.ts';
import { type Draft, draftSchema } from '../core/campaigns/draft.ts';
import { CAMPAIGN_TYPES } from '../core/content/built-in-types.ts';
import { builtInFields } from '../core/fields/registry.ts';
import { countryName, findCountry } from '../core/places/countries.ts';
import { placesNamed } from '../core/places/gazetteer.ts';
import { listRegions } from '../core/places/regions.ts';
import type { Vocabulary } from '../core/vocabulary.ts';

export const TODAY = '2026-11-21';
export const uuid = (n: number): string => `0190a3a0-0000-7000-8000-${String(n).padStart(12, '0')}`;

const brand = (
  name: string,
  ownerGroup: string | null,
  parent: string | null = null,
  aliases: string[] = [],
) => ({
  name,
  parent,
  ownerGroup,
  aliases,
});

const NAMES = [
  'Hilton Pattaya',
  'Hilton Rayong',
  'Hilton Garden Inn Da Nang',
  'Tru by Hilton Hoi An',
  'Conrad Koh Samui',
  'Novotel Hua Hin',
  'Novotel Bangkok Riverside',
  'Centara Grand Krabi',
  'Anantara Sample Bay',
  'Avani+ Khao Lak',
  'Marriott Phuket Town',
  'Hyatt Regency Danang Bay',
  'Anytime Fitness Thonglor',
  'Iron & Oak Gym',
  'Blue Lantern Beach Club',
  'Tim Hortons Orchard',
  'Café Sonne Berlin',
  'Sands Residence Doha',
];

const platform = (value: string, ...synonyms: string[]) => ({ value, synonyms });

export const VOCABULARY: Vocabulary = {
  fields: [
    ...builtInFields({ unit: { one: 'zone', many: 'zones' }, types: [] }),
    {
      key: 'platform',
      label: 'Platform',
      kind: 'choice',
      synonyms: { en: ['platform', 'music platform', 'system', 'on'] },
      values: [
        platform('Soundtrack Your Brand', 'SYB', 'Soundtrack'),
        platform('Beat Breeze', 'BMS', 'BeatBreeze'),
        platform('DM', 'DM(W)'),
        platform('USB'),
      ],
      columns: ['platform'],
      isBuiltIn: false,
    },
    {
      key: 'hardware',
      label: 'Hardware',
      kind: 'text',
      synonyms: { en: ['hardware', 'device'] },
      values: [],
      columns: [],
      isBuiltIn: false,
    },
  ],
  brands: [
    brand('Hilton', 'Hilton'),
    brand('Hilton Garden Inn', 'Hilton', 'Hilton', ['HGI']),
    brand('Tru by Hilton', 'Hilton', 'Hilton'),
    brand('DoubleTree by Hilton', 'Hilton', 'Hilton', ['DoubleTree']),
    brand('Conrad', 'Hilton'),
    brand('Novotel', 'Accor'),
    brand('Ibis', 'Accor'),
    brand('Mercure', 'Accor'),
    brand('Sofitel', 'Accor'),
    brand('Marriott', 'Marriott International'),
    brand('JW Marriott', 'Marriott International', 'Marriott'),
    brand('Hyatt', 'Hyatt'),
    brand('Hyatt Regency', 'Hyatt', 'Hyatt'),
    brand('Centara', 'Centara Hotels & Resorts'),
    brand('Centara Grand', 'Centara Hotels & Resorts', 'Centara'),
    brand('Anantara', 'Minor Hotels'),
    brand('Avani', 'Minor Hotels', null, ['Avani+']),
    brand('Anytime Fitness', 'Purpose Brands'),
    brand('Tim Hortons', 'Restaurant Brands International'),
    brand('TUI BLUE', 'TUI'),
  ],
  values: {
    type: [
      'Hotel',
      'Restaurant',
      'Bar',
      'Gym',
      'Retail',
      'Mall',
      'Office',
      'Beach Club',
      'Serviced Residence',
      'Café',
      'Club',
      'Spa',
      'Other',
    ],
    city: [
      'Bangkok',
      'Phuket',
      'Pattaya',
      'Chiang Mai',
      'Hua Hin',
      'Koh Samui',
      'Krabi',
      'Rayong',
      'Da Nang',
      'Hoi An',
      'Singapore',
      'Kuala Lumpur',
      'Tokyo',
      'Doha',
      'Berlin',
      'London',
      'Paris',
      'Khao Lak',
    ],
    country: ['TH', 'VN', 'SG', 'MY', 'JP', 'QA', 'DE', 'GB', 'FR', 'MV', 'AE'],
    region: listRegions().map(({ name }) => name),
    platform: ['Soundtrack Your Brand', 'Beat Breeze', 'DM', 'USB'],
    tag: ['VIP', 'pilot', 'seasonal menu', 'Gold'],
    tier: ['Platinum', 'Gold', 'Silver'],
    owner: ['Nina Sample', 'Tom Example'],
    locale: ['en', 'th', 'de'],
  },
  customers: NAMES.map((name, at) => ({ id: uuid(at + 1), name })),
  segments: [{ id: uuid(700), name: 'Beach places' }],
  campaigns: [],
  people: [
    { id: uuid(901), name: 'Nina Sample' },
    { id: uuid(902), name: 'Tom Example' },
  ],
  types: CAMPAIGN_TYPES,
  channels: [
    { key: 'whatsapp', label: 'WhatsApp' },
    { key: 'line', label: 'LINE' },
    { key: 'email', label: 'E-mail', hasSubject: true },
  ],
  unit: { one: 'zone', many: 'zones' },
};

export const CAMPAIGN_ID = uuid(500);
export const customerId = (name: string): string => uuid(NAMES.indexOf(name) + 1);

/** A thread with a draft in it. */
export const withDraft = (draft: Partial<Draft> & { filter: Filter }): PlannerThread => {
  const whole = draftSchema.parse({ name: 'Draft', type: 'renewal', ...draft });
  const campaign = {
    id: CAMPAIGN_ID,
    name: whole.name,
    type: whole.type,
    status: 'draft' as const,
    version: 1,
    draft: whole,
  };
  return { campaign, lastFilter: null, pendingApproval: false };
};

export const EMPTY_THREAD: PlannerThread = { campaign: null, lastFilter: null, pendingApproval: false };

export const situation = (thread: PlannerThread = EMPTY_THREAD): PlannerInput => ({
  today: TODAY,
  timeZone: 'Asia/Bangkok',
  person: { name: 'Nina Sample' },
  vocabulary: VOCABULARY,
  thread,
  places: { listRegions, findCountry, countryName, placesNamed },
  currency: 'THB',
});
