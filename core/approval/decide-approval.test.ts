import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approvals, campaigns, campaignVersions, messages, users } from '../../db/schema/index.ts';
import { newId } from '../../lib/ids.ts';
import { addCampaign, addPeople, planFor } from '../../test/add-campaign.ts';
import { openTestWorkspace, TEST_NOW, type TestWorkspace } from '../../test/workspace.ts';
import type { Actor } from '../tenants/roles.ts';
import { createTenant, openContexts } from '../tenants/workspace.ts';
import { approvalPart } from './approval-part.ts';
import { type Decision, decideApproval } from './decide-approval.ts';
import { expireApprovals } from './expire-approvals.ts';
import { requestApproval } from './request-approval.ts';
import { voidApprovals } from './void-approvals.ts';

let ws: TestWorkspace;
let manager: Actor;
let approver: Extract<Actor, { kind: 'person' }>;
beforeAll(async () => {
  ws = await openTestWorkspace({ approval: { secondPersonAboveRecipients: 2 } });
  manager = await ws.person('manager');
  approver = await ws.person('approver');
});
afterAll(() => ws.close());

/** A campaign to `count` people that `by` wrote and asked to be approved. */
async function ask({ count = 1, by = manager }: { count?: number; by?: Actor } = {}) {
  const people = await ws.as(by, (ctx) => addPeople(ctx, { count }));
  const campaignId = await ws.as(by, (ctx) => addCampaign(ctx));
  const plan = planFor(people);
  const { approvalId } = await ws.as(by, (ctx) => requestApproval(ctx, { campaignId, plan }));
  const { digest } = await ws.as(by, (ctx) => approvalPart(ctx, approvalId));
  return { approvalId, digest, campaignId, people, plan };
}

const decide = (actor: Actor, input: Omit<Decision, 'decision'> & Partial<Decision>) =>
  ws.as(actor, (ctx) => decideApproval(ctx, { decision: 'approve', ...input }));
const queued = (approvalId: string) =>
  ws.system((ctx) => ctx.tx.select().from(messages).where(eq(messages.approvalId, approvalId)));
const statusOf = (campaignId: string) =>
  ws.system(
    async (ctx) => (await ctx.tx.select().from(campaigns).where(eq(campaigns.id, campaignId)))[0]?.status,
  );

describe('approving', () => {
  it('queues one message for each recipient of what was shown, and says who decided', async () => {
    const { approvalId, digest, campaignId, people } = await ask({ count: 2 });
    expect(await statusOf(campaignId)).toBe('waiting');
    const part = await decide(approver, { approvalId, digest, comment: 'Go' });
    expect(part).toMatchObject({
      status: 'approved',
      decidedBy: approver.name,
      comment: 'Go',
      recipients: 2,
    });
    const rows = await queued(approvalId);
    expect(rows.map((row) => row.contactId).sort()).toEqual(people.map((one) => one.contactId).sort());
    expect(await statusOf(campaignId)).toBe('sending');
  });

  it('is done once: a second decision is refused and queues nothing', async () => {
    const { approvalId, digest } = await ask();
    await decide(approver, { approvalId, digest });
    await expect(decide(approver, { approvalId, digest })).rejects.toMatchObject({
      code: 'approval:decided',
    });
    const reversal = decide(approver, { approvalId, digest, decision: 'reject' });
    await expect(reversal).rejects.toMatchObject({ code: 'approval:decided' });
    expect(await queued(approvalId)).toHaveLength(1);
  });

  it('lets one of two concurrent decisions through', async () => {
    const { approvalId, digest } = await ask();
    const other = await ws.person('admin');
    const both = await Promise.allSettled([
      decide(approver, { approvalId, digest }),
      decide(other, { approvalId, digest }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await queued(approvalId)).toHaveLength(1);
  });

  it('is on exactly the digest that was shown', async () => {
    const { approvalId, digest } = await ask();
    const forged = digest.replace(/^./, (sign) => (sign === '0' ? '1' : '0'));
    await expect(decide(approver, { approvalId, digest: forged })).rejects.toMatchObject({
      code: 'approval:stale',
    });
    expect(await queued(approvalId)).toEqual([]);
  });

  it('takes a signed-in person: no script, no system, no manager', async () => {
    const { approvalId, digest } = await ask();
    const token: Actor = { ...approver, surface: 'token' };
    for (const actor of [token, manager, { kind: 'system', name: 'agent' } as const]) {
      await expect(decide(actor, { approvalId, digest })).rejects.toMatchObject({ code: 'auth:forbidden' });
    }
    expect(await queued(approvalId)).toEqual([]);
  });

  it('does not believe a session about a role that was taken away, nor one of nobody', async () => {
    const { approvalId, digest } = await ask();
    const demoted = await ws.person('approver');
    await ws.system((ctx) =>
      ctx.tx.update(users).set({ role: 'viewer' }).where(eq(users.id, demoted.userId)),
    );
    for (const actor of [demoted, { ...approver, userId: newId() }]) {
      await expect(decide(actor, { approvalId, digest })).rejects.toMatchObject({
        code: 'approval:forbidden',
      });
    }
    expect(await queued(approvalId)).toEqual([]);
  });

  it('keeps to the workspace: another one does not even know the approval', async () => {
    const { approvalId, digest } = await ask();
    const other = await createTenant(ws.database, ws.keys, { slug: `t-${newId()}`, name: 'Other' });
    const here = openContexts({ database: ws.database, clock: () => new Date(TEST_NOW), keys: ws.keys });
    const attempt = here(other.id, approver, (ctx) =>
      decideApproval(ctx, { approvalId, digest, decision: 'approve' }),
    );
    await expect(attempt).rejects.toMatchObject({ code: 'approval:unknown' });
    await expect(decide(approver, { approvalId: 'not an id', digest })).rejects.toMatchObject({
      code: 'approval:unknown',
    });
  });
});

describe('four eyes', () => {
  it('bars who asked, whatever their right', async () => {
    const admin = await ws.person('admin');
    const { approvalId, digest } = await ask({ count: 3, by: admin });
    await expect(decide(admin, { approvalId, digest })).rejects.toMatchObject({ code: 'approval:forbidden' });
    expect(await queued(approvalId)).toEqual([]);
    await decide(approver, { approvalId, digest });
    expect(await queued(approvalId)).toHaveLength(3);
  });

  it('bars who wrote it when somebody else asked', async () => {
    const author = await ws.person('approver');
    const people = await ws.as(author, (ctx) => addPeople(ctx, { count: 3 }));
    const campaignId = await ws.as(author, (ctx) => addCampaign(ctx));
    const { approvalId } = await ws.as(manager, (ctx) =>
      requestApproval(ctx, { campaignId, plan: planFor(people) }),
    );
    const { digest, canDecide, shortCode } = await ws.as(author, (ctx) => approvalPart(ctx, approvalId));
    expect({ canDecide, shortCode }).toEqual({ canDecide: false, shortCode: undefined });
    await expect(decide(author, { approvalId, digest })).rejects.toMatchObject({
      code: 'approval:forbidden',
    });
  });

  it('lets the asker decide what is small, and reject what is not', async () => {
    const small = await ask({ count: 2, by: approver });
    await decide(approver, small);
    const large = await ask({ count: 3, by: approver });
    const part = await decide(approver, { ...large, decision: 'reject', comment: 'Too early' });
    expect(part).toMatchObject({ status: 'rejected', comment: 'Too early' });
    expect(await queued(large.approvalId)).toEqual([]);
    expect(await statusOf(large.campaignId)).toBe('draft');
  });
});

describe('an approval that ended', () => {
  it('cannot be given after an edit', async () => {
    const { approvalId, digest, campaignId } = await ask();
    await ws.as(manager, (ctx) => voidApprovals(ctx, { campaignId, why: 'the tone was changed' }));
    await expect(decide(approver, { approvalId, digest })).rejects.toMatchObject({ code: 'approval:stale' });
    expect(await queued(approvalId)).toEqual([]);
    expect(await statusOf(campaignId)).toBe('draft');
  });

  it('cannot be given for an old version, even if nobody voided it', async () => {
    const { approvalId, digest, campaignId } = await ask();
    await ws.system(async (ctx) => {
      const [{ id: _, ...first }] = (await ctx.tx
        .select()
        .from(campaignVersions)
        .where(eq(campaignVersions.campaignId, campaignId))) as [typeof campaignVersions.$inferSelect];
      await ctx.tx.insert(campaignVersions).values({ ...first, version: 2 });
      await ctx.tx.update(campaigns).set({ version: 2 }).where(eq(campaigns.id, campaignId));
    });
    await expect(decide(approver, { approvalId, digest })).rejects.toMatchObject({ code: 'approval:stale' });
    expect(await queued(approvalId)).toEqual([]);
  });

  it('cannot be given after its time, swept or not', async () => {
    const { approvalId, digest, campaignId } = await ask();
    await ws.system((ctx) =>
      ctx.tx
        .update(approvals)
        .set({ expiresAt: new Date('2026-11-21T02:59:59Z') })
        .where(eq(approvals.id, approvalId)),
    );
    await expect(decide(approver, { approvalId, digest })).rejects.toMatchObject({
      code: 'approval:expired',
    });
    expect(await ws.system((ctx) => expireApprovals(ctx))).toEqual([approvalId]);
    expect(await statusOf(campaignId)).toBe('draft');
    await expect(decide(approver, { approvalId, digest })).rejects.toMatchObject({
      code: 'approval:expired',
    });
  });
});
