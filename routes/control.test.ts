import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approvalPart } from '../core/approval/approval-part.ts';
import { decideApproval } from '../core/approval/decide-approval.ts';
import { requestApproval } from '../core/approval/request-approval.ts';
import type { ProgressPart } from '../core/parts.ts';
import { campaigns, messages } from '../db/schema/index.ts';
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

/** A campaign of which nothing has gone out yet. */
async function launched(count = 3) {
  const approver = await server.person('approver');
  return server.as(approver, async (ctx) => {
    const plan = planFor(await addPeople(ctx, { count }));
    const campaignId = await addCampaign(ctx);
    const { approvalId } = await requestApproval(ctx, { campaignId, plan });
    const { digest } = await approvalPart(ctx, approvalId);
    await decideApproval(ctx, { approvalId, digest, decision: 'approve' });
    return { campaignId, approvalId };
  });
}

const control = (campaignId: string, action: string) =>
  manager.post(`/api/v1/campaigns/${campaignId}/${action}`);

describe('holding a send', () => {
  it('pauses and resumes it, and tells the work to look', async () => {
    const { campaignId } = await launched();
    server.woken.length = 0;
    expect((await control(campaignId, 'pause')).json()).toMatchObject({ status: 'paused', queued: 3 });
    expect((await control(campaignId, 'resume')).json()).toMatchObject({ status: 'sending', queued: 3 });
    expect(server.woken).toHaveLength(2);
  });

  it('stops it for good', async () => {
    const { campaignId } = await launched();
    expect((await control(campaignId, 'stop')).json()).toMatchObject({ status: 'stopped', dropped: 3 });
    const again = await control(campaignId, 'resume');
    expect([again.statusCode, again.json().error.code]).toEqual([409, 'campaign:state']);
    const { campaigns: counted } = (await manager.get('/api/v1/statistics')).json();
    expect(counted.find(({ id }: { id: string }) => id === campaignId)).toMatchObject({
      status: 'stopped',
      targeted: 3,
      dropped: 3,
      reasons: { stopped: 3 },
    });
  });

  it('knows only campaigns that there are', async () => {
    expect((await control(newId(), 'pause')).statusCode).toBe(404);
    expect((await control((await launched()).campaignId, 'explode')).json().error.code).toBe('route:unknown');
  });
});

describe('progress', () => {
  it('is one card, or a stream of it until the send is over', async () => {
    const { campaignId } = await launched(1);
    const url = `/api/v1/campaigns/${campaignId}/progress`;
    expect((await manager.get(url)).json()).toMatchObject({
      kind: 'progress',
      status: 'sending',
      targeted: 1,
    });
    const following = manager.get(url, { headers: { accept: 'text/event-stream' } });
    await server.system(async (ctx) => {
      await ctx.tx
        .update(messages)
        .set({ status: 'submitted', submittedAt: ctx.now })
        .where(eq(messages.campaignId, campaignId));
      await ctx.tx.update(campaigns).set({ status: 'done' }).where(eq(campaigns.id, campaignId));
    });
    const cards = (await following).body
      .split('\n\n')
      .filter((block) => block.startsWith('data: '))
      .map((block): ProgressPart => JSON.parse(block.slice(6)));
    expect(cards.at(-1)).toMatchObject({ status: 'done', submitted: 1 });
  });

  it('refuses a stream of what is not there as plainly as a card', async () => {
    const headers = { accept: 'text/event-stream' };
    const unknown = await manager.get(`/api/v1/campaigns/${newId()}/progress`, { headers });
    expect([unknown.statusCode, unknown.json().error.code]).toEqual([404, 'campaign:unknown']);
  });
});

describe('the proof of an approval', () => {
  it('is exported once it was given, and refused before', async () => {
    const { approvalId } = await launched(2);
    const proof = await manager.get(`/api/v1/approvals/${approvalId}/proof`);
    expect(proof.json()).toMatchObject({ format: 'refrain-proof/1', rows: [{}, {}] });
    const waiting = await server.system(async (ctx) => {
      const plan = planFor(await addPeople(ctx, { count: 1 }));
      return requestApproval(ctx, { campaignId: await addCampaign(ctx), plan });
    });
    const early = await manager.get(`/api/v1/approvals/${waiting.approvalId}/proof`);
    expect([early.statusCode, early.json().error.code]).toEqual([400, 'proof:invalid']);
  });
});
