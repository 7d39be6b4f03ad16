import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requestApproval } from '../core/approval/request-approval.ts';
import { appendThreadMessage } from '../core/threads/append-thread-message.ts';
import { createThread } from '../core/threads/create-thread.ts';
import { newId } from '../lib/ids.ts';
import { addCampaign, addPeople, planFor } from '../test/add-campaign.ts';
import { agentThatSays, openTestServer, type TestServer, type Voice } from '../test/server.ts';

let server: TestServer;
let manager: Voice;
let approver: Voice;
const reported: string[] = [];
beforeAll(async () => {
  const report = async (_tenantId: string, approvalId: string) => {
    reported.push(approvalId);
  };
  server = await openTestServer({ agent: { ...agentThatSays([]), report } });
  manager = await server.signIn('manager');
  approver = await server.signIn('approver');
});
afterAll(() => server.close());

/** A campaign that waits for its approval. */
async function asked(count = 2) {
  const { campaignId, approvalId } = await server.system(async (ctx) => {
    const plan = planFor(await addPeople(ctx, { count }));
    const id = await addCampaign(ctx);
    return { campaignId: id, ...(await requestApproval(ctx, { campaignId: id, plan })) };
  });
  const url = `/api/v1/campaigns/${campaignId}/approval`;
  const { digest } = (await manager.get(url)).json<{ digest: string }>();
  return { campaignId, approvalId, digest, url };
}

const refusal = (answer: { statusCode: number; json(): { error: { code: string } } }) => [
  answer.statusCode,
  answer.json().error.code,
];

describe('reading an approval', () => {
  it('shows what waits, and the short code to a signed-in person who may decide only', async () => {
    const { url, approvalId, digest } = await asked();
    const mine = (await approver.get(url)).json();
    expect(mine).toMatchObject({
      id: approvalId,
      digest,
      status: 'requested',
      recipients: 2,
      canDecide: true,
    });
    expect(mine.shortCode).toEqual(expect.any(String));
    expect((await approver.get(`/api/v1/approvals/${approvalId}`)).json()).toEqual(mine);
    const script = await server.script('admin');
    for (const voice of [manager, script]) {
      const theirs = await voice.get(url);
      expect(theirs.json()).toMatchObject({ digest, canDecide: false });
      expect(theirs.body).not.toContain('shortCode');
    }
  });

  it('is 404 for an approval that is not there or was never asked for', async () => {
    const campaignId = await server.system((ctx) => addCampaign(ctx));
    for (const url of [`/api/v1/campaigns/${campaignId}/approval`, `/api/v1/approvals/${newId()}`]) {
      expect(refusal(await approver.get(url))).toEqual([404, 'approval:unknown']);
    }
    expect(refusal(await approver.get(`/api/v1/campaigns/${newId()}/approval`))).toEqual([
      404,
      'campaign:unknown',
    ]);
  });
});

describe('deciding', () => {
  it('approves what was seen, which launches it, wakes the work and tells the thread', async () => {
    const { url, campaignId, approvalId, digest } = await asked();
    server.woken.length = 0;
    const decided = await approver.post(url, { decision: 'approve', digest, comment: 'Good' });
    expect(decided.json()).toMatchObject({ status: 'approved', comment: 'Good', canDecide: false });
    expect((await manager.get(`/api/v1/campaigns/${campaignId}`)).json().status).toBe('sending');
    expect(server.woken).toEqual([server.tenant.id]);
    expect(reported).toContain(approvalId);
  });

  it('rejects with a comment, and nothing goes', async () => {
    const { campaignId, approvalId, digest } = await asked();
    const url = `/api/v1/approvals/${approvalId}`;
    const decided = await approver.post(url, { decision: 'reject', digest, comment: 'Too early' });
    expect(decided.json()).toMatchObject({ status: 'rejected', comment: 'Too early' });
    expect((await manager.get(`/api/v1/campaigns/${campaignId}`)).json().status).toBe('draft');
  });

  it('refuses a stale digest, a second decision and a decision on what was edited meanwhile', async () => {
    const { url, digest, campaignId } = await asked();
    const approve = { decision: 'approve', digest };
    const stale = await approver.post(url, { ...approve, digest: `${digest.slice(0, -1)}!` });
    expect(refusal(stale)).toEqual([409, 'approval:stale']);
    expect((await approver.post(url, approve)).statusCode).toBe(200);
    expect(refusal(await approver.post(url, approve))).toEqual([409, 'approval:decided']);
    expect((await manager.get(`/api/v1/campaigns/${campaignId}`)).json().status).toBe('sending');

    const edited = await asked();
    const patch = {
      method: 'PATCH',
      url: `/api/v1/campaigns/${edited.campaignId}`,
      payload: { topic: 'x' },
    } as const;
    expect((await manager.send(patch)).statusCode).toBe(200);
    const late = await approver.post(edited.url, { ...approve, digest: edited.digest });
    expect(refusal(late)).toEqual([409, 'approval:stale']);
  });

  it('is refused to scripts of whatever role, and to roles that may not', async () => {
    const { url, approvalId, digest } = await asked();
    const voices = [await server.script('admin'), await server.script('approver'), manager];
    for (const voice of voices) {
      for (const address of [url, `/api/v1/approvals/${approvalId}`]) {
        const tried = await voice.post(address, { decision: 'approve', digest });
        expect(refusal(tried)).toEqual([403, 'auth:forbidden']);
      }
    }
    expect((await approver.get(url)).json().status).toBe('requested');
  });

  it('is refused to a forged request from another site', async () => {
    const { url, digest } = await asked();
    const tried = await approver.post(
      url,
      { decision: 'approve', digest },
      { headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' } },
    );
    expect(refusal(tried)).toEqual([403, 'auth:foreign_origin']);
    expect((await approver.get(url)).json().status).toBe('requested');
  });

  it('is refused without a digest or with a third answer', async () => {
    const { url, digest } = await asked();
    for (const [body, field] of [
      [{ decision: 'approve' }, 'digest'],
      [{ decision: 'maybe', digest }, 'decision'],
    ] as const) {
      const tried = await approver.post(url, body);
      expect([tried.statusCode, tried.json().error.where.field]).toEqual([400, field]);
    }
  });
});

describe('POST /campaigns/:id/send', () => {
  it('asks for the approval, once, and counts what waits', async () => {
    const { campaignId, approvalId } = await asked();
    for (const body of [{}, undefined]) {
      const waiting = await manager.post(`/api/v1/campaigns/${campaignId}/send`, body);
      expect(waiting.json()).toMatchObject({
        status: 'waiting',
        targeted: 2,
        submitted: 0,
        failed: 0,
        approval: { id: approvalId, status: 'requested' },
      });
    }
  });

  it('tells what became of it once it is decided', async () => {
    const { campaignId, url, digest } = await asked();
    await approver.post(url, { decision: 'approve', digest });
    const after = await manager.post(`/api/v1/campaigns/${campaignId}/send`, {});
    expect(after.json()).toMatchObject({
      status: 'sending',
      targeted: 2,
      submitted: 0,
      failed: 0,
      skippedNoConsent: 0,
      errors: [],
      approval: { status: 'approved' },
    });
  });

  it('refuses a test to what is no address of the channel', async () => {
    const { campaignId } = await asked();
    const send = (channel: string, address: string) =>
      manager.post(`/api/v1/campaigns/${campaignId}/send`, {
        testMode: { kind: 'address', channel, address },
      });
    const nobody = await send('email', 'nobody');
    expect(refusal(nobody)).toEqual([400, 'input:invalid']);
    expect(nobody.json().error.where.field).toBe('testMode.address');
    expect(refusal(await send('pigeon', 'me@example.com'))).toEqual([400, 'channel:unknown']);
  });

  it('sends by other channels only as a new version, which voids what was asked', async () => {
    const { campaignId, approvalId } = await asked();
    const strange = await manager.post(`/api/v1/campaigns/${campaignId}/send`, { channels: ['pigeon'] });
    expect(refusal(strange)).toEqual([400, 'channel:unknown']);
    expect((await manager.get(`/api/v1/approvals/${approvalId}`)).json().status).toBe('requested');
  });

  it('refuses a test of no kind', async () => {
    const { campaignId } = await asked();
    const tried = await manager.post(`/api/v1/campaigns/${campaignId}/send`, {
      testMode: { kind: 'everybody' },
    });
    expect([tried.statusCode, tried.json().error.where.field]).toEqual([400, 'testMode.kind']);
  });
});

describe('an approval card kept in a thread', () => {
  it('is made anew for whoever reads it, with the code for nobody else', async () => {
    const { url, approvalId, digest } = await asked();
    const kept = (await approver.get(url)).json();
    expect(kept.shortCode).toBeTruthy();
    const threadId = await server.system(async (ctx) => {
      const { id } = await createThread(ctx, { title: 'Renewals' });
      await appendThreadMessage(ctx, { threadId: id, role: 'agent', parts: [kept] });
      return id;
    });
    const cardFor = async (voice: Voice) =>
      (await voice.get(`/api/v1/threads/${threadId}`)).json().messages[0].parts[0];
    expect(await cardFor(approver)).toEqual(kept);
    for (const voice of [manager, await server.script('admin')]) {
      expect(await cardFor(voice)).toMatchObject({ id: approvalId, canDecide: false });
      expect(await cardFor(voice)).not.toHaveProperty('shortCode');
    }
    await approver.post(url, { decision: 'approve', digest });
    expect(await cardFor(manager)).toMatchObject({ status: 'approved' });
  });
});
