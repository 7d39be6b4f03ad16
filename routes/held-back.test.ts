// What a doubt kept from somebody who had asked for nothing: said plainly, and sent only after an approval of its own.
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTriager } from '../agent/triager.ts';
import { approvalPart } from '../core/approval/approval-part.ts';
import { decideApproval } from '../core/approval/decide-approval.ts';
import { requestApproval } from '../core/approval/request-approval.ts';
import type { ConversationThread } from '../core/replies/desk/read-conversation.ts';
import { reading } from '../core/replies/reading.ts';
import { receiveReply } from '../core/replies/receive-reply.ts';
import { triageReply } from '../core/replies/triage-reply.ts';
import { customers, messages, replies } from '../db/schema/index.ts';
import { addCampaign, addPeople, planFor } from '../test/add-campaign.ts';
import { addCustomer } from '../test/add-customer.ts';
import { openTestServer, type TestServer, type Voice } from '../test/server.ts';

let server: TestServer;
let manager: Voice;
beforeAll(async () => {
  server = await openTestServer();
  manager = await server.signIn('manager');
});
afterAll(() => server.close());

const embedded = createTriager(reading);
const doubting = {
  triage: async (input: Parameters<typeof embedded.triage>[0]) => ({
    ...(await embedded.triage(input)),
    ...({ intent: 'complaint', mayBeStop: true, needsHuman: false } as const),
  }),
};

/** A campaign is queued for two people, and one of them writes what may be a stop. */
async function held() {
  const approver = await server.person('approver');
  const sent = await server.as(approver, async (ctx) => {
    const people = await addPeople(ctx, { count: 2 });
    const campaignId = await addCampaign(ctx);
    const { approvalId } = await requestApproval(ctx, { campaignId, plan: planFor(people) });
    const { digest } = await approvalPart(ctx, approvalId);
    await decideApproval(ctx, { approvalId, digest, decision: 'approve' });
    return { campaignId, people };
  });
  const [one, other] = sent.people;
  const { replyId } = await server.system((ctx) =>
    receiveReply(ctx, {
      ...{ channel: 'email', identifier: one!.address, message: 'So much post from you' },
      normalise: (_, text) => text,
    }),
  );
  const { within, tenant } = server;
  await triageReply({ within, tenantId: tenant.id, triager: doubting }, { replyId });
  const messageOf = async (contactId: string) =>
    server.system(async ({ tx }) => {
      const rows = await tx.select().from(messages).where(eq(messages.contactId, contactId));
      return rows[0]!;
    });
  return { replyId, one: one!, other: other!, messageOf, campaignId: sent.campaignId };
}
const prepare = (replyId: string, messageId: string) =>
  manager.post(`/api/v1/replies/${replyId}/held-back`, { messageId });
const entryOf = async (replyId: string) => {
  const [row] = await server.system(({ tx }) => tx.select().from(replies).where(eq(replies.id, replyId)));
  const thread = await manager.get(`/api/v1/conversations/${row!.conversationId}`);
  const { entries } = thread.json<ConversationThread>();
  return entries.find((entry) => entry.kind === 'received')!;
};

it('says what was not sent, and prepares it again as a draft for that one contact and no namesake', async () => {
  const { replyId, one, other, messageOf, campaignId } = await held();
  const message = await messageOf(one.contactId);
  expect(message).toMatchObject({ status: 'dropped', reason: 'held' });
  // Before anybody has decided nothing is offered, nor can be taken.
  expect(await entryOf(replyId)).toMatchObject({ isInDoubt: true, heldBack: [] });
  expect((await prepare(replyId, message.id)).statusCode).toBe(409);
  await server.system(async (ctx) => {
    const [row] = await ctx.tx.select().from(customers).where(eq(customers.id, one.customerId));
    const { name } = row!;
    await addCustomer(ctx, { name, contacts: [{ at: { email: 'namesake@example.com' } }] });
  });
  await manager.post(`/api/v1/replies/${replyId}/doubt`, { isStop: false });
  expect(await entryOf(replyId)).toMatchObject({
    isInDoubt: false,
    heldBack: [{ messageId: message.id, campaignId, channel: 'email', answer: null }],
    effects: expect.arrayContaining([
      expect.stringMatching(/meanwhile 1 message to them stayed unsent, which can be prepared again/),
    ]),
  });
  // What lifting the hold does not do: send it.
  expect(await messageOf(one.contactId)).toMatchObject({ status: 'dropped', reason: 'held' });
  const made = await prepare(replyId, message.id);
  expect(made.statusCode).toBe(201);
  const { id, draft, status } = made.json();
  expect(status).toBe('draft');
  expect(draft).toMatchObject({ contactIds: { [one.customerId]: [one.contactId] } });
  expect(draft.excludedCustomerIds).toHaveLength(1);
  const sent = await server.system(({ tx }) => tx.select().from(messages).where(eq(messages.campaignId, id)));
  expect(sent).toEqual([]);
  // Of nobody else's message, and not by whoever may not draft.
  for (const messageId of [(await messageOf(other.contactId)).id, crypto.randomUUID()])
    expect((await prepare(replyId, messageId)).statusCode).toBe(409);
  const viewer = await server.signIn('viewer');
  const refused = await viewer.post(`/api/v1/replies/${replyId}/held-back`, { messageId: message.id });
  expect(refused.statusCode).toBe(403);
});

it('offers nothing of somebody who did ask for no more messages', async () => {
  const { replyId, one, messageOf } = await held();
  await manager.post(`/api/v1/replies/${replyId}/doubt`, { isStop: true });
  expect(await entryOf(replyId)).toMatchObject({ heldBack: [] });
  expect((await prepare(replyId, (await messageOf(one.contactId)).id)).statusCode).toBe(409);
});
