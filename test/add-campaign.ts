// A campaign whose audience and texts are given, for tests of what happens after them.
import type { Plan, PlanCampaign, PlannedMessage, PlanPage } from '../core/approval/plan.ts';
import { type DraftPatch, draftSchema } from '../core/campaigns/draft.ts';
import type { Ctx } from '../core/context.ts';
import { campaigns, campaignVersions } from '../db/schema/index.ts';
import { newId } from '../lib/ids.ts';
import { addCustomer, testHash } from './add-customer.ts';

export type TestRecipient = {
  customerId: string;
  contactId: string;
  address: string;
  channel: string;
  timeZone: string | null;
  purpose: 'service' | 'marketing';
};

/** Writes a campaign with its first version, as its author would. */
export async function addCampaign(ctx: Ctx, patch: DraftPatch = {}): Promise<string> {
  const draft = draftSchema.parse({ name: 'Renewals', type: 'renewal', ...patch });
  const [id, tenantId] = [newId(), ctx.tenant.id];
  const createdBy = ctx.actor.kind === 'person' ? ctx.actor.userId : null;
  await ctx.tx.insert(campaigns).values({ id, tenantId, name: draft.name, type: draft.type, createdBy });
  await ctx.tx
    .insert(campaignVersions)
    .values({ tenantId, campaignId: id, version: 1, draft, change: 'created', createdBy });
  return id;
}

type People = {
  count: number;
  channel?: string;
  timeZone?: string | null;
  purpose?: 'service' | 'marketing';
};

/** Customers with one contact each, who consented where they need to. */
export async function addPeople(ctx: Ctx, people: People): Promise<TestRecipient[]> {
  const { count, channel = 'email', timeZone = 'Asia/Bangkok', purpose = 'service' } = people;
  const added: TestRecipient[] = [];
  for (let at = 0; at < count; at += 1) {
    const contactId = newId();
    const address = `${contactId}@example.com`;
    const consent = purpose === 'marketing' ? [channel] : [];
    const customerId = await addCustomer(ctx, {
      timeZone,
      contacts: [{ id: contactId, at: { [channel]: address }, consent }],
    });
    added.push({ customerId, contactId, address, channel, timeZone, purpose });
  }
  return added;
}

/** The plan that writes one text to each of these people, `size` of them on a page. */
export const planFor =
  (
    people: readonly TestRecipient[],
    {
      notes = [],
      size = people.length,
      ...more
    }: Partial<PlanPage & Pick<Plan, 'notes'>> & { size?: number } = {},
  ): PlanCampaign =>
  (ctx) => ({
    pages: Array.from({ length: Math.ceil(people.length / size) || 1 }, (_, at) => ({
      composed: people.slice(at * size, (at + 1) * size).map((person) => messageTo(ctx, person)),
      excluded: [],
      ...more,
    })),
    notes,
  });

const messageTo = (
  ctx: Ctx,
  { customerId, contactId, address, channel, timeZone, purpose }: TestRecipient,
): PlannedMessage => ({
  recipient: {
    customerId,
    contactId,
    contactName: null,
    role: 'general_manager',
    isRequiredRole: true,
    channel,
    address,
    addressHash: testHash(ctx, address),
    language: null,
    timeZone,
    consent: { purpose, basis: purpose === 'service' ? 'contract' : 'consent', since: null },
  },
  rendered: {
    subject: 'Your contract',
    text: `Good day ${contactId}, your zones: Lobby & Bar – “สวัสดี”.`,
  },
  findings: [],
});

/** The plan with each of its messages changed. */
export const changing =
  (plan: PlanCampaign, change: (message: PlannedMessage, at: number) => PlannedMessage): PlanCampaign =>
  (ctx, campaign) => {
    const { pages, notes } = plan(ctx, campaign);
    return { pages: changed(pages, change), notes };
  };

async function* changed(
  pages: Plan['pages'],
  change: (message: PlannedMessage, at: number) => PlannedMessage,
) {
  let at = 0;
  for await (const page of pages)
    yield { ...page, composed: page.composed.map((message) => change(message, at++)) };
}

/** All pages of a plan as one. */
export async function readPlan({ pages, notes }: Plan): Promise<PlanPage & Pick<Plan, 'notes'>> {
  const whole: PlanPage = { composed: [], excluded: [], shortLinks: [] };
  for await (const { composed, excluded, shortLinks = [] } of pages) {
    whole.composed.push(...composed);
    whole.excluded.push(...excluded);
    whole.shortLinks!.push(...shortLinks);
  }
  return { ...whole, notes };
}
