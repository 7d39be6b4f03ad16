import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approvalPart } from '../core/approval/approval-part.ts';
import { decideApproval } from '../core/approval/decide-approval.ts';
import { requestApproval } from '../core/approval/request-approval.ts';
import { resolveAudience } from '../core/audience/resolve-audience.ts';
import { createCampaign } from '../core/campaigns/create-campaign.ts';
import type { TestMode } from '../core/campaigns/draft.ts';
import { reportCampaign } from '../core/reports/campaign-report.ts';
import { messages, receipts, tenants } from '../db/schema/index.ts';
import { addCampaign, addPeople, changing, planFor } from '../test/add-campaign.ts';
import { addCustomer } from '../test/add-customer.ts';
import { openTestServer, type TestServer } from '../test/server.ts';

const TARGET = `https://shop.example.com/${'far/'.repeat(60)}?a=1&b=2`;
const BROWSER = { 'user-agent': 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Safari' };

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

const choose = (tracking: object, more: object = {}) =>
  server.database.owner
    .update(tenants)
    .set({ settings: { tracking, ...more } })
    .where(eq(tenants.id, server.tenant.id));

/** A mail with one link that was handed over a minute ago: what it carries, and what the approver read. */
async function mailed() {
  const approver = await server.person('approver');
  const frozen = await server.as(approver, async (ctx) => {
    const people = await addPeople(ctx, { count: 1 });
    const html = `<body><a href="${TARGET.replace('&', '&amp;')}">here</a></body>`;
    const plan = changing(planFor(people), (one) => ({ ...one, rendered: { ...one.rendered, html } }));
    const campaignId = await addCampaign(ctx);
    const { approvalId } = await requestApproval(ctx, { campaignId, plan });
    const part = await approvalPart(ctx, approvalId);
    await decideApproval(ctx, { approvalId, digest: part.digest, decision: 'approve' });
    return { ...people[0]!, campaignId, warnings: part.warnings };
  });
  const { rows } = await server.database.pool.query<{ html: string; id: string }>(
    `update messages m set status = 'submitted', attempts = 1, submitted_at = '2026-11-21T02:59:00Z'
     from manifest_rows r where r.id = m.manifest_row_id and m.campaign_id = $1
     returning r.rendered ->> 'html' as html, m.id`,
    [frozen.campaignId],
  );
  const { html, id } = rows[0]!;
  const path = (of: string) => new RegExp(`http://[^/"]+(/${of}/[^"]+)"`).exec(html)?.[1] ?? '';
  return { ...frozen, id, html, link: path('l'), picture: path('o') };
}
const get = (url: string, headers: Record<string, string> = BROWSER) =>
  server.anonymous.get(url, { headers });
const message = async (id: string) =>
  (await server.system((ctx) => ctx.tx.select().from(messages).where(eq(messages.id, id))))[0]!;
const did = async (field: string, campaignId: string) =>
  server.system(async (ctx) => {
    const { customers } = await resolveAudience(ctx, {
      filter: { op: 'did', field, campaignId },
      excludedCustomerIds: [],
    });
    return customers.map(({ id }) => id);
  });

describe('the links of an e-mail', () => {
  it('are as they were written where the workspace did not choose otherwise', async () => {
    const { html, warnings } = await mailed();
    expect(html).toBe(`<body><a href="${TARGET.replace('&', '&amp;')}">here</a></body>`);
    expect(warnings.join(' ')).not.toContain('tell us');
  });

  it('lead where they say, and tell once who clicked; the approver was told that they do', async () => {
    await choose({ clicks: true, opens: true });
    const { id, link, campaignId, customerId, warnings } = await mailed();
    expect(warnings).toContain('The e-mails tell us of opens and clicks.');
    for (let times = 0; times < 3; times += 1) {
      const answer = await get(link);
      expect([answer.statusCode, answer.headers.location]).toEqual([302, TARGET]);
    }
    expect(await message(id)).toMatchObject({ status: 'read' });
    expect(await did('clicked_link', campaignId)).toEqual([customerId]);
    expect(await did('opened_message', campaignId)).toEqual([customerId]);
    const told = await server.system((ctx) =>
      ctx.tx.select().from(receipts).where(eq(receipts.messageId, id)),
    );
    expect(told.map(({ kind }) => kind)).toEqual(['clicked']);
  });

  it('count no machine that looks ahead, also when the person comes after it', async () => {
    const { id, link, picture, campaignId, customerId } = await mailed();
    await get(link, { 'user-agent': 'Mozilla/5.0 (compatible; Proofpoint)' });
    await get(picture, { ...BROWSER, 'sec-purpose': 'prefetch' });
    await server.app.inject({ method: 'HEAD', url: link, headers: BROWSER });
    expect(await message(id)).toMatchObject({ status: 'submitted' });
    expect(await did('clicked_link', campaignId)).toEqual([]);
    const opened = await get(picture);
    expect([opened.statusCode, opened.headers['content-type']]).toEqual([200, 'image/gif']);
    expect(await did('opened_message', campaignId)).toEqual([customerId]);
    expect(await did('clicked_link', campaignId)).toEqual([]);
  });

  it('lead nowhere else, whatever is put into them, and say nothing of anybody', async () => {
    const { id, link } = await mailed();
    const [, , token] = link.split('/');
    const elsewhere = Buffer.from('https://evil.example.com/').toString('base64url');
    for (const url of [`/l/${token}/${elsewhere}`, link.replace('/l/', '/l/A'), '/l/x/y', `${link}eHh4`]) {
      const answer = await get(url);
      expect([answer.statusCode, answer.headers.location]).toEqual([404, undefined]);
    }
    expect((await get('/o/nothing.gif')).statusCode).toBe(404);
    expect(await message(id)).toMatchObject({ status: 'submitted' });
  });
});

describe('the short links of an SMS', () => {
  const PAGE = 'https://www.example.com/offers/renewal-2027?from=sms';
  const links = { allowed: ['https://www.example.com'] };

  /** A campaign by SMS that was approved and handed over, and what its reader got. */
  async function texted(test?: TestMode) {
    const approver = await server.person('approver');
    const { campaignId, warnings } = await server.as(approver, async (ctx) => {
      const contact = { at: { sms: `+668${String(++texts).padStart(8, '1')}` } };
      const name = `Texted ${texts}`;
      await addCustomer(ctx, { name, units: ['Lobby'], contacts: [contact] });
      const filter = { op: 'contains', field: 'name', text: name } as const;
      const draft = { name, type: 'followup', filter, channels: ['sms'], link: PAGE };
      const { id } = await createCampaign(ctx, { draft });
      const { approvalId } = await requestApproval(ctx, { campaignId: id, test });
      const part = await approvalPart(ctx, approvalId);
      await decideApproval(ctx, { approvalId, digest: part.digest, decision: 'approve' });
      return { campaignId: id, warnings: part.warnings };
    });
    const { rows } = await server.database.pool.query<{ text: string; id: string }>(
      `update messages m set status = 'submitted', attempts = 1, submitted_at = '2026-11-21T02:59:00Z'
       from manifest_rows r where r.id = m.manifest_row_id and m.campaign_id = $1
       returning r.rendered ->> 'text' as text, m.id`,
      [campaignId],
    );
    const { text, id } = rows[0]!;
    return { id, text, campaignId, warnings, path: /\/s\/\w+/.exec(text)?.[0] ?? '' };
  }
  let texts = 0;

  it('lead where the campaign does, and note a click only where the workspace wants to know', async () => {
    await choose({}, { links });
    const first = await texted();
    expect(first.text).not.toContain('www.example.com');
    const answer = await get(first.path);
    expect([answer.statusCode, answer.headers.location]).toEqual([302, PAGE]);
    expect(await did('clicked_link', first.campaignId)).toEqual([]);
    await choose({ clicks: true }, { links });
    const second = await texted();
    expect(second.warnings.join(' ')).toContain(`${PAGE}, and tell us who opens them`);
    for (let times = 0; times < 2; times += 1) await get(second.path);
    expect(await did('clicked_link', second.campaignId)).toHaveLength(1);
    expect(second.path).not.toBe(first.path);
  });

  it('of a test lead there and say nothing of the contact', async () => {
    await choose({ clicks: true }, { links });
    const { id, path } = await texted({ kind: 'address', channel: 'sms', address: '+66811112222' });
    expect((await get(path)).headers.location).toBe(PAGE);
    expect(await message(id)).toMatchObject({ status: 'submitted' });
  });

  it('have the domain that the workspace set, and are as they were written where it wants that', async () => {
    await choose({}, { links: { ...links, short: { domain: 'https://go.example.com' } } });
    expect((await texted()).text).toMatch(/https:\/\/go\.example\.com\/s\/\w{10}\b/);
    await choose({}, { links: { ...links, short: { isOn: false } } });
    expect((await texted()).text).toContain(PAGE);
  });

  it('that nobody sent lead nowhere', async () => {
    for (const code of ['AAAAAAAAAA', '..%2f..', "'; drop table short_links; --"])
      expect((await get(`/s/${encodeURIComponent(code)}`)).statusCode).toBe(404);
  });
});

describe('what people did elsewhere', () => {
  const reported = async (campaignId: string) =>
    (await server.system((ctx) => reportCampaign(ctx, campaignId))).outcomes;

  it('is told by the page that a click led to, once for each order, where the workspace wants it', async () => {
    await choose({ clicks: true, conversions: true });
    const { campaignId, link, warnings } = await mailed();
    expect(warnings).toContain(
      'The e-mails tell us of clicks. The pages that they lead to learn who clicked.',
    );
    const led = new URL((await get(link)).headers.location as string);
    expect(led.href.startsWith(TARGET)).toBe(true);
    const pixel = (query: string) => get(`/v/${led.searchParams.get('rfr')}.gif${query}`);
    for (const query of ['?order=7&minor=4900&currency=EUR', '?order=7&minor=1&currency=EUR', '?order=8'])
      expect((await pixel(query)).statusCode).toBe(200);
    expect(await reported(campaignId)).toEqual([
      { kind: 'converted', count: 1, valueMinor: 4900, currency: 'EUR' },
      { kind: 'converted', count: 1, valueMinor: null, currency: null },
    ]);
    await choose({ clicks: true });
    await pixel('?order=9');
    expect(await reported(campaignId)).toHaveLength(2);
    expect((await get(link)).headers.location).toBe(TARGET);
    expect((await get(`/v/${link.split('/')[2]}.gif`)).statusCode).toBe(404);
  });

  it('is asked of nobody whose browser says that others are not to be told (GPC)', async () => {
    await choose({ clicks: true, conversions: true });
    const { campaignId, link } = await mailed();
    const asked = { ...BROWSER, 'sec-gpc': '1' };
    expect((await get(link, asked)).headers.location).toBe(TARGET);
    const led = new URL((await get(link)).headers.location as string);
    const pixel = `/v/${led.searchParams.get('rfr')}.gif`;
    expect((await get(pixel, asked)).statusCode).toBe(200);
    expect(await reported(campaignId)).toEqual([]);
    await get(pixel, { ...BROWSER, 'sec-gpc': '0' });
    expect(await reported(campaignId)).toHaveLength(1);
  });

  it('is told by the API, by message or address, as often as you like', async () => {
    await choose({});
    const { campaignId, id, address } = await mailed();
    const session = await server.signIn('manager');
    const tell = async (body: object) => {
      const answer = await session.post('/api/v1/conversions', body);
      return answer.json().outcome ?? answer.json().error?.code ?? answer.json().code;
    };
    const value = { minor: 500, currency: 'THB' };
    expect(await tell({ externalId: 'o1', messageId: id, value })).toBe('recorded');
    expect(await tell({ externalId: 'o1', messageId: id, value })).toBe('duplicate');
    expect(await tell({ externalId: 'o2', channel: 'email', address: address.toUpperCase() })).toBe(
      'recorded',
    );
    expect(await tell({ externalId: 'o3', channel: 'email', address: 'nobody@example.com' })).toBe(
      'no_message',
    );
    expect(await tell({ externalId: 'o4', messageId: id, at: '2026-11-20T00:00:00Z' })).toBe('no_message');
    expect((await session.post('/api/v1/conversions', { externalId: 'o5' })).statusCode).toBe(400);
    expect(await reported(campaignId)).toMatchObject([
      { kind: 'converted', count: 1, valueMinor: 500 },
      { kind: 'converted', count: 1, valueMinor: null },
    ]);
  });
});
