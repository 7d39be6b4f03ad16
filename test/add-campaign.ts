// A campaign whose audience and texts are given, for tests of what happens after them.
import type { Plan, PlanCampaign } from '../core/approval/plan.ts';
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

/** The plan that writes one text to each of these people. */
export const planFor =
  (people: readonly TestRecipient[], more: Partial<Plan> = {}): PlanCampaign =>
  async (ctx) => ({
    composed: people.map(({ customerId, contactId, address, channel, timeZone, purpose }) => ({
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
    })),
    excluded: [],
    notes: [],
    ...more,
  });
