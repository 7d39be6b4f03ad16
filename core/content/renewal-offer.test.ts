import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCustomer } from '../../test/add-customer.ts';
import { openTestWorkspace, type TestWorkspace } from '../../test/workspace.ts';
import { tenantSettings } from '../tenants/settings.ts';
import { loadFacts } from './facts.ts';
import { offerFor, renewalOffer } from './renewal-offer.ts';

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await openTestWorkspace();
});
afterAll(() => workspace.close());

const terms = { unitCount: 4, pricePerUnitMinor: 1_000_000, currency: 'THB' };
const from = (startsOn: string, endsOn: string, more: object = {}) => ({
  ...terms,
  startsOn,
  endsOn,
  ...more,
});

/** What is offered to a customer with these agreements, of offers with these conditions. */
const offered = (contracts: object[], when: object, attributes: Record<string, boolean> = {}) =>
  workspace.system(async (ctx) => {
    const id = await addCustomer(ctx, { contracts });
    const facts = (await loadFacts(ctx, [id])).get(id)!;
    const { renewalOffers } = tenantSettings.parse({ renewalOffers: [{ when, says: 'A month is free.' }] });
    const given = { ...facts, attributes: { ...facts.attributes, ...attributes } };
    return renewalOffer({ renewalOffers, currency: 'THB' }, given) !== null;
  });

describe('a renewal’s offer', () => {
  const unbroken = [from('2020-01-01', '2021-12-31'), from('2022-01-15', '2027-10-31')];
  const broken = [from('2020-01-01', '2021-12-31'), from('2023-06-01', '2027-10-31')];

  it('knows who went without an agreement before, and who signed a little late', async () => {
    expect(await offered(broken, { hasLapsed: true })).toBe(true);
    expect(await offered(unbroken, { hasLapsed: true })).toBe(false);
    expect(await offered(unbroken, { hasLapsed: false })).toBe(true);
    expect(await offered([from('2026-01-01', '2027-10-31')], { hasLapsed: false })).toBe(true);
    // An agreement that ran on beside a shorter one leaves no gap.
    const beside = [
      from('2020-01-01', '2026-12-31'),
      from('2021-01-01', '2021-06-30'),
      from('2025-01-01', '2027-10-31'),
    ];
    expect(await offered(beside, { hasLapsed: true })).toBe(false);
    expect(await offered([], { hasLapsed: false })).toBe(false);
  });

  it('compares what it is worth in the workspace’s own currency only', async () => {
    expect(await offered(unbroken, { minYearlyMinor: 4_000_000 })).toBe(true);
    expect(await offered(unbroken, { minYearlyMinor: 4_000_001 })).toBe(false);
    expect(
      await offered([from('2020-01-01', '2027-10-31', { currency: 'USD' })], { minYearlyMinor: 1 }),
    ).toBe(false);
  });

  it('follows a field of one’s own, such as who pays late', async () => {
    const field = { key: 'late_payer', is: true };
    expect(await offered(unbroken, { field }, { late_payer: true })).toBe(true);
    expect(await offered(unbroken, { field }, { late_payer: false })).toBe(false);
    expect(await offered(unbroken, { field })).toBe(false);
  });

  it('says whom it is for', () => {
    const { renewalOffers } = tenantSettings.parse({
      renewalOffers: [
        { when: { minUnits: 6, minYearlyMinor: 10_000_000, hasLapsed: false }, says: 'One.' },
        { when: { hasEnded: true, field: { key: 'late_payer', is: false } }, says: 'Two.' },
        { says: 'Three.' },
      ].map((one) => ({ ...one, says: `${one.says} It is free.` })),
    });
    const unit = { one: 'zone', many: 'zones' };
    expect(renewalOffers.map((offer) => offerFor(offer, { currency: 'THB', unit }))).toEqual([
      'at least 6 zones, at least THB 100,000 a year and never lapsed',
      'the agreement is over and late payer: no',
      'everybody else',
    ]);
  });
});
