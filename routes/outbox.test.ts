import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approvalPart } from '../core/approval/approval-part.ts';
import { decideApproval } from '../core/approval/decide-approval.ts';
import { requestApproval } from '../core/approval/request-approval.ts';
import { messages, standinDeliveries } from '../db/schema/index.ts';
import { newId } from '../lib/ids.ts';
import { addCampaign, addPeople, planFor } from '../test/add-campaign.ts';
import { openTestServer, type TestServer, type Voice } from '../test/server.ts';

let server: TestServer;
let viewer: Voice;
let campaignId: string;
beforeAll(async () => {
  server = await openTestServer();
  viewer = await server.signIn('viewer');
  campaignId = await deliver(2);
  await deliver(1);
});
afterAll(() => server.close());

/** What a stand-in keeps once it has accepted an approved campaign's messages. */
async function deliver(count: number): Promise<string> {
  const approver = await server.person('approver');
  return server.as(approver, async (ctx) => {
    const people = await addPeople(ctx, { count });
    const id = await addCampaign(ctx, { name: `Renewals of ${count}` });
    const { approvalId } = await requestApproval(ctx, { campaignId: id, plan: planFor(people) });
    const { digest } = await approvalPart(ctx, approvalId);
    await decideApproval(ctx, { approvalId, digest, decision: 'approve' });
    const sent = (await ctx.tx.select().from(messages)).filter((row) => row.campaignId === id);
    await ctx.tx.insert(standinDeliveries).values(
      sent.map((row, at) => ({
        tenantId: ctx.tenant.id,
        channel: row.channel,
        messageId: row.id,
        address: `guest-${at}@example.com`,
        content: { subject: 'Your contract', text: `Good day ${at}`, headers: { 'List-Unsubscribe': '<x>' } },
      })),
    );
    return id;
  });
}

type Message = { id: string; body: string; campaign: string };
const listed = async (query = '') =>
  (await viewer.get(`/api/v1/outbox${query}`)).json<{ messages: Message[] }>().messages;

describe('GET /outbox', () => {
  it('shows each message as its recipient sees it', async () => {
    const all = await listed();
    expect(all).toHaveLength(3);
    const mine = await listed(`?campaignId=${campaignId}`);
    expect(mine.map(({ body }) => body).sort()).toEqual(['Good day 0', 'Good day 1']);
    expect(mine[0]).toMatchObject({
      channel: 'email',
      subject: 'Your contract',
      campaign: 'Renewals of 2',
      campaignId,
      isTest: false,
      headers: { 'List-Unsubscribe': '<x>' },
    });
    expect((await viewer.get(`/api/v1/outbox/${mine[0]!.id}`)).json()).toEqual(mine[0]);
  });

  it('answers 404 for a message that no stand-in has', async () => {
    const unknown = await viewer.get(`/api/v1/outbox/${newId()}`);
    expect([unknown.statusCode, unknown.json().error.code]).toEqual([404, 'message:unknown']);
  });
});
