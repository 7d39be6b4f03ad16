// Programs that are told: a real server on this machine stands for one, and the open internet is pretended.
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'drizzle-orm';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { webhookDeliveries, webhookEndpoints } from '../../db/schema/index.ts';
import { createWebhookPost } from '../../lib/post-webhook.ts';
import { openTestWorkspace, type TestWorkspace } from '../../test/workspace.ts';
import { recordAudit } from '../audit/record.ts';
import { changeTier } from '../tenants/change-tier.ts';
import type { Actor } from '../tenants/roles.ts';
import { deliverWebhooks } from './deliver-webhooks.ts';
import { addWebhook, listDeliveries, newWebhook, removeWebhook, replayWebhook } from './endpoints.ts';

type Heard = { path: string; headers: IncomingHttpHeaders; body: string };

let ws: TestWorkspace;
let admin: Actor;
const heard: Heard[] = [];
let status = 200;
const server = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk) => (body += chunk));
  request.on('end', () => {
    heard.push({ path: request.url!, headers: request.headers, body });
    response.writeHead(status, { location: '/elsewhere' }).end('thanks');
  });
});
let base: string;
const post = createWebhookPost({ isPublic: () => true, isPlain: () => true });

beforeAll(async () => {
  ws = await openTestWorkspace();
  admin = await ws.person('admin');
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  await ws.close();
});

const add = (events: ('*' | 'approval.approved')[] = ['*'], path = '/hook') =>
  ws.as(admin, (ctx) => addWebhook(ctx, { url: `${base}${path}`, events }));
const happens = (action: string, data: Record<string, unknown> = {}) =>
  ws.system((ctx) => recordAudit(ctx, { action, subject: 'a subject', data }));
const deliver = () => deliverWebhooks({ within: ws.within, post }, ws.tenant.id);
const isDue = () =>
  ws.database.owner.update(webhookDeliveries).set({ nextAt: sql`now() - interval '1 second'` });
async function clean() {
  await ws.database.owner.delete(webhookEndpoints);
  heard.length = 0;
  status = 200;
}

describe('a webhook', () => {
  it('hears what it asked for, signed, once, and nothing that names somebody', async () => {
    await clean();
    const { id, secret } = await add();
    await add(['approval.approved'], '/other');
    await happens('reply.received', {
      replyId: '0',
      email: 'anna@example.com',
      text: 'Yes please',
      matched: true,
    });
    await happens('brand.undone');
    await deliver();
    await deliver();
    expect(heard.map(({ path }) => path)).toEqual(['/hook']);
    const { headers, body } = heard[0]!;
    const verified = new Webhook(secret).verify(body, headers as Record<string, string>);
    expect(verified).toEqual({
      type: 'reply.received',
      timestamp: expect.any(String),
      data: { workspace: ws.tenant.slug, subject: 'a subject', replyId: '0', matched: true },
    });
    expect(() => new Webhook(secret).verify(`${body} `, headers as Record<string, string>)).toThrow();
    expect(await ws.as(admin, (ctx) => listDeliveries(ctx, { id }))).toMatchObject([
      { status: 'delivered', attempts: 1, result: 'answered 200' },
    ]);
  });

  it('is told again until it takes it, under the same id, and not for ever', async () => {
    await clean();
    const { id } = await add();
    status = 500;
    await happens('campaign.done');
    for (let n = 0; n < 9; n++) {
      await isDue();
      await deliver();
    }
    expect(heard).toHaveLength(8);
    expect(new Set(heard.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    const list = () => ws.as(admin, (ctx) => listDeliveries(ctx, { id }));
    expect(await list()).toMatchObject([{ status: 'failed', attempts: 8, result: 'answered 500' }]);
    status = 200;
    expect(await ws.as(admin, (ctx) => replayWebhook(ctx, { id, since: new Date(0) }))).toBe(1);
    await deliver();
    expect(await list()).toMatchObject([{ status: 'delivered', attempts: 1 }]);
  });

  it('is not led elsewhere, and told once by two who look at once', async () => {
    await clean();
    await add();
    status = 302;
    await happens('campaign.done');
    await Promise.all([deliver(), deliver()]);
    expect(heard.map(({ path }) => path)).toEqual(['/hook']);
  });

  it('hears nothing of what was rolled back', async () => {
    await clean();
    await add();
    const failed = ws.system(async (ctx) => {
      await recordAudit(ctx, { action: 'campaign.done' });
      throw new Error('rolled back');
    });
    await expect(failed).rejects.toThrow();
    await deliver();
    expect(heard).toEqual([]);
  });

  it('is no way into the network that this machine stands in', async () => {
    for (const url of [
      'http://hooks.example.com/',
      'https://user:secret@hooks.example.com/',
      'https://hooks.example.com:8443/',
      'ftp://hooks.example.com/',
      'not an address',
    ])
      expect(newWebhook.safeParse({ url, events: ['*'] }).success, url).toBe(false);
    const strict = createWebhookPost({ isPlain: () => true });
    for (const host of [
      '127.0.0.1',
      '169.254.169.254',
      '10.0.0.1',
      '[::1]',
      'localhost',
      '[::ffff:127.0.0.1]',
      '2130706433',
    ])
      expect(await strict({ id: 'x', url: `http://${host}/`, secret: 'whsec_AAAA', body: '{}' })).toEqual({
        isTaken: false,
        result: 'is no public address',
      });
  });

  it('is an admin’s affair, signed in and proven, where the tier has it', async () => {
    await clean();
    const { id } = await add();
    const given = { url: 'https://hooks.example.com/', events: ['*'] as '*'[] };
    for (const by of [
      await ws.person('approver'),
      { ...(await ws.person('admin')), surface: 'token' } as const,
    ]) {
      await expect(ws.as(by, (ctx) => addWebhook(ctx, given))).rejects.toMatchObject({
        code: 'auth:forbidden',
      });
      await expect(ws.as(by, (ctx) => removeWebhook(ctx, { id }))).rejects.toMatchObject({
        code: 'auth:forbidden',
      });
    }
    await ws.system((ctx) => changeTier(ctx, { tier: 'team' }));
    await expect(ws.as(admin, (ctx) => addWebhook(ctx, given))).rejects.toMatchObject({ code: 'tier:limit' });
    await ws.system((ctx) => changeTier(ctx, { tier: 'unlimited' }));
  });
});
