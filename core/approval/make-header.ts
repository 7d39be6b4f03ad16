import { eq, sql } from 'drizzle-orm';
import { manifests } from '../../db/schema/index.ts';
import { newId } from '../../lib/ids.ts';
import type { Canary, TestMode } from '../campaigns/draft.ts';
import type { Campaign } from '../campaigns/read-campaign.ts';
import type { Ctx } from '../context.ts';
import { canaryWords } from './canary.ts';
import { readCapacity } from './capacity.ts';
import { type ContractFact, sumValue } from './contract-facts.ts';
import type { RowContent } from './digest.ts';
import type { ManifestHeader } from './header.ts';
import type { Plan } from './plan.ts';

export type HeaderInput = {
  campaign: Campaign;
  type: string;
  test: TestMode | null;
  plan: Plan;
  schedule: ManifestHeader['schedule'];
  contents: readonly RowContent[];
  facts: ReadonlyMap<string, ContractFact>;
  warnings: readonly string[];
  canary: Canary | null;
};

/** What is decided on beside the rows; settings are copied in, so that changing them later changes nothing frozen. */
export async function makeHeader(ctx: Ctx, input: HeaderInput): Promise<ManifestHeader> {
  const { campaign, type, plan, test, contents } = input;
  const { sender, timeZone, quietHours, frequencyCap } = ctx.tenant.settings;
  const budget = test ? null : campaign.draft.budget;
  const channels = countBy(contents.map(({ channel }) => channel));
  const capacity = await readCapacity(ctx, { channels, budget });
  if (capacity.refusal) throw capacity.refusal;
  return {
    format: 'refrain-manifest/1',
    manifestId: newId(),
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
    totals: {
      recipients: contents.length,
      customers: new Set(contents.map(({ customerId }) => customerId)).size,
      channels,
    },
    value: type === 'renewal' && !test ? sumValue([...input.facts.values()]) : null,
    costWords: capacity.costWords,
    // Of a test nobody needs to know whom it leaves out.
    excluded: test ? [] : plan.excluded,
    warnings: [
      ...(input.canary ? [canaryWords(input.canary)] : []),
      ...input.warnings,
      ...trackingWords(ctx, test),
      ...capacity.warnings,
      ...cautions(plan),
      ...(test ? [] : plan.notes),
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

const countBy = (words: readonly string[]): Record<string, number> =>
  Object.fromEntries([...Map.groupBy(words, (word) => word)].map(([word, all]) => [word, all.length]));

/** What the checks of the texts warned of, once each. */
const cautions = (plan: Plan): string[] => [
  ...new Set(plan.composed.flatMap(({ findings }) => findings.map(({ message }) => message))),
];

async function nextOccurrence(ctx: Ctx, campaignId: string): Promise<number> {
  const [last] = await ctx.tx
    .select({ occurrence: sql<number>`coalesce(max(${manifests.occurrence}), 0)::int` })
    .from(manifests)
    .where(eq(manifests.campaignId, campaignId));
  return (last?.occurrence ?? 0) + 1;
}
