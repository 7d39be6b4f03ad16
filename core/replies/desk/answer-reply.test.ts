import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { conversations } from '../../../db/schema/index.ts';
import { suppressAddress } from '../../../test/add-customer.ts';
import { type Delivery, openDesk } from '../../../test/approved-campaign.ts';
import { type DeskKit, deskKit, MAIL } from '../../../test/desk-kit.ts';
import { approvalPart } from '../../approval/approval-part.ts';
import { decideApproval } from '../../approval/decide-approval.ts';
import { requestApproval } from '../../approval/request-approval.ts';
import { listCampaigns } from '../../campaigns/list-campaigns.ts';
import type { Actor } from '../../tenants/roles.ts';
import { proposeAnswer } from './propose-answer.ts';
import { readConversation } from './read-conversation.ts';

let d: Delivery;
let manager: Extract<Actor, { kind: 'person' }>;
let aGuest: DeskKit['aGuest'];
let answer: DeskKit['answer'];
let conversationOf: DeskKit['conversationOf'];
let receive: DeskKit['receive'];
beforeAll(async () => {
  ({ d, manager } = await openDesk());
  ({ aGuest, answer, conversationOf, receive } = deskKit(d));
});
afterAll(() => d.close());
beforeEach(() => {
  d.sent.length = 0;
});

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
