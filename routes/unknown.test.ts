import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approvalPart } from '../core/approval/approval-part.ts';
import { decideApproval } from '../core/approval/decide-approval.ts';
import { requestApproval } from '../core/approval/request-approval.ts';
import { messages } from '../db/schema/index.ts';
import { addCampaign, addPeople, planFor } from '../test/add-campaign.ts';
import { openTestServer, type TestServer, type Voice } from '../test/server.ts';

let server: TestServer;
let manager: Voice;
beforeAll(async () => {
  server = await openTestServer();
  manager = await server.signIn('manager');
});
afterAll(() => server.close());

/** A campaign with one message of which nobody can tell. */
async function interrupted() {
  const approver = await server.person('approver');
  return server.as(approver, async (ctx) => {
    const plan = planFor(await addPeople(ctx, { count: 1 }));
    const campaignId = await addCampaign(ctx);
    const { approvalId } = await requestApproval(ctx, { campaignId, plan });
    const { digest } = await approvalPart(ctx, approvalId);
    await decideApproval(ctx, { approvalId, digest, decision: 'approve' });
    const [row] = await ctx.tx
      .update(messages)
      .set({ status: 'unknown', detail: 'the sender ended before it knew' })
      .where(eq(messages.campaignId, campaignId))
      .returning({ id: messages.id });
    return { campaignId, messageId: row!.id };
  });
}

const resolve = (messageId: string, decision: string) =>
  manager.post(`/api/v1/messages/${messageId}/resolve`, { decision });

describe('a message nobody can tell of', () => {
  it('is listed with why, and leaves the list when a person says what became of it', async () => {
    const { campaignId, messageId } = await interrupted();
    const list = () => manager.get(`/api/v1/campaigns/${campaignId}/unknown`);
    expect((await list()).json().messages).toMatchObject([
      { id: messageId, detail: 'the sender ended before it knew' },
    ]);
    expect((await resolve(messageId, 'sent')).statusCode).toBe(200);
    expect((await list()).json().messages).toEqual([]);
  });

  it('is decided once', async () => {
    const { messageId } = await interrupted();
    expect((await resolve(messageId, 'resend')).statusCode).toBe(200);
    const again = await resolve(messageId, 'resend');
    expect([again.statusCode, again.json().error.code]).toEqual([409, 'message:state']);
  });

  it('is no matter for a viewer', async () => {
    const { messageId } = await interrupted();
    const viewer = await server.signIn('viewer');
    expect(
      (await viewer.post(`/api/v1/messages/${messageId}/resolve`, { decision: 'sent' })).statusCode,
    ).toBe(403);
  });
});
