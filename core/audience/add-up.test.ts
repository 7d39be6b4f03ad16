import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCustomer } from '../../test/add-customer.ts';
import { openTestWorkspace, type TestWorkspace } from '../../test/workspace.ts';
import { addUp } from './add-up.ts';

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await openTestWorkspace();
  await workspace.system(async (ctx) => {
    const contract = (unitCount: number | null, pricePerUnitMinor: number | null, currency = 'THB') => [
      { endsOn: '2027-12-01', unitCount, pricePerUnitMinor, currency },
    ];
    await addCustomer(ctx, { name: 'Ada', city: 'Phuket', contracts: contract(2, 100_000) });
    await addCustomer(ctx, { name: 'Bo', city: 'Phuket', contracts: contract(5, 200_000) });
    await addCustomer(ctx, { name: 'Cy', city: 'Phuket', contracts: contract(9, 100_000, 'EUR') });
    await addCustomer(ctx, { name: 'Di', city: 'Krabi', contracts: contract(null, 100_000) });
  });
});
afterAll(() => workspace.close());

const of = (city: string, field: string) =>
  workspace.system((ctx) => addUp(ctx, { filter: { op: 'in', field: 'city', values: [city] }, field }));

describe('what a field comes to', () => {
  it('is told of whom it is known, and of how many it is not', async () => {
    expect(await of('Phuket', 'unit_count')).toMatchObject({
      ...{ customers: 3, known: 3, words: 'city is Phuket' },
      figures: { total: '16', average: '5.3', median: '5', lowest: '2', highest: '9' },
    });
    expect(await of('Krabi', 'unit_count')).toMatchObject({ customers: 1, known: 0, figures: null });
  });

  it('adds up no amount in another currency', async () => {
    expect(await of('Phuket', 'contract_value')).toMatchObject({
      ...{ customers: 3, known: 2 },
      figures: { total: 'THB 12,000', average: 'THB 6,000', lowest: 'THB 2,000', highest: 'THB 10,000' },
    });
  });

  it('refuses what is no number, and says what is', async () => {
    await expect(of('Phuket', 'brand')).rejects.toMatchObject({
      code: 'filter:invalid',
      nextStep: expect.stringContaining('contract_value'),
    });
  });
});
