// Of answers that wait for approval one goes out at most, and to nobody whom it would surprise.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addCampaign, addPeople, planFor } from '../../../test/add-campaign.ts';
import { addContact, addCustomer } from '../../../test/add-customer.ts';
import { type Delivery, openDelivery } from '../../../test/approved-campaign.ts';
import { addAccount } from '../../../test/recording-channels.ts';
import { approvalPart } from '../../approval/approval-part.ts';
import { decideApproval } from '../../approval/decide-approval.ts';
import { redeemCode } from '../../approval/redeem-code.ts';
import { requestApproval } from '../../approval/request-approval.ts';
import type { Actor } from '../../tenants/roles.ts';
import { receiveReply } from '../receive-reply.ts';
import { listConversations } from './list-conversations.ts';
import { type Proposed, proposeAnswer } from './propose-answer.ts';

const MAIL = { maxTextLength: 5_000, hasSubject: true };
const GUEST = 'guest@example.com';

let d: Delivery;
let manager: Actor;
beforeAll(async () => {
  d = await openDelivery();
  await d.system(async (ctx) => {
    await addAccount(ctx);
    const customerId = await addCustomer(ctx, {});
    await addContact(ctx, { customerId, name: 'Rudolf Sample', at: { email: GUEST } });
  });
  manager = await d.person('manager');
});
afterAll(() => d.close());

const wrote = (message: string) =>
  d.system((ctx) =>
    receiveReply(ctx, { channel: 'email', identifier: GUEST, message, normalise: (_, address) => address }),
  );
const propose = (replyId: string, text: string, limits: object = {}) =>
  d.as(manager, (ctx) => proposeAnswer(ctx, { replyId, text, limits: { ...MAIL, ...limits } }));
const approve = (asked: Proposed) =>
  d.as(manager, (ctx) => decideApproval(ctx, { ...asked, decision: 'approve' }));
const isWaiting = async () =>
  (await d.system((ctx) => listConversations(ctx, { view: 'waiting', limit: 5 }))).length > 0;

it('the second takes the place of the first, which says so; they wait until one is approved', async () => {
  const { replyId } = await wrote('When does it come?');
  const [first, second] = [await propose(replyId, 'Tomorrow.'), await propose(replyId, 'On Monday.')];
  expect([first.replaced, second.replaced]).toEqual([undefined, 'Tomorrow.']);
  expect(await isWaiting()).toBe(true);
  await expect(approve(first)).rejects.toMatchObject({
    code: 'approval:stale',
    message: expect.stringMatching(/took the place/),
  });
  await approve(second);
  expect(await isWaiting()).toBe(false);
  await d.tick();
  expect(d.sent.map(({ content }) => content.text)).toEqual(['On Monday.']);
});

it('is not approved once they wrote again, nor after the window in which the channel takes it', async () => {
  const { replyId } = await wrote('And the contract?');
  const asked = await propose(replyId, 'It comes, too.', { answerWindowHours: 2 });
  const hoursLeft = await d.as(manager, async (ctx) => {
    const { expiresAt } = await approvalPart(ctx, asked.approvalId);
    return (Date.parse(expiresAt) - ctx.now.getTime()) / 3_600_000;
  });
  expect(hoursLeft).toBeLessThanOrEqual(2);
  await wrote('Forget it.');
  await expect(approve(asked)).rejects.toMatchObject({ code: 'conversation:moved' });
  await d.tick();
  expect(d.sent).toHaveLength(1);
});

it('is approved by its short code, too, by whoever may answer; a campaign’s is worth nothing to them meanwhile', async () => {
  const { replyId } = await wrote('One more question.');
  const asked = await propose(replyId, 'Of course.');
  const campaign = await d.as(manager, async (ctx) => {
    const people = await addPeople(ctx, { count: 1 });
    return requestApproval(ctx, { campaignId: await addCampaign(ctx), plan: planFor(people) });
  });
  const codeFor = async (who: Actor, id: string) =>
    (await d.as(who, (ctx) => approvalPart(ctx, id))).shortCode;
  const redeem = (who: Actor, code: string) =>
    d.as(who, (ctx) => redeemCode(ctx, { code, decision: 'approve' }));
  const [own, others] = [
    await codeFor(manager, asked.approvalId),
    await codeFor(d.approver, campaign.approvalId),
  ];
  expect(await codeFor(manager, campaign.approvalId)).toBeUndefined();
  const token = { ...manager, surface: 'token' } as Actor;
  for (const [who, code] of [
    [manager, others!],
    [await d.person('viewer'), own!],
    [token, own!],
  ] as const)
    await expect(redeem(who, code)).rejects.toMatchObject({ code: 'approval:forbidden' });
  expect(await redeem(manager, own!)).toMatchObject({ id: asked.approvalId, status: 'approved' });
  await d.tick();
  expect(d.sent.map(({ content }) => content.text).at(-1)).toBe('Of course.');
});
