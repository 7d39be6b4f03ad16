import { afterAll, beforeAll, expect, it } from 'vitest';
import { addCustomer } from '../../../test/add-customer.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../test/workspace.ts';
import { exportCustomers } from './export-customers.ts';

const CUSTOMERS = 120;
const MOST = 50;

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await openTestWorkspace();
  await workspace.system(async (ctx) => {
    for (let at = 0; at < CUSTOMERS; at++) await addCustomer(ctx, { name: `Venue ${at}.` });
  });
});
afterAll(() => workspace.close());

it.each(['csv', 'json', 'venue-book'] as const)(
  'an export as %s leaves the event loop to others after every few customers',
  async (format) => {
    let [turns, isOver] = [0, false];
    const turn = () => {
      turns += 1;
      if (!isOver) setImmediate(turn);
    };
    setImmediate(turn);
    const by = {
      within: workspace.within,
      tenantId: workspace.tenant.id,
      actor: { kind: 'system', name: 'test' },
    } as const;
    const steps: { customers: number; turn: number }[] = [];
    for await (const piece of exportCustomers(by, format)) {
      const customers = String(piece).match(/Venue \d+\\?\./g)?.length ?? 0;
      if (customers > 0) steps.push({ customers, turn: turns });
    }
    isOver = true;
    expect(steps.reduce((sum, { customers }) => sum + customers, 0)).toBe(CUSTOMERS);
    expect(Math.max(...steps.map(({ customers }) => customers))).toBeLessThanOrEqual(MOST);
    expect(new Set(steps.map((one) => one.turn)).size).toBe(steps.length);
  },
);
