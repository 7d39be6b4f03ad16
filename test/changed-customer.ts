// A workspace with one customer, to whom changes are proposed.
import { expect } from 'vitest';
import type { Ctx } from '../core/context.ts';
import type { ChangeStep } from '../core/customers/changes/change-step.ts';
import { decideChange } from '../core/customers/changes/decide-change.ts';
import { proposeChange } from '../core/customers/changes/propose-change.ts';
import { addField } from '../core/fields/registry.ts';
import { newId } from '../lib/ids.ts';
import { addBrand, addCustomer } from './add-customer.ts';
import { openTestWorkspace } from './workspace.ts';

export const customerId = newId();

export type Changing = Awaited<ReturnType<typeof openChanging>>;

export async function openChanging() {
  const space = await openTestWorkspace();
  const manager = await space.person('manager');
  await space.system(async (ctx) => {
    await addBrand(ctx, { name: 'Hilton' });
    await addField(ctx, { key: 'vip', label: 'VIP', kind: 'yesno' });
    await addCustomer(ctx, {
      ...{
        id: customerId,
        name: 'Hilton Pattaya',
        importKey: 'hilton pattaya',
        city: 'Pattaya',
        units: ['Edge'],
      },
      contracts: [{ endsOn: '2026-12-31', unitCount: 4 }],
      contacts: [{ name: 'Rudolf Troestler', at: { email: 'rudolf@example.com' } }],
    });
  });
  return { ...space, manager };
}

/** Whatever a test does is undone after it. */
export const tryingIn = (space: () => Changing) => (work: (ctx: Ctx) => Promise<void>) => async () => {
  const undo = new Error('undone');
  const run = space().as(space().manager, async (ctx) => {
    await work(ctx);
    throw undo;
  });
  await expect(run).rejects.toBe(undo);
};

export const GM: ChangeStep[] = [
  { do: 'contact_left', contact: { name: 'Rudolf' } },
  { do: 'add_contact', name: 'Jane Doe', addresses: { email: 'Jane@Example.com' } },
];
export const propose = (ctx: Ctx, steps: ChangeStep[]) =>
  proposeChange(ctx, { customerId, steps, why: 'Rudolf left, Jane Doe is the new GM' });
export const change = async (ctx: Ctx, ...steps: ChangeStep[]) =>
  decideChange(ctx, { changeId: await propose(ctx, steps), decision: 'confirm' });
