import { newId } from '../../lib/ids.ts';
import { oneAhead } from '../../lib/one-ahead.ts';
import type { TestMode } from '../campaigns/draft.ts';
import { type Campaign, lockCampaign } from '../campaigns/read-campaign.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';
import { demandFeature, demandSends } from '../tenants/tiers.ts';
import { readAuthor } from './campaign-status.ts';
import { canaryOf } from './canary.ts';
import { openFreezing } from './freeze-page.ts';
import type { ManifestHeader } from './header.ts';
import { makeHeader } from './make-header.ts';
import type { Plan, PlanCampaign, PlanPage } from './plan.ts';
import { planCampaign } from './plan-campaign.ts';
import { refuseEmpty, refuseErrors, refuseState } from './refusals.ts';
import { storeManifest } from './store-manifest.ts';

export type FreezeInput = { campaignId: string; test?: TestMode | undefined; plan?: PlanCampaign };
export type Frozen = {
  manifestId: string;
  digest: string;
  header: ManifestHeader;
  authorId: string | null;
  /** The first moment still to come at which something is to go out; null when all of it goes out at once. */
  startsAt: Date | null;
};

/**
 * Freezes the campaign's version as it stands: who, what, where and when, message by message, under one digest. Page by
 * page, in one transaction: what was interrupted leaves nothing behind. A test is an occurrence of its own. Refuses
 * `campaign:state`, `campaign:content` (a message that must not go out) and `campaign:no_recipients`, naming why, and
 * `tier:limit`.
 */
export async function freezeCampaign(ctx: Ctx, input: FreezeInput): Promise<Frozen> {
  demand(ctx.actor, 'request');
  const campaign = await lockCampaign(ctx, input.campaignId);
  const test = input.test ?? null;
  refuseState(campaign, test);
  const { id, draft } = campaign;
  if (draft.offer?.code) demandFeature(ctx, 'offers');
  return freeze(ctx, { campaign, test, plan: (input.plan ?? planCampaign)(ctx, { id, draft, test }) });
}

type Freezing = { campaign: Campaign; plan: Plan; test: TestMode | null };

async function freeze(ctx: Ctx, { campaign, plan, test }: Freezing): Promise<Frozen> {
  const manifestId = newId();
  const schedule = test ? ({ kind: 'now' } as const) : campaign.draft.schedule;
  const freezing = await openFreezing(ctx, { campaign, test, manifestId, schedule });
  // While the database keeps a page, the next one is written.
  for await (const page of oneAhead(test?.kind === 'first_customer' ? firstCustomer(plan) : plan.pages))
    await freezing.add(page);
  const { wrong, ...frozen } = freezing.frozen;
  const { recipients } = frozen.totals;
  refuseErrors(wrong);
  refuseEmpty({ recipients, excluded: frozen.excluded, notes: plan.notes });
  if (!test) await demandSends(ctx, recipients);
  const canary = test ? null : canaryOf(ctx, { draft: campaign.draft, recipients });
  const notes = { times: freezing.warnings(), plan: plan.notes };
  const header = await makeHeader(ctx, { ...frozen, manifestId, campaign, test, schedule, canary, notes });
  const digest = await storeManifest(ctx, header);
  const authorId = await readAuthor(ctx, campaign);
  return { manifestId, digest, header, authorId, startsAt: schedule.kind === 'now' ? null : frozen.startsAt };
}

async function* firstCustomer({ pages }: Plan): AsyncGenerator<PlanPage> {
  for await (const page of pages) {
    const first = page.composed[0]?.recipient.customerId;
    yield { ...page, composed: page.composed.filter(({ recipient }) => recipient.customerId === first) };
    if (first) return;
  }
}
