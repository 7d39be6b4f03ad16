import { firstOf } from '../core/audience/shown-audience.ts';
import { draftParts } from '../core/campaigns/draft-parts.ts';
import { planPart } from '../core/campaigns/plan-part.ts';
import { type Campaign, readCampaign } from '../core/campaigns/read-campaign.ts';
import type { Ctx } from '../core/context.ts';
import type { AudiencePart, PreviewPart } from '../core/parts.ts';
import { readingOnce } from '../core/reading-once.ts';
import { audienceSummary, previewSummary } from './audience-summary.ts';
import type { ToolAnswer } from './define.ts';

/** What every tool that makes or changes a draft answers: the campaign as it now stands, whole. */
export const draftAnswer = async (ctx: Ctx, campaignId: string): Promise<ToolAnswer> =>
  campaignAnswer(ctx, await readCampaign(ctx, campaignId));

/** A change of a draft, and how it stands then; `isVoid` where somebody had been asked for approval, or had given it. */
export async function changedAnswer(
  ctx: Ctx,
  campaignId: string,
  change: () => Promise<unknown>,
): Promise<ToolAnswer> {
  const { status } = await readCampaign(ctx, campaignId);
  await change();
  const { forModel, ...answer } = await draftAnswer(ctx, campaignId);
  return {
    ...answer,
    forModel: { ...(forModel as object), ...(status === 'draft' ? {} : { isVoid: true }) },
  };
}

/** The same of one that is read already. */
export async function campaignAnswer(ctx: Ctx, campaign: Campaign): Promise<ToolAnswer> {
  const { audience, preview } = await draftParts(readingOnce(ctx), campaign);
  return { forModel: summary(campaign, { audience, preview }), parts: [firstOf(audience), preview] };
}

type Planned = { campaign: Campaign; assumed: string[]; unused: string[] };

/** The same, with what is proposed beside it. */
export async function planAnswer(ctx: Ctx, { campaign, assumed, unused }: Planned): Promise<ToolAnswer> {
  const reading = readingOnce(ctx);
  const seen = await draftParts(reading, campaign);
  const { audience, preview } = seen;
  const plan = await planPart(reading, campaign, { ...seen, assumed, unused });
  const { content, questions } = plan;
  const proposed = {
    subjects: content.reduce((sum, { subjects }) => sum + subjects.length, 0),
    callsToAction: content.reduce((sum, { callsToAction }) => sum + callsToAction.length, 0),
    questions: questions.length,
  };
  return {
    forModel: { ...summary(campaign, { audience, preview }), proposed },
    parts: [plan, firstOf(audience), preview],
  };
}

type Seen = { audience: AudiencePart; preview: PreviewPart };

const summary = ({ id, version, type, status, draft }: Campaign, { audience, preview }: Seen) => ({
  campaignId: id,
  version,
  type,
  status,
  schedule: draft.schedule,
  tone: draft.tone,
  ...audienceSummary(audience),
  ...previewSummary(preview),
});
