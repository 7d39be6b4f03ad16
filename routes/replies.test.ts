import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approvalPart } from '../core/approval/approval-part.ts';
import { decideApproval } from '../core/approval/decide-approval.ts';
import { requestApproval } from '../core/approval/request-approval.ts';
import { attachmentsOf } from '../core/replies/attachments.ts';
import { receiveReply } from '../core/replies/receive-reply.ts';
import { messages, standinDeliveries } from '../db/schema/index.ts';
import { newId } from '../lib/ids.ts';
import { addCampaign, addPeople, planFor } from '../test/add-campaign.ts';
import { openTestServer, type TestServer, type Voice } from '../test/server.ts';

let server: TestServer;
let manager: Voice;
beforeAll(async () => {
  server = await openTestServer();
  manager = await server.signIn('manager');
});
afterAll(() => server.close());

/** Two people: one has the message, for the other it is still queued. */
async function delivered() {
  const approver = await server.person('approver');
  return server.as(approver, async (ctx) => {
    const people = await addPeople(ctx, { count: 2 });
    const campaignId = await addCampaign(ctx);
    const { approvalId } = await requestApproval(ctx, { campaignId, plan: planFor(people) });
    const { digest } = await approvalPart(ctx, approvalId);
    await decideApproval(ctx, { approvalId, digest, decision: 'approve' });
    const sent = await ctx.tx.select().from(messages).where(eq(messages.campaignId, campaignId));
    const [first] = sent;
    await ctx.tx.update(messages).set({ status: 'submitted' }).where(eq(messages.id, first!.id));
    const { address } = people.find(({ contactId }) => contactId === first!.contactId)!;
    await ctx.tx.insert(standinDeliveries).values({
      tenantId: ctx.tenant.id,
      channel: 'email',
      messageId: first!.id,
      address,
      content: { text: 'Good day' },
    });
    return { campaignId, messageId: first!.id, contactId: first!.contactId, people };
  });
}

describe('POST /replies', () => {
  it('matches who wrote, and a stop halts at once what is queued for them', async () => {
    const { people } = await delivered();
    server.woken.length = 0;
    const waiting = people[1]!;
    const answer = await manager.post('/api/v1/replies', {
      channel: 'email',
      identifier: waiting.address.toUpperCase(),
      message: 'STOP',
      externalId: `stop-${waiting.contactId}`,
    });
    expect(answer.json()).toMatchObject({
      isNew: true,
      contactId: waiting.contactId,
      effects: [{ kind: 'opt_out', scope: 'all' }],
    });
    expect(server.woken).toEqual([server.tenant.id]);
    const theirs = await server.system((ctx) =>
      ctx.tx.select().from(messages).where(eq(messages.contactId, waiting.contactId)),
    );
    expect(theirs.map(({ status }) => status)).not.toContain('queued');
  });

  it('keeps the same message once', async () => {
    const { people } = await delivered();
    const body = { channel: 'email', identifier: people[0]!.address, message: 'Yes', externalId: newId() };
    const [first, second] = [
      (await manager.post('/api/v1/replies', body)).json(),
      (await manager.post('/api/v1/replies', body)).json(),
    ];
    expect([second.replyId, second.isNew]).toEqual([first.replyId, false]);
  });

  it('refuses a channel nobody has and a body without its fields', async () => {
    const body = { channel: 'pigeon', identifier: 'x', message: 'coo' };
    const strange = await manager.post('/api/v1/replies', body);
    expect([strange.statusCode, strange.json().error.code]).toEqual([400, 'channel:unknown']);
    const empty = await manager.post('/api/v1/replies', { channel: 'email', message: 'x' });
    expect(empty.json().error.where.field).toBe('identifier');
  });
});

describe('a file that came with an answer', () => {
  it('is handed out as bytes to keep, whatever it calls itself: nothing in it runs on our page', async () => {
    const content = new TextEncoder().encode('<script>alert(1)</script>');
    const { replyId, id } = await server.system(async (ctx) => {
      const told = { channel: 'email', identifier: 'someone@example.com', message: 'See attached' };
      const file = { name: 'a"\r\nb.html', type: 'text/html', size: content.length, content };
      const one = await receiveReply(ctx, {
        ...told,
        normalise: (_, address) => address,
        attachments: [file],
      });
      const [kept] = await attachmentsOf(ctx, [one.replyId]);
      return { replyId: one.replyId, id: kept!.id };
    });
    const url = `/api/v1/replies/${replyId}/attachments/${id}`;
    const answer = await manager.get(url);
    expect([answer.statusCode, answer.body]).toEqual([200, '<script>alert(1)</script>']);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': expect.stringMatching(/^attachment; filename\*=UTF-8''[\w%.-]+$/),
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining('sandbox'),
    });
    expect((await server.app.inject({ url })).statusCode).toBe(401);
  });
});

describe('the outbox', () => {
  it('takes an answer in the recipient’s place, which shows up among the replies', async () => {
    const { campaignId, messageId, contactId } = await delivered();
    const answer = await manager.post(`/api/v1/outbox/${messageId}/reply`, { message: 'Please call me' });
    expect(answer.json()).toMatchObject({ isNew: true, contactId, campaignId });
    const { replies } = (await manager.get(`/api/v1/replies?campaignId=${campaignId}`)).json();
    expect(replies).toMatchObject([{ body: 'Please call me', channel: 'email' }]);
    const { replyId } = answer.json();
    const marked = await manager.send({
      method: 'PATCH',
      url: `/api/v1/replies/${replyId}`,
      payload: { status: 'done' },
    });
    expect(marked.json()).toEqual({ done: true });
    expect(
      (await manager.get(`/api/v1/replies?campaignId=${campaignId}&status=open`)).json().replies,
    ).toEqual([]);
  });

  it('takes a receipt in the provider’s place, twice as once', async () => {
    const { messageId, campaignId } = await delivered();
    for (const kind of ['delivered', 'read', 'read']) {
      const after = await manager.post(`/api/v1/outbox/${messageId}/receipt`, { kind });
      expect(after.json()).toMatchObject({ id: messageId, status: kind });
    }
    expect((await manager.get(`/api/v1/campaigns/${campaignId}/progress`)).json()).toMatchObject({
      delivered: 1,
      read: 1,
    });
    const strange = await manager.post(`/api/v1/outbox/${messageId}/receipt`, { kind: 'eaten' });
    expect(strange.json().error.where.field).toBe('kind');
  });
});
