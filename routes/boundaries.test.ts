// Walks every address of the API: as nobody, as a viewer, and as somebody of another workspace.
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approvalPart } from '../core/approval/approval-part.ts';
import { decideApproval } from '../core/approval/decide-approval.ts';
import { giveStanding } from '../core/approval/decide-standing.ts';
import { requestApproval } from '../core/approval/request-approval.ts';
import { changeTree } from '../core/brands/change-tree.ts';
import { createCampaign } from '../core/campaigns/create-campaign.ts';
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
import { addCampaign, addPeople, planFor } from '../test/add-campaign.ts';
import { addCustomer } from '../test/add-customer.ts';
import { addProofs } from '../test/add-proofs.ts';
import { BODIES } from '../test/api-bodies.ts';
import { pngOf } from '../test/picture.ts';
import { addAccount } from '../test/recording-channels.ts';
import { openTestServer, type TestServer, type Voice } from '../test/server.ts';

const SECRET = 'Secret Garden Hotel';
const draft = { name: SECRET, type: 'renewal' };

const none = { created: 0, updated: 0, unchanged: 0, inReview: 0, flagged: 0, contacts: 0, consents: 0 };
/** The report of an import that did nothing. */
const NOTHING = { ...none, addresses: {}, unknown: {}, inferred: {}, reasons: {} };

/** Whoever does it is not signed in any more, or has other proofs. */
const LAST = [
  'POST /api/v1/sign-out',
  'DELETE /api/v1/elevation',
  'DELETE /api/v1/totp',
  'PUT /api/v1/password',
];
const SIGN_OUT = 'POST /api/v1/sign-out';
/** What everybody may do: it is about themselves, changes nothing, or asks the agent, which acts with their rights. */
const OWN = [
  SIGN_OUT,
  'POST /api/v1/tokens',
  'PUT /api/v1/password',
  'POST /api/v1/totp',
  'POST /api/v1/totp/confirmation',
  'DELETE /api/v1/totp',
  'POST /api/v1/passkeys/options',
  'POST /api/v1/passkeys',
  'DELETE /api/v1/passkeys/{id}',
  'POST /api/v1/elevation/options',
  'POST /api/v1/elevation',
  'DELETE /api/v1/elevation',
  'DELETE /api/v1/sessions/{id}',
  'DELETE /api/v1/sessions',
  'DELETE /api/v1/delegations/{id}',
  'DELETE /api/v1/tokens/{id}',
  'POST /api/v1/surface-links/code',
  'DELETE /api/v1/surface-links/{id}',
  'POST /api/v1/chat',
  'POST /api/v1/replies/triage',
  'POST /api/v1/audience',
  'POST /api/v1/content/generate',
  'POST /api/v1/ai/suggest-segment',
  'POST /api/v1/ai/optimize-segment',
  'POST /api/v1/ai/generate-campaign',
];
/** Counting and explaining: reads, by whoever may read, although a filter comes in a body. */
const isOwn = (name: string) =>
  OWN.includes(name) || name.startsWith('POST /api/v1/targeting/') || name.endsWith('/segments/preview');

type Address = { name: string; method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'; path: string };
let server: TestServer;
let addresses: Address[];
/** What the first workspace has, by the first word of the address. */
let ours: Record<string, string>;

beforeAll(async () => {
  server = await openTestServer();
  const { paths } = (await server.anonymous.get('/openapi.json')).json();
  addresses = Object.entries(paths as Record<string, object>)
    .flatMap(([path, item]) =>
      Object.keys(item).map((verb) => ({ path, method: verb.toUpperCase() as Address['method'] })),
    )
    .map((address) => ({ ...address, name: `${address.method} ${address.path}` }))
    .filter(({ path }) => !/\/(health|ready)$/.test(path));
  ours = await server.system(async (ctx) => {
    const customerId = newId();
    await ctx.tx
      .insert(customers)
      .values({ id: customerId, tenantId: ctx.tenant.id, name: SECRET, importKey: 'secret garden hotel' });
    const campaign = await createCampaign(ctx, { draft });
    const thread = await createThread(ctx, { title: SECRET });
    const people = await addPeople(ctx, { count: 1 });
    const plan = planFor(people);
    const { approvalId } = await requestApproval(ctx, { campaignId: campaign.id, plan });
    const { replyId } = await receiveReply(ctx, {
      channel: 'email',
      identifier: 'guest@example.com',
      message: `Yes from ${SECRET}`,
      normalise: (_channel, address) => address,
    });
    const [conversation] = await ctx.tx.select().from(conversations);
    const saved = await saveAnswer(ctx, { name: SECRET, language: 'en', text: SECRET });
    const accounts = await addAccount(ctx);
    const segments = await createSegment(ctx, { name: SECRET });
    const importId = newId();
    await ctx.tx.insert(imports).values({
      id: importId,
      tenantId: ctx.tenant.id,
      files: [SECRET],
      report: NOTHING,
      createdBy: ctx.actor,
    });
    const template = await saveTemplate(ctx, { campaignId: campaign.id });
    const messageTemplateId = newId();
    await ctx.tx.insert(messageTemplates).values({
      ...{ id: messageTemplateId, tenantId: ctx.tenant.id, channel: 'whatsapp', name: 'secret' },
      ...{ language: 'en', category: 'utility', status: 'draft', body: SECRET },
    });
    const note = { do: 'note' as const, text: SECRET };
    const changes = await proposeChange(ctx, { customerId, steps: [note], why: SECRET });
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
  ours.merges = await mergeTwo();
  ours['review-decisions'] = await decideOne();
  ours['brand-changes'] = await changeOne();
  ours.outbox = await deliverOne();
  ours.tokens = await makeToken();
  Object.assign(ours, await addProofs(server, SECRET));
  Object.assign(ours, await linkOne());
  ours['standing-approvals'] = await standOne();
  for (const kind of ['messages', 'in-app', 'tasks']) ours[kind] = ours.outbox;
  ours.users = (await server.person('viewer')).userId;
});
afterAll(() => server.close());

async function makeToken(): Promise<string> {
  const manager = await server.person('manager');
  return (await server.as(manager, (ctx) => createApiToken(ctx, { name: SECRET }))).id;
}

async function standOne(): Promise<string> {
  const approver = await server.person('approver');
  const terms = { intents: ['question' as const], texts: { en: SECRET }, maxPerDay: 1 };
  const expiresAt = '2026-12-01T00:00:00.000Z';
  return (await server.as(approver, (ctx) => giveStanding(ctx, { ...terms, expiresAt }))).id;
}

/** Somebody's account of another platform. */
async function linkOne() {
  const { userId } = await server.person('manager');
  return server.system(async ({ tx, tenant }) => {
    const own = { tenantId: tenant.id };
    const [app] = await tx
      .insert(surfaceApps)
      .values({ ...own, surface: 'slack', name: SECRET })
      .returning();
    const link = { ...own, appId: app!.id, externalId: SECRET, userId, linkedBy: userId };
    const [linked] = await tx.insert(surfaceLinks).values(link).returning();
    return { surfaces: app!.id, 'surface-links': linked!.id };
  });
}

async function mergeTwo(): Promise<string> {
  const manager = await server.person('manager');
  return server.as(manager, async (ctx) => {
    const [keptId, mergedId] = [await addCustomer(ctx, {}), await addCustomer(ctx, {})];
    return mergeCustomers(ctx, { keptId, mergedId, why: SECRET });
  });
}

const decideOne = () =>
  server.system(async (ctx) => {
    const id = newId();
    const own = { tenantId: ctx.tenant.id, actor: ctx.actor, at: ctx.now };
    await ctx.tx.insert(reviewDecisions).values({ id, ...own, decision: 'confirm', done: [] });
    return id;
  });

async function changeOne(): Promise<string> {
  const manager = await server.person('manager');
  const change = { do: 'add' as const, name: SECRET, parentId: null, ownerGroup: null, aliases: [] };
  return (await server.as(manager, (ctx) => changeTree(ctx, change))).changeId;
}

/** A message that a stand-in has. */
async function deliverOne(): Promise<string> {
  const approver = await server.person('approver');
  return server.as(approver, async (ctx) => {
    const campaignId = await addCampaign(ctx, { name: SECRET });
    const plan = planFor(await addPeople(ctx, { count: 1 }));
    const { approvalId } = await requestApproval(ctx, { campaignId, plan });
    const { digest } = await approvalPart(ctx, approvalId);
    await decideApproval(ctx, { approvalId, digest, decision: 'approve' });
    const [message] = await ctx.tx.select().from(messages).where(eq(messages.campaignId, campaignId));
    const { id: messageId, channel } = message!;
    const kept = { channel, messageId, address: 'guest@example.com', content: { text: SECRET } };
    await ctx.tx.insert(standinDeliveries).values({ tenantId: ctx.tenant.id, ...kept });
    const waiting = ['in_app', 'task'].map((shelf) => ({ ...kept, tenantId: ctx.tenant.id, channel: shelf }));
    await ctx.tx.insert(shelfMessages).values(waiting);
    return messageId;
  });
}

const ask = (voice: Voice, { name, method, path }: Address) => {
  const [, , , kind = ''] = path.split('/');
  const url = path
    .replace('{id}', ours[kind] ?? newId())
    .replace('{customerId}', ours.customers ?? newId())
    .replace('{contactId}', newId());
  const payload = BODIES[name];
  return voice.send({ method, url, ...(payload ? { payload } : {}) });
};

describe('every address of the API', () => {
  it('is known to these tests', () => {
    expect(addresses.length).toBeGreaterThan(15);
    const writing = addresses.filter(({ method }) => ['POST', 'PATCH', 'PUT'].includes(method));
    expect(writing.map(({ name }) => name).sort()).toEqual(Object.keys(BODIES).sort());
    const kinds = addresses.filter(({ path }) => path.includes('{id}')).map(({ path }) => path.split('/')[3]);
    expect([...new Set(kinds)].sort()).toEqual(Object.keys(ours).sort());
  });

  it('answers nobody', async () => {
    for (const address of addresses) {
      const answer = await ask(server.anonymous, address);
      expect([address.name, answer.statusCode, answer.json().error.code]).toEqual([
        address.name,
        401,
        'auth:required',
      ]);
    }
  });

  it('lets a viewer look and change nothing', async () => {
    const viewer = await server.signIn('viewer');
    for (const address of addresses.filter(({ method, name }) => method !== 'GET' && !isOwn(name))) {
      const answer = await ask(viewer, address);
      expect([address.name, answer.statusCode, answer.json().error.code]).toEqual([
        address.name,
        403,
        'auth:forbidden',
      ]);
    }
  });

  it('knows nothing of another workspace, not even for its admin', async () => {
    const { voice: lasting } = await server.neighbour('admin');
    const { voice: leaving } = await server.neighbour('admin');
    for (const address of addresses) {
      const answer = await ask(LAST.includes(address.name) ? leaving : lasting, address);
      expect([address.name, answer.body]).toEqual([address.name, expect.not.stringContaining(SECRET)]);
      if (!address.path.includes('{id}')) continue;
      expect([address.name, answer.statusCode]).toEqual([address.name, 404]);
    }
    const unchanged = await (await server.signIn('viewer')).get(`/api/v1/campaigns/${ours.campaigns}`);
    expect(unchanged.json()).toMatchObject({ name: SECRET, version: 1 });
  });
});
