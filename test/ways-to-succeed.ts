// What an address of the API needs before it can answer with success: a thing in the right state, or a file.
import { eq } from 'drizzle-orm';
import type { InjectOptions } from 'fastify';
import { approvalPart } from '../core/approval/approval-part.ts';
import { requestApproval } from '../core/approval/request-approval.ts';
import { createCampaign } from '../core/campaigns/create-campaign.ts';
import { receiveReply } from '../core/replies/receive-reply.ts';
import { triageReply } from '../core/replies/triage-reply.ts';
import { channelAccounts, passkeys } from '../db/schema/index.ts';
import { addTotp } from './access-kit.ts';
import { addCampaign, addPeople, planFor } from './add-campaign.ts';
import { addCustomer } from './add-customer.ts';
import { CONTENT_CASES } from './content-cases.ts';
import { doubting } from './doubt-kit.ts';
import { deliverOne } from './one-of-each.ts';
import { pngOf } from './picture.ts';
import type { TestServer, Voice } from './server.ts';
import { META_ACCOUNT } from './vendors/meta.ts';

export type Way = Partial<Pick<InjectOptions, 'payload' | 'headers'>> & { url?: string };
/** `voice`: whose request it will be. */
export type Ways = Record<string, (voice: Voice) => Way | Promise<Way>>;

/** Those that are shown to succeed by other tests, which have what they need: a code, a key, a platform, a file in doubt. */
export const ELSEWHERE: Record<string, string> = {
  'POST /api/v1/totp/confirmation': 'test/access-kit.ts',
  'POST /api/v1/passkeys': 'routes/second-proof.test.ts',
  'POST /api/v1/elevation': 'routes/second-proof.test.ts',
  'POST /api/v1/surfaces': 'test/slack-team.ts',
  'POST /api/v1/surface-links': 'test/slack-team.ts',
  'POST /api/v1/reviews': 'routes/imports.test.ts',
  'POST /api/v1/imports': 'routes/import-runs.test.ts',
  'POST /api/v1/imports/{id}/start': 'routes/import-runs.test.ts',
  'POST /api/v1/imports/{id}/cancel': 'routes/import-runs.test.ts',
  'POST /api/v1/messages/{id}/resolve': 'routes/unknown.test.ts',
  'POST /api/v1/replies/triage': 'routes/triage.test.ts',
  'POST /api/v1/replies/{id}/held-back': 'routes/held-back.test.ts',
};

type Session = { id: string; isThis: boolean };

export function waysToSucceed(server: TestServer, ours: Record<string, string>, admin: Voice): Ways {
  const SECRET = 'Found';
  const draft = () =>
    server.system((ctx) => createCampaign(ctx, { draft: { name: SECRET, type: 'renewal' } }));
  const approved = (patch = {}) => deliverOne(server, SECRET, patch);
  const campaign = async (rest: string, id: Promise<string>) => ({
    url: `/api/v1/campaigns/${await id}${rest}`,
  });
  const running = async () => (await approved()).campaignId;
  /** The reply of somebody we know, by their address. */
  const reply = (message: string) =>
    server.system(async (ctx) => {
      const [person] = await addPeople(ctx, { count: 1 });
      const { address: identifier, contactId } = person!;
      const told = { channel: 'email', identifier, message, normalise: (_: string, text: string) => text };
      return { ...(await receiveReply(ctx, told)), contactId };
    });
  const asked = () =>
    server.system(async (ctx) => {
      const campaignId = await addCampaign(ctx);
      const plan = planFor(await addPeople(ctx, { count: 1 }));
      const { approvalId } = await requestApproval(ctx, { campaignId, plan });
      const { digest } = await approvalPart(ctx, approvalId);
      return { campaignId, approvalId, payload: { decision: 'approve', digest } };
    });
  /** A campaign that was changed once, with somebody who is meant by it. */
  const changed = async () => {
    const { id } = await draft();
    await admin.send({ method: 'PATCH', url: `/api/v1/campaigns/${id}`, payload: { name: 'Before' } });
    return id;
  };
  const png = { payload: pngOf(3, 3), headers: { 'content-type': 'image/png' } };
  const customerId = ours.customers;
  const byHand = { subject: 'By hand', body: 'Good day, please answer us about your contract.' };
  /** The message of a draft to somebody of whom everything is known. */
  const written = async () => {
    const people = {
      ...CONTENT_CASES.complete,
      contacts: [{ name: 'Reader', at: { email: 'reader@example.com' } }],
    };
    const filter = { op: 'contains', field: 'name', text: people.name };
    const of = await server.system((ctx) => addCustomer(ctx, people));
    const draft = { name: 'By hand', type: 'renewal', channels: ['email'], filter };
    const { id } = (await admin.post('/api/v1/campaigns', draft)).json<{ id: string }>();
    const { contacts } = (await admin.get(`/api/v1/customers/${of}`)).json<{ contacts: { id: string }[] }>();
    return `/api/v1/campaigns/${id}/messages/${contacts[0]!.id}`;
  };
  /** A number whose provider takes templates. */
  const addNumber = async () => {
    const settings = { ...META_ACCOUNT, businessAccountId: '506540352242922' };
    const account = { channel: 'whatsapp', provider: 'cloud-api', name: 'Ours', settings };
    const { statusCode, body } = await admin.post('/api/v1/accounts', account);
    if (statusCode !== 201 && statusCode !== 409) throw new Error(body);
  };
  return {
    'GET /api/v1/in-app': () => ({ url: '/api/v1/in-app?to=somebody' }),
    'GET /api/v1/widget/identity': async () => {
      const payload = { widget: { isEnabled: true, origins: ['https://crm.example.com'] } };
      await admin.send({ method: 'PATCH', url: '/api/v1/settings', payload });
      return {};
    },
    'GET /api/v1/approvals/{id}/proof': async () => ({
      url: `/api/v1/approvals/${(await approved()).approvalId}/proof`,
    }),
    'POST /api/v1/delegations': async () => ({
      payload: { delegateId: (await server.person('admin')).userId, endsAt: '2026-12-01T00:00:00.000Z' },
    }),
    'POST /api/v1/workspace/end': () => ({ payload: { confirm: server.tenant.slug } }),
    'POST /api/v1/campaigns/{id}/restore': () => campaign('/restore', changed()),
    'GET /api/v1/campaigns/{id}/versions/{from}/diff/{to}': () => campaign('/versions/1/diff/2', changed()),
    'POST /api/v1/campaigns/{id}/exclusions': async () => ({
      ...(await campaign('/exclusions', changed())),
      payload: { customerId },
    }),
    'POST /api/v1/campaigns/{id}/pause': () => campaign('/pause', running()),
    'POST /api/v1/campaigns/{id}/resume': async () => {
      const id = await running();
      await admin.post(`/api/v1/campaigns/${id}/pause`, {});
      return campaign('/resume', Promise.resolve(id));
    },
    'POST /api/v1/campaigns/{id}/budget': async () => {
      const budget = { minor: 100, currency: 'EUR' };
      const price = { price: { minor: 1, currency: 'EUR' } };
      await server.system(({ tx }) => tx.update(channelAccounts).set(price));
      const { campaignId } = await approved({ budget });
      return {
        url: `/api/v1/campaigns/${campaignId}/budget`,
        payload: { budget: { ...budget, minor: 200 } },
      };
    },
    'PATCH /api/v1/campaigns/{id}': () => campaign('', changed()),
    'DELETE /api/v1/campaigns/{id}/writing': () => campaign('/writing', changed()),
    'POST /api/v1/approvals/{id}': async () => {
      const { approvalId, payload } = await asked();
      return { url: `/api/v1/approvals/${approvalId}`, payload };
    },
    'POST /api/v1/campaigns/{id}/approval': async () => {
      const { campaignId, payload } = await asked();
      return { url: `/api/v1/campaigns/${campaignId}/approval`, payload };
    },
    'POST /api/v1/targeting/audience/why': () => ({ payload: { filter: { all: [] }, customerId } }),
    'POST /api/v1/templates': async () => ({ payload: { campaignId: (await draft()).id } }),
    'POST /api/v1/segments/{id}/restore': async () => {
      const made = await admin.post('/api/v1/segments', { name: 'Gone again' });
      const url = `/api/v1/segments/${made.json<{ id: string }>().id}`;
      await admin.send({ method: 'DELETE', url });
      return { url: `${url}/restore` };
    },
    'POST /api/v1/customers/{id}/merges': async () => ({
      payload: { mergedId: await server.system((ctx) => addCustomer(ctx, {})), why: 'One house' },
    }),
    'POST /api/v1/customers/import': () => ({
      url: '/api/v1/customers/import?name=one.csv',
      payload: 'Name,City,Country\nRiver House,Bangkok,Thailand',
      headers: { 'content-type': 'text/csv' },
    }),
    'POST /api/v1/images': () => ({ ...png, url: '/api/v1/images?name=Grey&alternative=Grey' }),
    'PUT /api/v1/images/{id}/file': () => png,
    'POST /api/v1/replies/{id}/answer': async () => ({
      url: `/api/v1/replies/${(await reply('When does it end?')).replyId}/answer`,
    }),
    'POST /api/v1/replies/{id}/contact': async () => {
      const { replyId, contactId } = await reply('It was me');
      return { url: `/api/v1/replies/${replyId}/contact`, payload: { contactId } };
    },
    'POST /api/v1/replies/{id}/opt-in': async () => ({
      url: `/api/v1/replies/${(await reply('START')).replyId}/opt-in`,
    }),
    'POST /api/v1/replies/{id}/doubt': async () => {
      const { replyId } = await reply('So much post from you');
      const { within, tenant } = server;
      await triageReply({ within, tenantId: tenant.id, triager: doubting }, { replyId });
      return { url: `/api/v1/replies/${replyId}/doubt` };
    },
    'PUT /api/v1/roles/{id}': () => ({ payload: { name: 'Other', base: 'viewer', rights: ['read'] } }),
    'DELETE /api/v1/imports/{id}': async () => {
      const headers = { 'content-type': 'application/octet-stream' };
      const kept = await admin.post('/api/v1/imports?name=one.csv', 'Name\nRiver House', { headers });
      return { url: `/api/v1/imports/${kept.json<{ importId: string }>().importId}` };
    },
    'DELETE /api/v1/sessions/{id}': async () => {
      await server.withLink(admin.userId);
      const { sessions } = (await admin.get('/api/v1/sessions')).json<{ sessions: Session[] }>();
      return { url: `/api/v1/sessions/${sessions.find(({ isThis }) => !isThis)!.id}` };
    },
    'DELETE /api/v1/passkeys/{id}': async () => {
      const theirs = eq(passkeys.id, ours.passkeys!);
      await server.system(({ tx }) => tx.update(passkeys).set({ userId: admin.userId }).where(theirs));
      return {};
    },
    'DELETE /api/v1/totp': async (voice) => {
      await addTotp(voice);
      return {};
    },
    'PUT /api/v1/campaigns/{id}/messages/{contactId}': async () => ({
      url: await written(),
      payload: byHand,
    }),
    'DELETE /api/v1/campaigns/{id}/messages/{contactId}': async () => {
      const url = await written();
      await admin.send({ method: 'PUT', url, payload: byHand });
      return { url };
    },
    'POST /api/v1/message-templates/{id}/submission': async () => {
      await addNumber();
      const template = { name: 'handed_in', language: 'en', category: 'utility', body: 'Hello.' };
      const { id } = (await admin.post('/api/v1/message-templates', template)).json<{ id: string }>();
      return { url: `/api/v1/message-templates/${id}/submission` };
    },
    'DELETE /api/v1/campaign-types/{key}': () => ({ url: '/api/v1/campaign-types/mine' }),
  };
}
