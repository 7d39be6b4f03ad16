import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { answers, contracts, conversations } from '../../../db/schema/index.ts';
import { addContact, addCustomer, suppressAddress } from '../../../test/add-customer.ts';
import { type Delivery, openDesk } from '../../../test/approved-campaign.ts';
import { approvalPart } from '../../approval/approval-part.ts';
import { decideApproval } from '../../approval/decide-approval.ts';
import { requestApproval } from '../../approval/request-approval.ts';
import { listCampaigns } from '../../campaigns/list-campaigns.ts';
import type { Actor } from '../../tenants/roles.ts';
import { receiveReply } from '../receive-reply.ts';
import { repliesPart } from '../replies-part.ts';
import type { ReplyInput } from '../reply-input.ts';
import { answerReply } from './answer-reply.ts';
import { addConversationNote, changeConversation, takePen } from './change-conversation.ts';
import { confirmOutcome } from './confirm-outcome.ts';
import { readDeskFigures } from './desk-figures.ts';
import { listConversations, type VIEWS } from './list-conversations.ts';
import { type AnswerInput, proposeAnswer } from './propose-answer.ts';
import { readConversation } from './read-conversation.ts';

const MAIL = { maxTextLength: 5_000, hasSubject: true };

let d: Delivery;
let manager: Extract<Actor, { kind: 'person' }>;
let colleague: Extract<Actor, { kind: 'person' }>;
beforeAll(async () => {
  ({ d, manager } = await openDesk());
  colleague = await d.person('manager');
});
afterAll(() => d.close());
beforeEach(() => {
  d.sent.length = 0;
});

let number = 0;
async function aGuest() {
  number += 1;
  const email = `guest${number}@example.com`;
  const contactId = await d.system(async (ctx) =>
    addContact(ctx, { customerId: await addCustomer(ctx, {}), name: 'Rudolf Sample', at: { email } }),
  );
  return { email, contactId };
}
const receive = (identifier: string, message: string, more: Partial<ReplyInput> = {}) =>
  d.system((ctx) =>
    receiveReply(ctx, { channel: 'email', identifier, message, normalise: (_, address) => address, ...more }),
  );
const answer = (who: Actor, replyId: string, more: Partial<AnswerInput> = {}) =>
  d.as(who, (ctx) =>
    answerReply(ctx, { replyId, text: 'The invoice comes tomorrow.', limits: MAIL, ...more }),
  );
const conversationOf = async (email: string) => {
  const all = await d.system((ctx) => listConversations(ctx, { view: 'all', limit: 500 }));
  return all.find(({ identifier }) => identifier === email)!;
};

describe('an answer', () => {
  it('goes out as written, under the approval of who wrote it, into the thread of the mail', async () => {
    const { email, contactId } = await aGuest();
    const headers = { subject: 'Re: Your contract', 'message-id': '<abc@mail.example>' };
    const { replyId } = await receive(email, 'Where is the invoice?', { headers });
    const { approvalId, campaignId } = await answer(manager, replyId);
    expect(await d.tick()).toMatchObject({ outcomes: { submitted: 1 } });
    expect(d.sent.map(({ to, content }) => ({ to, content }))).toEqual([
      {
        to: email,
        content: {
          subject: 'Re: Your contract',
          text: 'The invoice comes tomorrow.',
          headers: { 'In-Reply-To': '<abc@mail.example>', References: '<abc@mail.example>' },
        },
      },
    ]);
    const part = await d.as(manager, (ctx) => approvalPart(ctx, approvalId));
    expect(part).toMatchObject({ status: 'approved', recipients: 1, decidedBy: manager.name });
    expect((await d.system((ctx) => listCampaigns(ctx))).map(({ id }) => id)).not.toContain(campaignId);
    const again = await receive(email, 'Thanks');
    expect(again).toMatchObject({ contactId, campaignId: null });
    const { id: conversationId } = await conversationOf(email);
    const { entries } = await d.system((ctx) => readConversation(ctx, { conversationId }));
    expect(entries.map(({ kind }) => kind).sort()).toEqual(['answered', 'received', 'received']);
    expect(entries.find(({ kind }) => kind === 'answered')).toMatchObject({
      status: 'submitted',
      by: manager.name,
    });
  });

  it('is written below what the campaign had sent, which only its own conversation shows', async () => {
    const { campaignId, people } = await d.approve({ count: 2 });
    await d.tick();
    const { address } = people[0]!;
    await receive(address, 'Yes please');
    const { id: conversationId } = await conversationOf(address);
    const { entries, conversation } = await d.system((ctx) => readConversation(ctx, { conversationId }));
    const [sent, received] = entries;
    const { content } = d.sent.find(({ to }) => to === address)!;
    expect(sent).toMatchObject({ campaignId, status: 'submitted', text: content.text });
    expect(received).toMatchObject({ text: 'Yes please', outcome: null });
    expect(entries).toHaveLength(2);
    expect(conversation).toMatchObject({ snippet: 'Yes please', campaignId });
  });

  it('proposed by the agent waits for one person, who need not be an approver; a script and a viewer are refused', async () => {
    const { email } = await aGuest();
    const { replyId } = await receive(email, 'When does it come?');
    const asked = await d.as(manager, (ctx) =>
      proposeAnswer(ctx, { replyId, text: 'Tomorrow.', limits: MAIL }),
    );
    await d.tick();
    expect(d.sent).toEqual([]);
    const decide = (who: Actor) => d.as(who, (ctx) => decideApproval(ctx, { ...asked, decision: 'approve' }));
    for (const who of [await d.person('viewer'), await d.person('admin', 'token')])
      await expect(decide(who)).rejects.toMatchObject({ code: 'auth:forbidden' });
    await expect(
      d.system((ctx) => decideApproval(ctx, { ...asked, decision: 'approve' })),
    ).rejects.toMatchObject({
      code: 'auth:forbidden',
    });
    await decide(manager);
    await d.tick();
    expect(d.sent.map(({ content }) => content.text)).toEqual(['Tomorrow.']);
  });

  it('is not written by scripts, and a manager’s right to answer approves no campaign', async () => {
    const { email } = await aGuest();
    const { replyId } = await receive(email, 'Hello?');
    for (const who of [await d.person('manager', 'token'), await d.person('viewer')])
      await expect(answer(who, replyId)).rejects.toMatchObject({ code: 'auth:forbidden' });
    const { approvalId, digest } = await d.approve();
    const deciding = d.as(manager, (ctx) => decideApproval(ctx, { approvalId, digest, decision: 'approve' }));
    await expect(deciding).rejects.toMatchObject({ code: 'auth:forbidden' });
    await d.tick();
  });

  it('can never be sent again as a campaign', async () => {
    const { email } = await aGuest();
    const { replyId } = await receive(email, 'Hello?');
    const { campaignId } = await d.as(manager, (ctx) =>
      proposeAnswer(ctx, { replyId, text: 'Hi', limits: MAIL }),
    );
    const other = d.as(manager, (ctx) =>
      requestApproval(ctx, { campaignId, test: { kind: 'first_customer' } }),
    );
    await expect(other).rejects.toMatchObject({ code: 'campaign:state' });
  });

  it('is refused where it cannot or must not go', async () => {
    const { email } = await aGuest();
    const { replyId } = await receive(email, 'Hello');
    const empty = { text: ' \u0000\u202e ' };
    await expect(answer(manager, replyId, empty)).rejects.toMatchObject({ code: 'input:invalid' });
    await expect(answer(manager, replyId, { text: 'Dear {{name}}' })).rejects.toMatchObject({
      code: 'input:invalid',
    });
    const short = { limits: { ...MAIL, maxTextLength: 5 } };
    await expect(answer(manager, replyId, short)).rejects.toMatchObject({ code: 'input:invalid' });
    const late = { limits: { ...MAIL, answerWindowHours: 24 } };
    await d.system(({ tx }) =>
      tx.update(conversations).set({ lastReceivedAt: new Date('2026-11-19T00:00:00Z') }),
    );
    await expect(answer(manager, replyId, late)).rejects.toMatchObject({ code: 'reply:state' });
    await d.system((ctx) => suppressAddress(ctx, email, 'all'));
    await expect(answer(manager, replyId)).rejects.toMatchObject({ code: 'reply:state' });
    const stranger = await receive('stranger@example.org', 'Who are you?');
    await expect(answer(manager, stranger.replyId)).rejects.toMatchObject({ code: 'reply:state' });
    await d.tick();
    expect(d.sent).toEqual([]);
  });

  it('goes to no machine: two robots that write to each other come to rest', async () => {
    const { email } = await aGuest();
    const headers = { 'auto-submitted': 'auto-replied' };
    for (let at = 0; at < 5; at++) {
      const { replyId } = await receive(email, 'I am away', { headers, externalId: `auto-${at}` });
      await expect(answer(manager, replyId)).rejects.toMatchObject({ code: 'reply:state' });
    }
    expect(await conversationOf(email)).toMatchObject({ waitingSince: null });
  });
});

describe('colleagues at one conversation', () => {
  it('are told when one is writing, has answered, or when more came in', async () => {
    const { email } = await aGuest();
    const { replyId } = await receive(email, 'Where is the invoice?');
    const { id: conversationId } = await conversationOf(email);
    expect(await d.as(colleague, (ctx) => takePen(ctx, { conversationId }))).toEqual({ heldBy: null });
    expect(await d.as(manager, (ctx) => takePen(ctx, { conversationId }))).toEqual({
      heldBy: colleague.name,
    });
    const heldFor = async (who: Actor) =>
      (await d.as(who, (ctx) => readConversation(ctx, { conversationId }))).heldBy;
    expect([await heldFor(manager), await heldFor(colleague)]).toEqual([colleague.name, null]);
    await expect(answer(manager, replyId)).rejects.toMatchObject({ code: 'conversation:moved' });
    await answer(colleague, replyId);
    await expect(answer(manager, replyId)).rejects.toMatchObject({ code: 'conversation:moved' });
    const newer = await receive(email, 'And the contract?');
    await expect(answer(colleague, replyId)).rejects.toMatchObject({ code: 'conversation:moved' });
    await answer(manager, newer.replyId);
    const all = await d.system(({ tx }) =>
      tx.select().from(answers).where(eq(answers.conversationId, conversationId)),
    );
    expect(all).toHaveLength(2);
    await d.tick();
  });

  it('write at once when the one before them has left off, whose pen nobody else lays down', async () => {
    const { email } = await aGuest();
    const { replyId } = await receive(email, 'Where is the invoice?');
    const { id: conversationId } = await conversationOf(email);
    const writes = (who: Actor, isWriting: boolean) =>
      d.as(who, (ctx) => takePen(ctx, { conversationId, isWriting }));
    await writes(colleague, true);
    expect(await writes(manager, false)).toEqual({ heldBy: colleague.name });
    await expect(answer(manager, replyId)).rejects.toMatchObject({ code: 'conversation:moved' });
    expect(await writes(colleague, false)).toEqual({ heldBy: null });
    await answer(manager, replyId);
    await d.tick();
  });

  it('hand it over, put it away until the person writes again, note, tag and close it', async () => {
    const { email } = await aGuest();
    await receive(email, 'Hello');
    const { id: conversationId } = await conversationOf(email);
    const change = (more: object) =>
      d.as(manager, (ctx) => changeConversation(ctx, { conversationId, ...more }));
    const views = async (view: (typeof VIEWS)[number]) =>
      (await d.as(colleague, (ctx) => listConversations(ctx, { view, limit: 500 }))).map(({ id }) => id);
    for (const view of ['unassigned', 'needs_human'] as const)
      expect(await views(view)).toContain(conversationId);
    expect(await views('urgent')).not.toContain(conversationId);
    await change({ assignedTo: colleague.userId, tags: ['invoice', 'invoice'] });
    expect(await views('mine')).toContain(conversationId);
    expect(await views('unassigned')).not.toContain(conversationId);
    await change({ snoozedUntil: '2026-12-01T00:00:00Z' });
    expect([await views('mine'), await views('snoozed')]).toEqual([[], [conversationId]]);
    const back = await d.as(colleague, (ctx) =>
      listConversations({ ...ctx, now: new Date('2026-12-02T00:00:00Z') }, { view: 'mine', limit: 500 }),
    );
    expect(back).toMatchObject([{ id: conversationId, snoozedUntil: null }]);
    const { replyId } = await receive(email, 'Still there?');
    expect(await views('waiting')).toContain(conversationId);
    await d.as(colleague, (ctx) => addConversationNote(ctx, { conversationId, text: 'Called them.' }));
    await change({ status: 'closed' });
    expect(await views('closed')).toEqual([conversationId]);
    expect(await conversationOf(email)).toMatchObject({ tags: ['invoice'], waitingSince: null });
    const open = await d.system((ctx) => repliesPart(ctx, { status: 'open' }));
    expect(open.replies.map(({ id }) => id)).not.toContain(replyId);
    expect(await views('needs_human')).not.toContain(conversationId);
    const { customerId } = await conversationOf(email);
    const [own, others] = await d.system(async (ctx) => {
      const add = async (id: string) => {
        const values = { tenantId: ctx.tenant.id, customerId: id, endsOn: '2027-10-31' };
        const [row] = await ctx.tx.insert(contracts).values(values).returning({ id: contracts.id });
        return row!.id;
      };
      return [await add(customerId!), await add(await addCustomer(ctx, {}))];
    });
    await expect(change({ contractId: others })).rejects.toMatchObject({ code: 'input:invalid' });
    await change({ contractId: own });
    expect((await conversationOf(email)).contractId).toBe(own);
    await change({ contractId: null });
    expect((await conversationOf(email)).contractId).toBeNull();
    const onlooker = (await d.person('viewer')).userId;
    await expect(change({ assignedTo: onlooker })).rejects.toMatchObject({ code: 'input:invalid' });
    await expect(change({ assignedTo: conversationId })).rejects.toMatchObject({ code: 'user:unknown' });
    await expect(change({ snoozedUntil: '2026-01-01T00:00:00Z' })).rejects.toMatchObject({
      code: 'input:invalid',
    });
  });
});

describe('what came of it', () => {
  it('is confirmed by a person, once, with its value; figures count it and the time to answer', async () => {
    const { email } = await aGuest();
    const { replyId } = await receive(email, 'Yes, renew');
    const confirm = (who: Actor, more: object) =>
      d.as(who, (ctx) => confirmOutcome(ctx, { replyId, kind: 'renewed', ...more }));
    await confirm(manager, { valueMinor: 100 });
    await confirm(manager, { valueMinor: 4_800_000 });
    await expect(confirm(await d.person('manager', 'token'), {})).rejects.toMatchObject({
      code: 'auth:forbidden',
    });
    const figures = await d.as(manager, readDeskFigures);
    expect(figures.outcomes).toEqual([{ kind: 'renewed', count: 1, valueMinor: 4_800_000, currency: 'THB' }]);
    expect(figures.medianMinutesToAnswer).not.toBeNull();
    expect(figures.waiting).toBeGreaterThan(0);
  });
});
