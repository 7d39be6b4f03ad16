// One of each kind of thing that an address of the API can be about, by the word before its id.
import { eq } from 'drizzle-orm';
import { giveStanding } from '../core/approval/decide-standing.ts';
import { requestApproval } from '../core/approval/request-approval.ts';
import { changeTree } from '../core/brands/change-tree.ts';
import { createCampaign } from '../core/campaigns/create-campaign.ts';
import type { DraftPatch } from '../core/campaigns/draft.ts';
import { saveTemplate } from '../core/campaigns/templates.ts';
import { proposeChange } from '../core/customers/changes/propose-change.ts';
import { mergeCustomers } from '../core/customers/merge/merge-customers.ts';
import { keepImage } from '../core/images/keep-image.ts';
import { saveAnswer } from '../core/replies/desk/saved-answers.ts';
import { receiveReply } from '../core/replies/receive-reply.ts';
import { createSegment } from '../core/segments/create-segment.ts';
import { createApiToken } from '../core/tenants/api-tokens.ts';
import { createThread } from '../core/threads/create-thread.ts';
import {
  conversations,
  customers,
  imports,
  messages,
  messageTemplates,
  reviewDecisions,
  shelfMessages,
  standinDeliveries,
  surfaceApps,
  surfaceLinks,
} from '../db/schema/index.ts';
import { newId } from '../lib/ids.ts';
import { addPeople, planFor } from './add-campaign.ts';
import { addCustomer } from './add-customer.ts';
import { addProofs } from './add-proofs.ts';
import { approveCampaign } from './approved-campaign.ts';
import { pngOf } from './picture.ts';
import { addAccount } from './recording-channels.ts';
import type { TestServer } from './server.ts';

const none = { created: 0, updated: 0, unchanged: 0, inReview: 0, flagged: 0, contacts: 0, consents: 0 };
/** The report of an import that did nothing. */
const NOTHING = { ...none, addresses: {}, unknown: {}, inferred: {}, reasons: {} };

/** `name` is in all that can be read of them. */
export async function makeOneOfEach(server: TestServer, name: string): Promise<Record<string, string>> {
  const ours: Record<string, string> = await server.system(async (ctx) => {
    const customerId = newId();
    await ctx.tx
      .insert(customers)
      .values({ id: customerId, tenantId: ctx.tenant.id, name, importKey: 'secret garden hotel' });
    const campaign = await createCampaign(ctx, { draft: { name, type: 'renewal' } });
    const thread = await createThread(ctx, { title: name });
    const people = await addPeople(ctx, { count: 1 });
    const plan = planFor(people);
    const { approvalId } = await requestApproval(ctx, { campaignId: campaign.id, plan });
    const { replyId } = await receiveReply(ctx, {
      channel: 'email',
      identifier: 'guest@example.com',
      message: `Yes from ${name}`,
      normalise: (_channel, address) => address,
    });
    const [conversation] = await ctx.tx.select().from(conversations);
    const saved = await saveAnswer(ctx, { name, language: 'en', text: name });
    const accounts = await addAccount(ctx);
    const segments = await createSegment(ctx, { name });
    const importId = newId();
    await ctx.tx.insert(imports).values({
      id: importId,
      tenantId: ctx.tenant.id,
      files: [name],
      report: NOTHING,
      createdBy: ctx.actor,
    });
    const template = await saveTemplate(ctx, { campaignId: campaign.id });
    const messageTemplateId = newId();
    await ctx.tx.insert(messageTemplates).values({
      ...{ id: messageTemplateId, tenantId: ctx.tenant.id, channel: 'whatsapp', name: 'secret' },
      ...{ language: 'en', category: 'utility', status: 'draft', body: name },
    });
    const note = { do: 'note' as const, text: name };
    const changes = await proposeChange(ctx, { customerId, steps: [note], why: name });
    return {
      accounts,
      changes,
      imports: importId,
      segments,
      images: await keepImage(ctx, { name: 'Ours', alternative: 'Ours alone', bytes: pngOf(3, 3) }),
      templates: template.id,
      'message-templates': messageTemplateId,
      campaigns: campaign.id,
      customers: customerId,
      contacts: people[0]!.contactId,
      threads: thread.id,
      approvals: approvalId,
      replies: replyId,
      conversations: conversation!.id,
      'saved-answers': saved.id,
    };
  });
  ours.merges = await mergeTwo(server, name);
  ours['review-decisions'] = await decideOne(server, name);
  ours['brand-changes'] = await changeOne(server, name);
  ours.outbox = (await deliverOne(server, name)).messageId;
  ours.tokens = await makeToken(server, name);
  Object.assign(ours, await addProofs(server, name));
  Object.assign(ours, await linkOne(server, name));
  ours['standing-approvals'] = await standOne(server, name);
  for (const kind of ['messages', 'in-app', 'tasks']) ours[kind] = ours.outbox;
  ours.users = (await server.person('viewer')).userId;
  return ours;
}

async function makeToken(server: TestServer, name: string): Promise<string> {
  const manager = await server.person('manager');
  return (await server.as(manager, (ctx) => createApiToken(ctx, { name }))).id;
}

async function standOne(server: TestServer, name: string): Promise<string> {
  const approver = await server.person('approver');
  const terms = { intents: ['question' as const], texts: { en: name }, maxPerDay: 1 };
  const expiresAt = '2026-12-01T00:00:00.000Z';
  return (await server.as(approver, (ctx) => giveStanding(ctx, { ...terms, expiresAt }))).id;
}

/** Somebody's account of another platform. */
async function linkOne(server: TestServer, name: string) {
  const { userId } = await server.person('manager');
  return server.system(async ({ tx, tenant }) => {
    const own = { tenantId: tenant.id };
    const [app] = await tx
      .insert(surfaceApps)
      .values({ ...own, surface: 'slack', name })
      .returning();
    const link = { ...own, appId: app!.id, externalId: name, userId, linkedBy: userId };
    const [linked] = await tx.insert(surfaceLinks).values(link).returning();
    return { surfaces: app!.id, 'surface-links': linked!.id };
  });
}

async function mergeTwo(server: TestServer, name: string): Promise<string> {
  const manager = await server.person('manager');
  return server.as(manager, async (ctx) => {
    const [keptId, mergedId] = [await addCustomer(ctx, {}), await addCustomer(ctx, {})];
    return mergeCustomers(ctx, { keptId, mergedId, why: name });
  });
}

const decideOne = (server: TestServer, _name: string) =>
  server.system(async (ctx) => {
    const id = newId();
    const own = { tenantId: ctx.tenant.id, actor: ctx.actor, at: ctx.now };
    await ctx.tx.insert(reviewDecisions).values({ id, ...own, decision: 'confirm', done: [] });
    return id;
  });

async function changeOne(server: TestServer, name: string): Promise<string> {
  const manager = await server.person('manager');
  const change = { do: 'add' as const, name, parentId: null, ownerGroup: null, aliases: [] };
  return (await server.as(manager, (ctx) => changeTree(ctx, change))).changeId;
}

type Delivered = { campaignId: string; approvalId: string; messageId: string };

/** A message of an approved campaign, which a stand-in has. */
export async function deliverOne(
  server: TestServer,
  name: string,
  draft: DraftPatch = {},
): Promise<Delivered> {
  const approver = await server.person('approver');
  return server.as(approver, async (ctx) => {
    const plan = planFor(await addPeople(ctx, { count: 1 }));
    const { campaignId, approvalId } = await approveCampaign(ctx, { draft: { name, ...draft }, plan });
    const [message] = await ctx.tx.select().from(messages).where(eq(messages.campaignId, campaignId));
    const { id: messageId, channel } = message!;
    const kept = { channel, messageId, address: 'guest@example.com', content: { text: name } };
    await ctx.tx.insert(standinDeliveries).values({ tenantId: ctx.tenant.id, ...kept });
    const waiting = ['in_app', 'task'].map((shelf) => ({ ...kept, tenantId: ctx.tenant.id, channel: shelf }));
    await ctx.tx.insert(shelfMessages).values(waiting);
    return { campaignId, approvalId, messageId };
  });
}
