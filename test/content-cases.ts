// Customers as a letter finds them: everything known, or one thing missing, or a great many.
import type { Recipient } from '../core/audience/recipient.ts';
import type { Ctx } from '../core/context.ts';
import { newId } from '../lib/ids.ts';
import { addBrand, addCustomer, type TestCustomer } from './add-customer.ts';

const ZONES = ['Drift Bar', 'Edge', 'Horizon', 'Shore'];
const CONTRACT = {
  startsOn: '2026-11-01',
  endsOn: '2027-10-31',
  unitCount: 4,
  pricePerUnitMinor: 1_200_000,
  currency: 'THB',
};
const COMPLETE: TestCustomer = {
  name: 'Hilton Andaman Bay',
  type: 'Hotel',
  city: 'Pattaya',
  country: 'TH',
  timeZone: 'Asia/Bangkok',
  units: ZONES,
  contracts: [CONTRACT],
};

const MANY = [
  'Lobby',
  'Pool 2',
  'Spa',
  'Gym',
  'Sky Bar',
  'Kids’ Club',
  'Ballroom A',
  'Ballroom B',
  'Café & Deli',
  'Beach',
  'Lift',
  'Car Park',
];

export const CONTENT_CASES = {
  complete: COMPLETE,
  noPrice: { ...COMPLETE, contracts: [{ ...CONTRACT, pricePerUnitMinor: null, currency: null }] },
  noDate: { ...COMPLETE, contracts: [{ ...CONTRACT, endsOn: null }] },
  noZones: { ...COMPLETE, units: [], contracts: [{ ...CONTRACT, unitCount: null }] },
  nothing: { name: 'Hilton Andaman Bay', units: [] },
  twelveZones: { ...COMPLETE, units: MANY, contracts: [{ ...CONTRACT, unitCount: 12 }] },
  oneZone: { ...COMPLETE, units: ['Lobby'], contracts: [{ ...CONTRACT, unitCount: 1 }] },
  moreThanNamed: { ...COMPLETE, contracts: [{ ...CONTRACT, unitCount: 6 }] },
  ended: { ...COMPLETE, contracts: [{ ...CONTRACT, startsOn: '2025-11-01', endsOn: '2026-10-31' }] },
} satisfies Record<string, TestCustomer>;

export type ContentCase = keyof typeof CONTENT_CASES;

type Reader = { channel?: string; name?: string | null; purpose?: 'service' | 'marketing' };

/** A recipient of the customer, as choosing recipients would answer it. */
export const readerOf = (
  customerId: string,
  { channel = 'email', name = 'Arthit Sample', purpose = 'service' }: Reader = {},
): Recipient => ({
  customerId,
  contactId: newId(),
  contactName: name,
  role: 'general_manager',
  isRequiredRole: true,
  channel,
  address: channel === 'email' ? 'arthit@example.com' : '+66900000001',
  addressHash: newId(),
  language: null,
  timeZone: 'Asia/Bangkok',
  consent: { purpose, basis: 'contract', since: null },
});

/** Writes the customer of a case, of the brand Hilton; `more` changes it. */
export async function addCase(
  ctx: Ctx,
  which: ContentCase,
  more: Partial<TestCustomer> = {},
): Promise<string> {
  const given: TestCustomer = { ...CONTENT_CASES[which], ...more };
  return addCustomer(ctx, { ...given, id: newId() });
}

export const addHilton = (ctx: Ctx): Promise<string> => addBrand(ctx, { name: 'Hilton' });
