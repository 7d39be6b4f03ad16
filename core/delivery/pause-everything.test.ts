import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Delivery, openDelivery } from '../../test/approved-campaign.ts';
import { addAccount } from '../../test/recording-channels.ts';
import { controlCampaign } from './control-campaign.ts';
import { pauseEverything } from './pause-everything.ts';
import { progressPart } from './progress-part.ts';

let d: Delivery;
beforeAll(async () => {
  d = await openDelivery();
  await d.system((ctx) => addAccount(ctx));
});
afterAll(() => d.close());

const statusOf = async (campaignId: string) =>
  (await d.system((ctx) => progressPart(ctx, campaignId))).status;

it('holds whatever is on its way, and leaves what was stopped or is done as it is', async () => {
  const done = await d.approve();
  await d.tick();
  const [first, second, stopped] = [await d.approve(), await d.approve(), await d.approve()];
  await d.as(d.approver, (ctx) => controlCampaign(ctx, { campaignId: stopped.campaignId, action: 'stop' }));
  d.sent.length = 0;
  const paused = await d.as(d.approver, (ctx) => pauseEverything(ctx));
  expect(paused.toSorted()).toEqual([first.campaignId, second.campaignId].toSorted());
  await d.tick();
  expect(d.sent).toEqual([]);
  const all = await Promise.all([done, first, second, stopped].map((one) => statusOf(one.campaignId)));
  expect(all).toEqual(['done', 'paused', 'paused', 'stopped']);
  expect(await d.as(d.approver, (ctx) => pauseEverything(ctx))).toEqual([]);
});
