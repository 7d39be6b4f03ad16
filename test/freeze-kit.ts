// Campaigns that an approver freezes, and the rows of what was frozen.
import { freezeCampaign } from '../core/approval/freeze-campaign.ts';
import type { PlanPage } from '../core/approval/plan.ts';
import type { DraftPatch } from '../core/campaigns/draft.ts';
import { manifestRows } from '../db/schema/index.ts';
import { addCampaign, addPeople, planFor, type TestRecipient } from './add-campaign.ts';
import type { TestWorkspace } from './workspace.ts';

type Given = { people: TestRecipient[]; draft?: DraftPatch; more?: Partial<PlanPage> & { size?: number } };

export type FreezeKit = Awaited<ReturnType<typeof freezeKit>>;

export async function freezeKit(ws: TestWorkspace) {
  const approver = await ws.person('approver');
  const freeze = ({ people, draft, more }: Given) =>
    ws.as(approver, async (ctx) =>
      freezeCampaign(ctx, { campaignId: await addCampaign(ctx, draft), plan: planFor(people, more) }),
    );
  const people = (given: Parameters<typeof addPeople>[1]) => ws.as(approver, (ctx) => addPeople(ctx, given));
  const rowsOf = (manifestId: string) =>
    ws.system(async (ctx) =>
      (await ctx.tx.select().from(manifestRows)).filter((row) => row.manifestId === manifestId),
    );
  /** When each of these is due, in their order. */
  const timesOf = async (manifestId: string, all: readonly TestRecipient[]) => {
    const rows = await rowsOf(manifestId);
    return all.map(({ contactId }) =>
      rows.find((row) => row.contactId === contactId)?.plannedAt.toISOString(),
    );
  };
  return { approver, freeze, people, rowsOf, timesOf };
}
