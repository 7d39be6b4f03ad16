// The two surfaces without a card that changes, on the whole product: LINE by signed requests, e-mail by a real mail
// server and, where there is Dovecot, a real mailbox. A manager and an approver are linked on both.
import { createHmac } from 'node:crypto';
import { expect } from 'vitest';
import type { RepliesPart } from '../core/parts.ts';
import { hasDovecot, startImap } from './imap-server.ts';
import { openTestRefrain, signInAsAdmin } from './refrain.ts';
import { seededProduct } from './seeded-product.ts';
import { startSmtpServer } from './smtp-server.ts';
import { until } from './until.ts';
import { startVendor } from './vendor-server.ts';

// Friday 15:00 in Bangkok: nobody sleeps.
const NOW = '2026-11-20T08:00:00Z';
const LINE_SECRET = 'the channel secret of a test';
export const [MANAGER, APPROVER, STRANGER] = ['1', '2', '3'].map((n) => `U${n.repeat(32)}`) as [
  string,
  string,
  string,
];
export const MAILING = { manager: 'anong@example.org', approver: 'boon@example.org' };
const OURS = 'desk@example.org';

const PROVED = 'mx.example.org; dmarc=pass header.from=example.org';

export type Shown = { to: string; words: string; buttons: { label: string; data: string }[] };

type Node = { type?: string; text?: string; action?: { label: string; data: string }; contents?: unknown };

/** What somebody reads of a message, and what they can press. */
function partsOf(message: object): Omit<Shown, 'to'> {
  const nodes: Node[] = [];
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (!Array.isArray(value)) nodes.push(value as Node);
    for (const one of Object.values(value)) walk(one);
  };
  walk(message);
  return {
    words: nodes.flatMap(({ text }) => text ?? []).join('\n'),
    buttons: nodes.flatMap(({ type, action }) => (type === 'button' && action ? [action] : [])),
  };
}

let count = 0;
const event = (from: string, given: object) => ({
  ...{ timestamp: 1_795_160_000_000 + ++count, webhookEventId: `event-${count}`, mode: 'active' },
  ...{ source: { type: 'user', userId: from }, replyToken: 'none', deliveryContext: { isRedelivery: false } },
  ...given,
});
export const says = (from: string, text: string) =>
  event(from, { type: 'message', message: { id: String(count), type: 'text', text } });
export const presses = (from: string, data: string) => event(from, { type: 'postback', postback: { data } });

export type LineMailTeam = Awaited<ReturnType<typeof openLineMailTeam>>;

export async function openLineMailTeam() {
  const shown: Shown[] = [];
  const line = await startVendor(({ path, body, headers }) => {
    if (!path.endsWith('/push') || headers.authorization !== 'Bearer a token') return { status: 400 };
    const { to, messages } = JSON.parse(body) as { to: string; messages: object[] };
    for (const message of messages) shown.push({ to, ...partsOf(message) });
    return {
      status: 200,
      body: { sentMessages: messages.map((_, at) => ({ id: String(shown.length + at) })) },
    };
  });
  const smtp = await startSmtpServer();
  const imap = hasDovecot ? await startImap() : null;
  const refrain = await openTestRefrain({ REFRAIN_NOW: NOW }, await seededProduct(NOW), {
    lineApi: line.url,
  });
  const workspace = await refrain.seed();
  const tenantId = workspace.id;
  const admin = await signInAsAdmin(refrain, workspace.slug);
  const { pool } = refrain.database;
  await pool.query(`update channel_accounts set is_enabled = false where channel = 'email'`);
  await pool.query(`update tenants set settings = settings || '{"mail": {"authServer": "mx.example.org"}}'`);
  const add = async (path: string, body: object) => {
    const made = await admin.post<{ id: string }>(path, body);
    expect([path, made.body.id]).toEqual([path, expect.any(String)]);
    return made.body.id;
  };
  const lineId = await add('/accounts', {
    ...{ channel: 'line', provider: 'messaging-api', name: 'Our account' },
    settings: { channelAccessToken: 'a token', channelSecret: LINE_SECRET },
  });
  const hook = `/webhooks/${tenantId}/${lineId}`;
  const { mailbox: _, ...box } = imap?.settings ?? { mailbox: '' };
  const mailId = await add('/accounts', {
    ...{ channel: 'email', provider: 'smtp', name: 'Desk' },
    settings: { url: smtp.url, from: OURS, ...(imap ? { imap: box } : {}) },
  });
  const onLine = await add('/surfaces', { surface: 'line', name: 'LINE', accountId: lineId });
  const byMail = imap ? await add('/surfaces', { surface: 'email', name: 'Desk', accountId: mailId }) : null;
  for (const [role, externalId] of [
    ['manager', MANAGER],
    ['approver', APPROVER],
  ] as const) {
    const userId = await add('/users', { email: MAILING[role], name: `The ${role}`, role });
    await admin.post('/surface-links', { appId: onLine, externalId, userId });
    if (byMail) await admin.post('/surface-links', { appId: byMail, externalId: MAILING[role], userId });
  }
  await refrain.collect(tenantId);

  async function tell(told: object, secret = LINE_SECRET): Promise<number> {
    const payload = JSON.stringify({ destination: 'U0', events: [told] });
    const signature = createHmac('sha256', secret).update(payload).digest('base64');
    const headers = { 'content-type': 'application/json', 'x-line-signature': signature };
    const { statusCode } = await refrain.app.inject({ method: 'POST', url: hook, headers, payload });
    await refrain.inbound.settle();
    await refrain.surfaceRunner.settle();
    return statusCode;
  }
  const seen = (is: (one: Shown) => boolean, from = 0) =>
    until(
      async () => shown.slice(from).find(is),
      (one) => one !== undefined,
    ) as Promise<Shown>;
  const toCustomers = () =>
    smtp.mails.filter(({ to }) => !to.some((one) => Object.values(MAILING).includes(one)));
  const replies = async () => (await admin.get<Pick<RepliesPart, 'replies'>>('/replies')).body.replies;

  /** A mail that came to the desk and what the product made of it. */
  async function comes(from: string, text: string, head: Record<string, string> = {}) {
    imap!.deliver({ From: from, To: OURS, 'Authentication-Results': PROVED, ...head }, text);
    await refrain.collect(tenantId);
    await refrain.surfaceRunner.settle();
  }

  return {
    ...{ admin, refrain, shown, smtp, comes, replies, seen, tell, toCustomers },
    close: async () => {
      await refrain.close();
      await Promise.all([line.stop(), smtp.close()]);
      imap?.stop();
    },
  };
}
