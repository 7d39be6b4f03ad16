import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approvalPart } from '../core/approval/approval-part.ts';
import { decideApproval } from '../core/approval/decide-approval.ts';
import { requestApproval } from '../core/approval/request-approval.ts';
import { type Unsubscribe, unsubscribeToken } from '../core/content/unsubscribe.ts';
import { addresses, messages, suppressions } from '../db/schema/index.ts';
import { newId } from '../lib/ids.ts';
import { addCampaign, addPeople, planFor } from '../test/add-campaign.ts';
import { openTestServer, type TestServer } from '../test/server.ts';
import { TEST_KEYS } from '../test/workspace.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

/** Somebody a message of an approved campaign is queued for, and the link in it. */
async function queued(changes: Partial<Unsubscribe> = {}) {
  const approver = await server.person('approver');
  const contactId = await server.as(approver, async (ctx) => {
    const people = await addPeople(ctx, { count: 1 });
    const campaignId = await addCampaign(ctx);
    const { approvalId } = await requestApproval(ctx, { campaignId, plan: planFor(people) });
    const { digest } = await approvalPart(ctx, approvalId);
    await decideApproval(ctx, { approvalId, digest, decision: 'approve' });
    return people[0]!.contactId;
  });
  const what = {
    tenantId: server.tenant.id,
    contactId,
    purpose: 'marketing',
    isTest: false,
    ...changes,
  } as const;
  return { contactId, url: `/u/${unsubscribeToken(TEST_KEYS, what)}` };
}

const statusOf = async (contactId: string) => {
  const rows = await server.system((ctx) =>
    ctx.tx.select().from(messages).where(eq(messages.contactId, contactId)),
  );
  return rows.map(({ status }) => status);
};
const oneClick = (url: string, type = 'application/x-www-form-urlencoded') =>
  server.anonymous.post(url, 'List-Unsubscribe=One-Click', { headers: { 'content-type': type } });

describe('the link in a message', () => {
  it('only asks when it is opened, however often a scanner does', async () => {
    const { contactId, url } = await queued();
    for (let times = 0; times < 3; times += 1) {
      const page = await server.anonymous.get(url);
      expect([page.statusCode, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
      expect(page.body).toContain('Stop all messages');
      expect(page.body).toContain('<form method="post"');
    }
    expect((await server.app.inject({ method: 'HEAD', url })).statusCode).toBe(200);
    expect(await statusOf(contactId)).toEqual(['queued']);
  });

  it.each(['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain'])(
    'stops everything at one click of a mail program (%s), twice as once',
    async (type) => {
      const { contactId, url } = await queued();
      for (const _time of [1, 2]) {
        const done = await oneClick(url, type);
        expect([done.statusCode, done.body]).toEqual([200, expect.stringContaining('no more messages')]);
      }
      expect(await statusOf(contactId)).toEqual(['dropped']);
    },
  );

  it('stops without any body', async () => {
    const { contactId, url } = await queued();
    expect((await server.anonymous.post(url)).statusCode).toBe(200);
    expect(await statusOf(contactId)).toEqual(['dropped']);
  });

  it('stops news and offers only where the person chose that', async () => {
    const { contactId, url } = await queued();
    const done = await server.anonymous.post(`${url}?only=marketing`);
    expect(done.body).toContain('Messages about your contract still are');
    expect(await statusOf(contactId)).toEqual(['queued']);
    const kept = await server.system((ctx) => ctx.tx.select().from(suppressions));
    expect(kept.map(({ scope }) => scope)).toContain('marketing');
    expect((await server.anonymous.get((await queued({ purpose: 'service' })).url)).body).not.toContain(
      'only=',
    );
  });

  it('stops the address that was written to, also when the contact has another one by now, or none', async () => {
    const { contactId, url } = await queued();
    const [old] = await server.system((ctx) =>
      ctx.tx.select().from(addresses).where(eq(addresses.contactId, contactId)),
    );
    await server.system((ctx) => ctx.tx.delete(addresses).where(eq(addresses.contactId, contactId)));
    expect((await oneClick(url)).body).toContain('no more messages');
    const kept = await server.system((ctx) => ctx.tx.select().from(suppressions));
    expect(kept.map(({ addressHash }) => addressHash)).toContain(old!.hash);
  });

  it('does nothing for a tester, and says so', async () => {
    const { contactId, url } = await queued({ isTest: true });
    expect((await oneClick(url)).body).toContain('This was a test');
    expect(await statusOf(contactId)).toEqual(['queued']);
  });

  it('is refused when it was altered or never given out, without telling which', async () => {
    const { contactId, url } = await queued();
    const altered = url.replace(/.$/, (sign) => (sign === 'A' ? 'B' : 'A'));
    const answers = await Promise.all([altered, `${url}A`, '/u/nonsense'].map((bad) => oneClick(bad)));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404]);
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect(await statusOf(contactId)).toEqual(['queued']);
    const nobody = await oneClick((await queued({ contactId: newId() })).url);
    expect(nobody.body).toContain('nothing to stop');
  });
});
