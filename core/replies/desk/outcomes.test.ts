// What a renewal is worth: the contract that was spoken of, counted once whoever says it and however often.
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { contracts, replies } from '../../../db/schema/index.ts';
import type { TestRecipient } from '../../../test/add-campaign.ts';
import { addContact } from '../../../test/add-customer.ts';
import { type Delivery, openDesk } from '../../../test/approved-campaign.ts';
import { reportCampaign } from '../../reports/campaign-report.ts';
import { exportMessages } from '../../reports/export-messages.ts';
import type { Actor } from '../../tenants/roles.ts';
import { receiveReply } from '../receive-reply.ts';
import { changeConversation } from './change-conversation.ts';
import { confirmOutcome, type OutcomeInput } from './confirm-outcome.ts';
import { readDeskFigures } from './desk-figures.ts';

let d: Delivery;
let manager: Actor;
beforeAll(async () => {
  ({ d, manager } = await openDesk());
});
afterAll(() => d.close());

let campaignId: string;
let one: TestRecipient;
let [small, large, unpriced] = ['', '', ''];
beforeEach(async () => {
  d.state.answer = ({ messageId }) => ({ outcome: 'submitted', providerId: messageId });
  const sent = await d.approve();
  await d.tick();
  campaignId = sent.campaignId;
  one = sent.people[0]!;
  const { customerId } = one;
  const contract = (set: Partial<typeof contracts.$inferInsert>) =>
    d.system(async (ctx) => {
      const own = { tenantId: ctx.tenant.id, customerId, currency: 'THB' };
      const [row] = await ctx.tx
        .insert(contracts)
        .values({ ...own, ...set })
        .returning();
      return row!.id;
    });
  small = await contract({ unitCount: 2, pricePerUnitMinor: 100_000, endsOn: '2026-12-31' });
  large = await contract({ unitCount: 10, pricePerUnitMinor: 500_000, endsOn: '2027-06-30' });
  unpriced = await contract({ unitCount: 3 });
});

/** Somebody answers the campaign. */
const said = (identifier: string) =>
  d.system(async (ctx) => {
    const normalise = (_: string, address: string) => address;
    const kept = await receiveReply(ctx, { channel: 'email', identifier, message: 'Yes, renew', normalise });
    await ctx.tx.update(replies).set({ campaignId }).where(eq(replies.id, kept.replyId));
    const [row] = await ctx.tx.select().from(replies).where(eq(replies.id, kept.replyId));
    return { replyId: kept.replyId, conversationId: row!.conversationId! };
  });
const about = (conversationId: string, contractId: string | null) =>
  d.as(manager, (ctx) => changeConversation(ctx, { conversationId, contractId }));
let confirmed = 0;
/** Each a second after the one before. */
const confirm = (replyId: string, outcome: Partial<OutcomeInput> = {}) =>
  d.as(manager, (ctx) => {
    confirmed += 1;
    const now = new Date(ctx.now.getTime() + confirmed * 1000);
    return confirmOutcome({ ...ctx, now }, { replyId, kind: 'renewed', ...outcome });
  });
const reported = async () => (await d.system((ctx) => reportCampaign(ctx, campaignId))).outcomes;
const renewed = (valueMinor: number | null, count = 1) => ({
  ...{ kind: 'renewed', count, valueMinor },
  currency: valueMinor === null ? null : 'THB',
});

it('counts the contract that was spoken of, not all that the customer has, and again when it was another', async () => {
  const { replyId, conversationId } = await said(one.address);
  await confirm(replyId);
  expect(await reported()).toEqual([renewed(null)]);
  await about(conversationId, small);
  for (let at = 0; at < 2; at += 1) await confirm(replyId);
  expect(await reported()).toEqual([renewed(200_000)]);
  await about(conversationId, large);
  await confirm(replyId);
  expect(await reported()).toEqual([renewed(5_000_000)]);
  // What the person says themself stands above what the contract says.
  await confirm(replyId, { valueMinor: 70_000 });
  expect(await reported()).toEqual([renewed(70_000)]);
  await about(conversationId, unpriced);
  await confirm(replyId);
  expect(await reported()).toEqual([renewed(null)]);
});

it('is no money where it was declined or a call was booked', async () => {
  const { replyId, conversationId } = await said(one.address);
  await about(conversationId, large);
  for (const kind of ['renewed', 'declined'] as const) await confirm(replyId, { kind });
  expect(await reported()).toEqual([{ kind: 'declined', count: 1, valueMinor: null, currency: null }]);
  await confirm(replyId, { kind: 'call_booked' });
  expect(await reported()).toEqual([{ kind: 'call_booked', count: 1, valueMinor: null, currency: null }]);
});

it('is one renewal though two people and two messages of theirs say so; two contracts are two', async () => {
  const email = `second-${one.address}`;
  const { customerId } = one;
  await d.system((ctx) => addContact(ctx, { customerId, name: 'Nora Lind', at: { email } }));
  const before = await d.system(readDeskFigures);
  const [first, second, other] = [await said(one.address), await said(one.address), await said(email)];
  for (const { replyId, conversationId } of [first, second, other]) {
    await about(conversationId, large);
    await confirm(replyId);
  }
  expect(await reported()).toEqual([renewed(5_000_000)]);
  await about(other.conversationId, small);
  await confirm(other.replyId);
  expect(await reported()).toEqual([renewed(5_200_000, 2)]);
  const worth = ({ outcomes }: typeof before) =>
    outcomes.find(({ kind, currency }) => kind === 'renewed' && currency === 'THB')?.valueMinor ?? 0;
  expect(worth(await d.system(readDeskFigures)) - worth(before)).toBe(5_200_000);
  // A later no about that contract takes the renewal of it back.
  await about(first.conversationId, large);
  await confirm(first.replyId, { kind: 'declined' });
  expect(await reported()).toEqual(
    expect.arrayContaining([renewed(200_000), expect.objectContaining({ kind: 'declined', count: 1 })]),
  );
});

it('stands in the file of the messages beside one of them, with the contract', async () => {
  const { replyId, conversationId } = await said(one.address);
  await about(conversationId, large);
  await confirm(replyId);
  await confirm((await said(one.address)).replyId);
  const actor = { kind: 'system', name: 'a test' } as const;
  let text = '';
  for await (const piece of exportMessages({ within: d.within, tenantId: d.tenant.id, actor }, campaignId))
    text += piece;
  const [head, ...lines] = text.trimEnd().split('\r\n');
  expect(head).toContain(',Outcome,Value,Currency,Contract until,Cost,');
  expect(lines.filter((line) => line.includes(',renewed,5000000,THB,2027-06-30,'))).toHaveLength(1);
});
