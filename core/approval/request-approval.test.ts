import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approvals, manifests, threads, users } from '../../db/schema/index.ts';
import { newId } from '../../lib/ids.ts';
import { addCampaign, addPeople, planFor } from '../../test/add-campaign.ts';
import { openTestWorkspace, type TestWorkspace } from '../../test/workspace.ts';
import { deleteCampaign } from '../campaigns/delete-campaign.ts';
import type { DraftPatch } from '../campaigns/draft.ts';
import type { Actor } from '../tenants/roles.ts';
import { approvalPart } from './approval-part.ts';
import { decideApproval } from './decide-approval.ts';
import { listWaiting } from './list-waiting.ts';
import { requestApproval } from './request-approval.ts';
import { voidApprovals } from './void-approvals.ts';

let ws: TestWorkspace;
let manager: Actor;
let approver: Actor;
beforeAll(async () => {
  ws = await openTestWorkspace({ approval: { secondPersonAboveMinor: 1_000_000 } });
  manager = await ws.person('manager');
  approver = await ws.person('approver');
});
afterAll(() => ws.close());

const prepare = (draft: DraftPatch = {}) =>
  ws.as(manager, async (ctx) => {
    const threadId = newId();
    await ctx.tx.insert(threads).values({ id: threadId, tenantId: ctx.tenant.id });
    return {
      campaignId: await addCampaign(ctx, draft),
      plan: planFor(await addPeople(ctx, { count: 2 })),
      threadId,
      toolCallId: 'call-1',
    };
  });
type Prepared = Awaited<ReturnType<typeof prepare>>;
const ask = (input: Prepared) => ws.as(manager, (ctx) => requestApproval(ctx, input));
const manifestsOf = (campaignId: string) =>
  ws.system((ctx) => ctx.tx.select().from(manifests).where(eq(manifests.campaignId, campaignId)));

describe('asking for an approval', () => {
  it('from the same tool call asks once, however often the call runs', async () => {
    const given = await prepare();
    const first = await ask(given);
    expect(await ask(given)).toEqual(first);
    expect(await manifestsOf(given.campaignId)).toHaveLength(1);
  });

  it('again for the same version answers the same approval, a test of it another one', async () => {
    const given = await prepare();
    const first = await ask(given);
    expect(await ask({ ...given, toolCallId: 'call-2' })).toEqual(first);
    const test = { kind: 'first_customer' } as const;
    const tested = await ws.as(manager, (ctx) =>
      requestApproval(ctx, { ...given, toolCallId: 'call-3', test }),
    );
    expect(tested).not.toEqual(first);
  });

  it('after an edit freezes anew, and the old tool call still answers its own', async () => {
    const given = await prepare();
    const first = await ask(given);
    await ws.as(manager, (ctx) => voidApprovals(ctx, { campaignId: given.campaignId, why: 'edited' }));
    const second = await ask({ ...given, toolCallId: 'call-2' });
    expect(second).not.toEqual(first);
    expect(await ask(given)).toEqual(first);
  });

  it.each([
    ['now', { kind: 'now' }, '2026-11-24T03:00:00.000Z'],
    ['in a week', { kind: 'at', at: '2026-11-28T03:00:00Z' }, '2026-11-24T03:00:00.000Z'],
    ['in an hour', { kind: 'at', at: '2026-11-21T04:00:00Z' }, '2026-11-21T04:00:00.000Z'],
    ['in a minute', { kind: 'at', at: '2026-11-21T03:01:00Z' }, '2026-11-21T03:15:00.000Z'],
  ] as const)(
    'of what goes out %s can be decided as long as that is still to come',
    async (_when, schedule, until) => {
      const given = await prepare({ schedule });
      const { approvalId } = await ask(given);
      expect((await ws.as(approver, (ctx) => approvalPart(ctx, approvalId))).expiresAt).toBe(until);
    },
  );

  it('asks anew when nobody decided in time', async () => {
    const given = await prepare();
    const first = await ask(given);
    await ws.system((ctx) =>
      ctx.tx.update(approvals).set({ expiresAt: ctx.now }).where(eq(approvals.id, first.approvalId)),
    );
    const second = await ask({ ...given, toolCallId: 'call-2' });
    expect(second).not.toEqual(first);
    expect((await ws.as(manager, (ctx) => approvalPart(ctx, first.approvalId))).status).toBe('expired');
  });
});

describe('the card', () => {
  it('shows what is decided on, and why a second person decides when the value is not known', async () => {
    const given = await prepare();
    const { approvalId } = await ask(given);
    expect(await ws.as(approver, (ctx) => approvalPart(ctx, approvalId))).toMatchObject({
      campaign: 'Renewals',
      version: 1,
      status: 'requested',
      recipients: 2,
      customers: 2,
      channels: { email: 2 },
      scheduleWords: 'as soon as it is approved',
      valueWords: 'not known for 2 customers',
      expiresAt: '2026-11-24T03:00:00.000Z',
      canDecide: true,
      policyWords:
        'Any approver or admin may decide, but neither who asked nor who wrote it, because part of the contracts’ value is not known, and above THB 10,000 a second person decides.',
    });
  });

  it('says so when nobody in the workspace may decide', async () => {
    const given = await prepare();
    const { approvalId } = await ask(given);
    await ws.system((ctx) => ctx.tx.update(users).set({ role: 'manager' }));
    const { policyWords, canDecide } = await ws.as(approver, (ctx) => approvalPart(ctx, approvalId));
    expect(policyWords).toContain('Nobody in this workspace is such a person');
    expect(canDecide).toBe(false);
  });
});

describe('what waits for a decision', () => {
  const waiting = (actor: Actor) =>
    ws.as(actor, async (ctx) =>
      (await listWaiting(ctx)).map(({ campaign, canDecide }) => [campaign, canDecide]),
    );

  it('is listed until it is decided, expires or is deleted, and says who may decide', async () => {
    const decider = await ws.person('approver');
    const named = (name: string) =>
      prepare({ name }).then(async (given) => ({ ...given, ...(await ask(given)) }));
    const [first, late, gone] = [await named('First'), await named('Late'), await named('Gone')];
    await ws.system(async (ctx) => {
      const over = { expiresAt: ctx.now };
      await ctx.tx.update(approvals).set(over).where(eq(approvals.id, late.approvalId));
      await deleteCampaign(ctx, gone.campaignId);
    });
    const names = (await waiting(decider)).map(([name]) => name);
    expect(names).toContain('First');
    expect(names).not.toContain('Late');
    expect(names).not.toContain('Gone');
    expect(await waiting(decider)).toContainEqual(['First', true]);
    expect(await waiting(manager)).toContainEqual(['First', false]);
    const { digest } = await ws.as(decider, (ctx) => approvalPart(ctx, first.approvalId));
    await ws.as(decider, (ctx) =>
      decideApproval(ctx, { approvalId: first.approvalId, digest, decision: 'reject' }),
    );
    expect((await waiting(decider)).map(([name]) => name)).not.toContain('First');
  });
});
