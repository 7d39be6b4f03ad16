import { eq, sql } from 'drizzle-orm';
import { manifests } from '../../db/schema/index.ts';
import type { Canary, TestMode } from '../campaigns/draft.ts';
import type { Campaign } from '../campaigns/read-campaign.ts';
import type { Ctx } from '../context.ts';
import { canaryWords } from './canary.ts';
import { readCapacity } from './capacity.ts';
import type { Frozen } from './freeze-page.ts';
import type { ManifestHeader } from './header.ts';

type HeaderInput = Omit<Frozen, 'wrong' | 'startsAt'> & {
  manifestId: string;
  campaign: Campaign;
  test: TestMode | null;
  schedule: ManifestHeader['schedule'];
  canary: Canary | null;
  /** What is to be said of the planned times, and of the plan. */
  notes: { times: readonly string[]; plan: readonly string[] };
};

/** What is decided on beside the rows; settings are copied in, so that changing them later changes nothing frozen. */
export async function makeHeader(ctx: Ctx, input: HeaderInput): Promise<ManifestHeader> {
  const { campaign, test, totals } = input;
  const { type } = campaign.draft;
  const { sender, timeZone, quietHours, frequencyCap } = ctx.tenant.settings;
  const budget = test ? null : campaign.draft.budget;
  const capacity = await readCapacity(ctx, { channels: totals.channels, budget });
  if (capacity.refusal) throw capacity.refusal;
  return {
    format: 'refrain-manifest/1',
    manifestId: input.manifestId,
    tenantId: ctx.tenant.id,
    campaignId: campaign.id,
    campaign: campaign.name,
    type,
    version: campaign.version,
    occurrence: test ? await nextOccurrence(ctx, campaign.id) : 0,
    kind: test ? 'test' : 'campaign',
    test,
    frozenAt: ctx.now.toISOString(),
    frozenBy: ctx.actor.kind === 'person' ? ctx.actor.userId : null,
    schedule: input.schedule,
    sender: { name: sender.company, email: sender.email },
    timeZone,
    quietHours,
    ...(campaign.draft.repeat && !test ? { repeat: campaign.draft.repeat } : {}),
    ...(input.canary ? { canary: input.canary } : {}),
    ...(budget ? { budget } : {}),
    frequencyCap,
    totals,
    value: type === 'renewal' && !test ? input.value : null,
    costWords: capacity.costWords,
    // Of a test nobody needs to know whom it leaves out.
    excluded: test ? [] : input.excluded,
    ...(input.htmlFrame ? { htmlFrame: [...input.htmlFrame] } : {}),
    warnings: [
      ...(input.canary ? [canaryWords(input.canary)] : []),
      ...input.notes.times,
      ...trackingWords(ctx, test),
      ...capacity.warnings,
      ...input.cautions,
      ...(test ? [] : input.notes.plan),
    ],
  };
}

function trackingWords(ctx: Ctx, test: TestMode | null): string[] {
  const { opens, clicks, conversions } = ctx.tenant.settings.tracking;
  if (test || !(opens || clicks)) return [];
  const what = opens && clicks ? 'opens and clicks' : opens ? 'opens' : 'clicks';
  const led = clicks && conversions ? ' The pages that they lead to learn who clicked.' : '';
  return [`The e-mails tell us of ${what}.${led}`];
}

async function nextOccurrence(ctx: Ctx, campaignId: string): Promise<number> {
  const [last] = await ctx.tx
    .select({ occurrence: sql<number>`coalesce(max(${manifests.occurrence}), 0)::int` })
    .from(manifests)
    .where(eq(manifests.campaignId, campaignId));
  return (last?.occurrence ?? 0) + 1;
}
