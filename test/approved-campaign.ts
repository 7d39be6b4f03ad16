// A workspace in which campaigns are approved and dispatched, for tests of the delivery.
import { eq } from 'drizzle-orm';
import { approvalPart } from '../core/approval/approval-part.ts';
import { decideApproval } from '../core/approval/decide-approval.ts';
import type { PlanCampaign } from '../core/approval/plan.ts';
import { requestApproval } from '../core/approval/request-approval.ts';
import type { DraftPatch, TestMode } from '../core/campaigns/draft.ts';
import type { Ctx } from '../core/context.ts';
import { type DispatchDeps, dispatchTick } from '../core/delivery/dispatch-tick.ts';
import { messages } from '../db/schema/index.ts';
import { addCampaign, addPeople, planFor } from './add-campaign.ts';
import { addAccount, openRecordingChannels } from './recording-channels.ts';
import { openTestWorkspace, type TestWorkspace } from './workspace.ts';

type Given = Partial<Parameters<typeof addPeople>[1]> & {
  draft?: DraftPatch;
  test?: TestMode;
  plan?: PlanCampaign;
};

/** Writes, asks and approves, as one who may do it all. */
export async function approveCampaign(
  ctx: Ctx,
  { draft, ...asked }: { draft?: DraftPatch; test?: TestMode; plan: PlanCampaign },
) {
  const campaignId = await addCampaign(ctx, draft);
  const { approvalId } = await requestApproval(ctx, { campaignId, ...asked });
  const { digest } = await approvalPart(ctx, approvalId);
  await decideApproval(ctx, { approvalId, digest, decision: 'approve' });
  return { campaignId, approvalId, digest };
}

export const openDelivery = async (settings: unknown = {}) => deliveryIn(await openTestWorkspace(settings));

/** The same with a mailbox to answer from, and somebody at the desk. */
export async function openDesk() {
  const d = await openDelivery();
  await d.system((ctx) => addAccount(ctx));
  return { d, manager: await d.person('manager') };
}

export async function deliveryIn(ws: TestWorkspace) {
  const approver = await ws.person('approver');
  const recording = openRecordingChannels();

  /** Adds people who are written to, and approves that. */
  async function approve({ count = 1, draft, test, plan, ...people }: Given = {}) {
    return ws.as(approver, async (ctx) => {
      const added = await addPeople(ctx, { count, ...people });
      return {
        ...(await approveCampaign(ctx, { draft, test, plan: plan ?? planFor(added) })),
        people: added,
      };
    });
  }

  return {
    ...ws,
    ...recording,
    approver,
    approve,
    tick: (deps: Partial<DispatchDeps> = {}) =>
      dispatchTick({
        within: ws.within,
        tenantId: ws.tenant.id,
        senders: recording.senders,
        owner: 'a test',
        // All that is due, on a machine that does much else too.
        budgetMs: 60_000,
        ...deps,
      }),
    messagesOf: (campaignId: string) =>
      ws.system((ctx) => ctx.tx.select().from(messages).where(eq(messages.campaignId, campaignId))),
    /** What a test does to the rows behind the application's back. */
    meddle: (statement: string, values: unknown[] = []) => ws.database.pool.query(statement, values),
  };
}

export type Delivery = Awaited<ReturnType<typeof openDelivery>>;
