import type { TestMode } from '../campaigns/draft.ts';
import { type Campaign, lockCampaign } from '../campaigns/read-campaign.ts';
import { campaignType } from '../content/find-type.ts';
import { keepShortLinks } from '../content/links/keep-short-links.ts';
import type { Ctx } from '../context.ts';
import { reserveCodes } from '../offers/reserve-codes.ts';
import { demand } from '../tenants/roles.ts';
import { demandSends } from '../tenants/tiers.ts';
import { readAuthor } from './campaign-status.ts';
import { canaryOf } from './canary.ts';
import { type ContractFact, readContractFacts } from './contract-facts.ts';
import type { RowContent } from './digest.ts';
import type { ManifestHeader } from './header.ts';
import { makeHeader } from './make-header.ts';
import { placesOf } from './places-of.ts';
import type { Plan, PlanCampaign, PlannedMessage } from './plan.ts';
import { planCampaign } from './plan-campaign.ts';
import { planTimes } from './plan-times.ts';
import { refuseEmpty, refuseErrors, refuseState } from './refusals.ts';
import { storeManifest } from './store-manifest.ts';
import { trackPlan } from './track-plan.ts';
import { dropWritten } from './written-already.ts';

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
 * Freezes the campaign's version as it stands: who, what, where and when, message by message, under one digest. A
 * test is an occurrence of its own. Refuses `campaign:state`, `campaign:content` (a message that must not go out)
 * and `campaign:no_recipients`, naming why.
 */
export async function freezeCampaign(ctx: Ctx, input: FreezeInput): Promise<Frozen> {
  demand(ctx.actor, 'request');
  const campaign = await lockCampaign(ctx, input.campaignId);
  const test = input.test ?? null;
  refuseState(campaign, test);
  const { draft } = campaign;
  const planned = await (input.plan ?? planCampaign)(ctx, { id: campaign.id, draft, test });
  const plan = test
    ? narrow(planned, test)
    : await dropWritten(ctx, { campaignId: campaign.id, plan: planned });
  refuseErrors(plan);
  refuseEmpty(plan);
  if (!test) await demandSends(ctx, plan.composed.length);
  return freeze(ctx, { campaign, plan, test });
}

function narrow(plan: Plan, test: TestMode): Plan {
  if (test.kind !== 'first_customer') return plan;
  const first = plan.composed[0]?.recipient.customerId;
  return { ...plan, composed: plan.composed.filter(({ recipient }) => recipient.customerId === first) };
}

type Freezing = { campaign: Campaign; plan: Plan; test: TestMode | null };

async function freeze(ctx: Ctx, { campaign, plan: written, test }: Freezing): Promise<Frozen> {
  // A tester's own opening says nothing.
  const plan = test ? written : trackPlan(ctx, { campaignId: campaign.id, plan: written });
  const { type } = campaign.draft;
  const { dropsWhenRenewed = false } = await campaignType(ctx, type);
  const customerIds = new Set(plan.composed.map(({ recipient }) => recipient.customerId));
  const facts = await readContractFacts(ctx, [...customerIds]);
  const schedule = test ? ({ kind: 'now' } as const) : campaign.draft.schedule;
  const { times, warnings } = await timesOf(ctx, { schedule, plan, test });
  const contents = plan.composed.map((message, at) =>
    toContent(message, { plannedAt: times[at] ?? ctx.now, dropsWhenRenewed, facts, test }),
  );
  const canary = test ? null : canaryOf(ctx, { draft: campaign.draft, recipients: contents.length });
  const header = await makeHeader(ctx, {
    ...{ campaign, type, test, plan, schedule, contents, facts, warnings, canary },
  });
  const digest = await storeManifest(ctx, { header, contents });
  const terms = campaign.draft.offer?.code;
  // A tester's code is none that anybody can redeem.
  if (terms && test?.kind !== 'address')
    await reserveCodes(ctx, { campaignId: campaign.id, terms, recipients: contents });
  await keepShortLinks(ctx, { campaignId: campaign.id, links: plan.shortLinks ?? [] });
  const startsAt = schedule.kind === 'now' ? null : earliest(times.filter((at) => at > ctx.now));
  return {
    manifestId: header.manifestId,
    digest,
    header,
    authorId: await readAuthor(ctx, campaign),
    startsAt,
  };
}

const earliest = (times: readonly Date[]): Date | null =>
  times.reduce<Date | null>((first, at) => (first && first <= at ? first : at), null);

type Timing = { schedule: ManifestHeader['schedule']; plan: Plan; test: TestMode | null };

/** A tester's own address has no quiet hours: they are waiting for it. */
async function timesOf(ctx: Ctx, { schedule, plan, test }: Timing) {
  if (test?.kind === 'address') return { times: plan.composed.map(() => ctx.now), warnings: [] };
  const recipients = plan.composed.map(({ recipient }) => recipient);
  return planTimes(ctx, { schedule, places: await placesOf(ctx, recipients) });
}

/** Whoever asks for a test at their own address is not a contact: the claim knows such rows by this basis. */
const TO_TESTER = { purpose: 'service', basis: 'test', since: null } as const;

type Framed = {
  plannedAt: Date;
  dropsWhenRenewed: boolean;
  facts: ReadonlyMap<string, ContractFact>;
  test: TestMode | null;
};

function toContent({ recipient, rendered, fallbacks }: PlannedMessage, framed: Framed): RowContent {
  const { customerId, contactId, channel, address, addressHash } = recipient;
  const { purpose, basis, since } = framed.test?.kind === 'address' ? TO_TESTER : recipient.consent;
  const contractEnd = framed.dropsWhenRenewed ? framed.facts.get(customerId)?.endsOn : null;
  return {
    customerId,
    contactId,
    channel,
    address,
    addressHash,
    plannedAt: framed.plannedAt.toISOString(),
    rendered,
    consent: { purpose, basis, since, ...(contractEnd ? { contractEnd } : {}) },
    ...(fallbacks?.length && !framed.test ? { fallbacks } : {}),
  };
}
