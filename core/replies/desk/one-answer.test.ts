// Of answers that wait for approval one goes out at most, and to nobody whom it would surprise.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createChannels } from '../../../channels/index.ts';
import { messageTemplates } from '../../../db/schema/index.ts';
import { newId } from '../../../lib/ids.ts';
import { addCampaign, addPeople, planFor } from '../../../test/add-campaign.ts';
import { addContact, addCustomer, setConsent } from '../../../test/add-customer.ts';
import { type Delivery, openDelivery } from '../../../test/approved-campaign.ts';
import { memoryStandinStore } from '../../../test/memory-standin-store.ts';
import { addAccount } from '../../../test/recording-channels.ts';
import { approvalPart } from '../../approval/approval-part.ts';
import { decideApproval } from '../../approval/decide-approval.ts';
import { redeemCode } from '../../approval/redeem-code.ts';
import { requestApproval } from '../../approval/request-approval.ts';
import type { Actor } from '../../tenants/roles.ts';
import { receiveReply } from '../receive-reply.ts';
import { answerReply } from './answer-reply.ts';
import { readAnswerWays } from './answer-ways.ts';
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

describe('where the channel takes no free text any more', () => {
  const NUMBER = '+66810000042';
  const channels = createChannels({ store: memoryStandinStore().store });
  let replyId: string;
  let templateId: string;
  beforeAll(async () => {
    const day = 24 * 3_600_000;
    await d.system(async (ctx) => {
      await addAccount(ctx, { channel: 'whatsapp' });
      const customerId = await addCustomer(ctx, { name: 'Hotel Sample' });
      const at = { whatsapp: NUMBER, email: 'nora@example.com', sms: '+66810000043' };
      await addContact(ctx, { customerId, name: 'Nora Lind', at });
      const told = { channel: 'whatsapp', identifier: NUMBER, message: 'And the invoice?' };
      const receivedAt = new Date(ctx.now.getTime() - 2 * day);
      const kept = await receiveReply(ctx, { ...told, receivedAt, normalise: (_, address) => address });
      replyId = kept.replyId;
      const own = {
        tenantId: ctx.tenant.id,
        channel: 'whatsapp',
        language: 'en',
        status: 'approved',
      } as const;
      const [row] = await ctx.tx
        .insert(messageTemplates)
        .values([
          {
            ...own,
            name: 'go_on',
            category: 'utility',
            body: 'Hello {{1}}, may we go on?',
            fields: ['contact.name'],
          },
          {
            ...own,
            name: 'unknown',
            category: 'utility',
            body: 'Until {{1}}.',
            fields: ['contract.ends_on'],
          },
          { ...own, name: 'not_ours', category: 'utility', body: 'Dear {{1}}' },
          { ...own, name: 'advert', category: 'marketing', body: 'Buy now.' },
          { ...own, name: 'asked', category: 'utility', body: 'Hello.', status: 'submitted' },
        ])
        .returning({ id: messageTemplates.id });
      templateId = row!.id;
    });
  });
  const WHATSAPP = { maxTextLength: 4096, hasSubject: false, answerWindowHours: 24 };
  const answer = (more: object) =>
    d.as(manager, (ctx) => answerReply(ctx, { replyId, text: 'It comes.', limits: WHATSAPP, ...more }));
  const ways = () => d.as(manager, (ctx) => readAnswerWays(ctx, { replyId, channels }));

  it('another channel of the same person and what is approved are offered, and nothing that may not go', async () => {
    await expect(answer({})).rejects.toMatchObject({ code: 'reply:state' });
    expect(await ways()).toMatchObject({
      isOpen: false,
      // Nothing sends by SMS here.
      channels: ['email'],
      templates: [{ id: templateId, text: 'Hello Nora Lind, may we go on?' }],
    });
    for (const more of [{ channel: 'sms' }, { channel: 'line' }, { templateId: newId() }])
      await expect(answer({ ...more, limits: MAIL })).rejects.toMatchObject({ code: 'reply:state' });
  });

  it('either goes out as approved: the words by the other channel, the approved text by this one', async () => {
    d.sent.length = 0;
    await answer({ channel: 'email', limits: MAIL });
    await d.tick();
    await answer({ templateId });
    await d.tick();
    const template = { name: 'go_on', language: 'en', parameters: ['Nora Lind'], words: expect.any(String) };
    expect(d.sent.map(({ to, content: { text, template: by } }) => ({ to, text, by }))).toEqual([
      { to: 'nora@example.com', text: 'It comes.', by: undefined },
      { to: NUMBER, text: 'Hello Nora Lind, may we go on?', by: template },
    ]);
  });

  it('a channel that they stopped or do not want messages of service by is none of them', async () => {
    const withdrawn = { address: 'nora@example.com', channel: 'email', state: 'withdrawn' } as const;
    await d.system((ctx) => setConsent(ctx, { ...withdrawn, purpose: 'service', at: ctx.now }));
    expect(await ways()).toMatchObject({ channels: [] });
    await expect(answer({ channel: 'email', limits: MAIL })).rejects.toMatchObject({ code: 'reply:state' });
  });
});

describe('an answer of a colleague that waits', () => {
  it('is said with its end, and holds others up only until they take over or its time is over', async () => {
    const { replyId } = await wrote('Are you there?');
    const first = await propose(replyId, 'Soon.');
    const other = await d.person('manager');
    const answer = (more: object) =>
      d.as(other, (ctx) => answerReply(ctx, { replyId, text: 'Yes, now.', limits: MAIL, ...more }));
    await expect(answer({})).rejects.toMatchObject({
      code: 'conversation:moved',
      message: expect.stringMatching(/wrote an answer at .* waits for approval until/),
    });
    await answer({ takesOver: true });
    await expect(approve(first)).rejects.toMatchObject({ code: 'approval:stale' });
    // What has gone out is no colleague's to take over.
    await expect(
      d.as(manager, (ctx) => answerReply(ctx, { replyId, text: 'Me too.', limits: MAIL, takesOver: true })),
    ).rejects.toMatchObject({ code: 'conversation:moved', message: expect.stringMatching(/answered/) });
    d.sent.length = 0;
    await d.tick();
    expect(d.sent.map(({ content }) => content.text)).toEqual(['Yes, now.']);
    const next = await wrote('Really?');
    const late = await propose(next.replyId, 'Really.');
    await d.meddle(`update approvals set expires_at = '2020-01-01' where id = $1`, [late.approvalId]);
    await d.as(other, (ctx) => answerReply(ctx, { replyId: next.replyId, text: 'Really!', limits: MAIL }));
  });
});
