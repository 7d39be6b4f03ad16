import { afterAll, beforeAll, expect, it } from 'vitest';
import { campaigns } from '../../db/schema/index.ts';
import { newId } from '../../lib/ids.ts';
import { addCampaign } from '../../test/add-campaign.ts';
import { addCustomer } from '../../test/add-customer.ts';
import { addMessage } from '../../test/add-message.ts';
import { openTestWorkspace, type TestWorkspace } from '../../test/workspace.ts';
import { compareCampaigns } from './compare-campaigns.ts';

let workspace: TestWorkspace;
const made: string[] = [];
beforeAll(async () => {
  workspace = await openTestWorkspace();
  await workspace.system(async (ctx) => {
    // Of ten messages each nine, one and none were read; a draft sent nothing.
    for (const read of [9, 1, 0]) {
      const campaignId = await addCampaign(ctx);
      made.push(campaignId);
      for (let at = 0; at < 10; at += 1) {
        const [customerId, contact] = [newId(), { id: newId(), at: { email: `${newId()}@example.com` } }];
        await addCustomer(ctx, { id: customerId, name: 'Ada', contacts: [contact] });
        await addMessage(ctx, {
          ...{ campaignId, customerId, contactId: contact.id, channel: 'email' },
          ...{ address: contact.at.email, status: at < read ? 'read' : 'submitted', submittedAt: ctx.now },
        });
      }
    }
    await ctx.tx.update(campaigns).set({ status: 'done' });
    await addCampaign(ctx);
  });
});
afterAll(() => workspace.close());

it('tells the best first, with its interval, and whether that is more than chance', async () => {
  const { campaigns: all, isAhead } = await workspace.system((ctx) => compareCampaigns(ctx, { by: 'read' }));
  expect(all.map(({ id, many, of }) => [id, many, of])).toEqual([
    [made[0], 9, 10],
    [made[1], 1, 10],
    [made[2], 0, 10],
  ]);
  expect(all[0]).toMatchObject({ share: 0.9, low: expect.closeTo(0.596, 3), high: expect.closeTo(0.982, 3) });
  expect(isAhead).toBe(true);
});

it('has nothing ahead where nobody has answered', async () => {
  const { campaigns: all, isAhead } = await workspace.system((ctx) => compareCampaigns(ctx, {}));
  expect(all.every(({ share }) => share === 0)).toBe(true);
  expect(isAhead).toBe(false);
});
