// Walks every address that answers and changes nothing: whatever tells of several people is counted as such.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approvalPart } from '../core/approval/approval-part.ts';
import { decideApproval } from '../core/approval/decide-approval.ts';
import { requestApproval } from '../core/approval/request-approval.ts';
import { createReadingLog } from '../core/audit/reading-log.ts';
import { searchAudit } from '../core/audit/search-audit.ts';
import { addNote } from '../core/customers/add-note.ts';
import { receiveReply } from '../core/replies/receive-reply.ts';
import { createSegment } from '../core/segments/create-segment.ts';
import { customers, messages, shelfMessages, standinDeliveries } from '../db/schema/index.ts';
import { addCampaign, addPeople, planFor, type TestRecipient } from '../test/add-campaign.ts';
import { BODIES } from '../test/api-bodies.ts';
import { openTestServer, type TestServer, type Voice } from '../test/server.ts';
import { peopleIn } from './log-reading.ts';

let server: TestServer;
let voice: Voice;
let people: TestRecipient[];
let ids: Record<string, string>;
beforeAll(async () => {
  server = await openTestServer();
  voice = await server.signIn('admin');
  const approver = await server.person('approver');
  ids = await server.as(approver, async (ctx) => {
    people = await addPeople(ctx, { count: 3 });
    for (const [at, { customerId, address: identifier }] of people.entries()) {
      const normalise = (_: string, one: string) => one;
      await receiveReply(ctx, { channel: 'email', identifier, message: `Yes, from Zebra${at}`, normalise });
      await addNote(ctx, { customerId, text: `Zebra${at}` });
    }
    const filter = { all: [] };
    const campaigns = await addCampaign(ctx, { filter });
    const { approvalId: approvals } = await requestApproval(ctx, {
      campaignId: campaigns,
      plan: planFor(people),
    });
    const { digest } = await approvalPart(ctx, approvals);
    await decideApproval(ctx, { approvalId: approvals, digest, decision: 'approve' });
    for (const { id: messageId } of await ctx.tx.select().from(messages)) {
      const kept = {
        tenantId: ctx.tenant.id,
        messageId,
        address: people[0]!.address,
        content: { text: 'Hello' },
      };
      await ctx.tx.insert(standinDeliveries).values({ ...kept, channel: 'email' });
      await ctx.tx.insert(shelfMessages).values(['in_app', 'task'].map((channel) => ({ ...kept, channel })));
    }
    const segments = await createSegment(ctx, { name: 'All', filter });
    return { campaigns, approvals, segments, customers: people[0]!.customerId };
  });
});
afterAll(() => server.close());

/** The questions of the API, and the writing ones that only look. */
async function* questions() {
  const { paths } = (await server.anonymous.get('/openapi.json')).json<{ paths: Record<string, object> }>();
  for (const [path, verbs] of Object.entries(paths)) {
    const [, , , kind = ''] = path.split('/');
    const url = path.replace('{id}', ids[kind] ?? ids.campaigns!).replace('{customerId}', ids.customers!);
    if ('get' in verbs) yield { name: `GET ${path}`, answer: await voice.get(url) };
    if (/\/targeting\/|\/audience|preview/.test(path) && 'post' in verbs)
      yield { name: `POST ${path}`, answer: await voice.post(url, BODIES[`POST ${path}`] ?? {}) };
  }
}

/** It leaves as a file, which is in the log each time. */
const FILES = ['GET /api/v1/approvals/{id}/proof'];

describe('reading in bulk', () => {
  it('is seen in every answer that tells of several people', async () => {
    const names = (await server.system(({ tx }) => tx.select().from(customers))).map(({ name }) => name);
    const marks = people.map(({ address }, at) => [address, `Zebra${at}`, names[at]!]);
    const told: string[] = [];
    for await (const { name, answer } of questions()) {
      const isJson = String(answer.headers['content-type']).startsWith('application/json');
      const several = marks.filter((one) => one.some((mark) => answer.body.includes(mark))).length;
      if (!isJson || several < 2 || FILES.includes(name)) continue;
      told.push(name);
      expect(peopleIn(answer.json()), name).toBeGreaterThanOrEqual(several);
    }
    for (const list of [
      'customers',
      'replies',
      'conversations',
      'outbox',
      'tasks',
      'segments/{id}/customers',
    ])
      expect(told).toContain(`GET /api/v1/${list}`);
  });

  const noted = async (userId: string) => {
    const admin = await server.person('admin');
    const { events } = await server.as(admin, (ctx) =>
      searchAudit(ctx, { userId, action: 'people.read', limit: 50 }),
    );
    return events.map(({ subject, data }) => [subject, data.people]).reverse();
  };

  it('is in the log, whoever reads, once it is more than looking something up', async () => {
    const reader = await server.signIn('viewer');
    for (let page = 1; page <= 8; page += 1) await reader.get('/api/v1/customers');
    await reader.get(`/api/v1/customers/${ids.customers}`);
    expect(await noted(reader.userId)).toEqual([]);
    await reader.get('/api/v1/customers');
    await reader.get('/api/v1/replies');
    expect(await noted(reader.userId)).toEqual([['GET /api/v1/customers', 27]]);
  });

  it('is in the log again by tens, of each list and each day for itself', async () => {
    const actor = await server.person('analyst');
    const log = createReadingLog(server.within);
    const read = (list: string, count: number, day = 21) =>
      log({
        tenantId: server.tenant.id,
        actor,
        list,
        people: count,
        now: new Date(`2026-11-${day}T03:00:00Z`),
      });
    for (let page = 0; page < 30; page += 1) await read('a', 100);
    await read('b', 24);
    await read('a', 25, 22);
    expect(await noted(actor.userId)).toEqual([
      ['a', 100],
      ['a', 300],
      ['a', 2500],
      ['a', 25],
    ]);
  });
});
