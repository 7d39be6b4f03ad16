// Channels beside the four: their account is added, their address imported, a sentence chooses them, a person approves,
// and what becomes of it comes back.
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProgressPart } from '../../core/parts.ts';
import { type LogLine, readLog } from '../read-log.ts';
import { type Caller, openTestRefrain, signInAsAdmin, type TestRefrain } from '../refrain.ts';
import { startCollector } from '../trace-collector.ts';
import { until } from '../until.ts';
import { startVendor, type VendorRequest } from '../vendor-server.ts';

const CHAT = '5000000001';
const SECRET = `whsec_${Buffer.alloc(24, 5).toString('base64')}`;
const PEOPLE = `Name,City,Country,Contact name,Telegram id,App user id,Number for call tasks,Webhook id,Marketing consent
Lotus Spa,Bangkok,Thailand,Arthit Sample,${CHAT},user-7,,crm-7,yes
Orchid Gym,Bangkok,Thailand,Bo Sample,,,+66900000001,,yes
`;

let refrain: TestRefrain;
let admin: Caller;
let tenantId: string;
let vendor: Awaited<ReturnType<typeof startVendor>>;
let collector: Awaited<ReturnType<typeof startCollector>>;
let log: LogLine[];
let isClosed = false;
const accounts = new Map<string, string>();

const answer = ({ path, body }: VendorRequest) =>
  path.endsWith('/sendMessage')
    ? { status: 200, body: { ok: true, result: { message_id: 7, chat: { id: JSON.parse(body).chat_id } } } }
    : { status: 204 };

beforeAll(async () => {
  vendor = await startVendor(answer);
  collector = await startCollector();
  const settings = { REFRAIN_NOW: '2026-11-20T08:00:00Z', OTEL_EXPORTER_OTLP_ENDPOINT: collector.url };
  refrain = await openTestRefrain(settings, undefined, {
    telegramApi: vendor.url,
    webhookTo: `${vendor.url}/hook`,
  });
  log = readLog(refrain.log);
  const { id, slug } = await refrain.prepare();
  tenantId = id;
  admin = await signInAsAdmin(refrain, slug);
  const add = async (channel: string, provider: string, settings: object) => {
    const made = await admin.post<{ id: string }>('/accounts', { channel, provider, name: 'Ours', settings });
    expect([channel, made.status]).toEqual([channel, 201]);
    accounts.set(channel, made.body.id);
  };
  const botToken = `12345:${'A'.repeat(35)}`;
  await add('telegram', 'bot-api', { botToken, webhookSecret: 'a-secret-of-ours' });
  await add('webhook', 'standard', { url: 'https://hooks.example.com/', secret: SECRET });
  await add('in_app', 'inbox', {});
  await add('task', 'list', {});
  const imported = await admin.post<{ created: number }>('/customers/import?name=people.csv', PEOPLE);
  expect([imported.status, imported.body.created]).toEqual([200, 2]);
});
afterAll(async () => {
  if (!isClosed) await refrain.close();
  await vendor.stop();
  await collector.close();
});

/** Says it, approves exactly what is shown, and waits until it is done. */
async function send(sentence: string) {
  const { approval, previews, campaign, reply, questions } = await admin.say(sentence);
  if (!approval) throw new Error(`No approval is asked for: ${reply} ${JSON.stringify(questions)}`);
  expect(vendor.requests).toHaveLength(sentBefore);
  expect(approval.recipients).toBe(1);
  await admin.post(`/approvals/${approval.id}`, { decision: 'approve', digest: approval.digest });
  await progressOf(campaign!.id, ({ status }) => status === 'done');
  sentBefore = vendor.requests.length;
  return { campaignId: campaign!.id, shown: previews[0]!.body };
}
let sentBefore = 0;
const progressOf = (id: string, isSo: (progress: ProgressPart) => boolean) =>
  until(async () => (await admin.get<ProgressPart>(`/campaigns/${id}/progress`)).body, isSo);

async function tell(channel: string, body: string, headers: Record<string, string>) {
  const answer = await refrain.app.inject({
    method: 'POST',
    url: `/webhooks/${tenantId}/${accounts.get(channel)}`,
    headers: { 'content-type': 'application/json', ...headers },
    payload: body,
  });
  await refrain.inbound.settle();
  return answer;
}

describe('a campaign', () => {
  it('by Telegram goes to who has a chat there, and the answer comes back to it', async () => {
    const { campaignId, shown } = await send(
      'Send an announcement about the new app version to all customers by Telegram',
    );
    const { body } = vendor.requests.at(-1)!;
    expect(JSON.parse(body)).toMatchObject({ chat_id: Number(CHAT), text: shown });
    const said = {
      update_id: 1,
      message: {
        ...{ message_id: 8, date: 1_763_625_600, text: 'Thank you', reply_to_message: { message_id: 7 } },
        chat: { id: Number(CHAT), type: 'private' },
      },
    };
    const forged = await tell('telegram', JSON.stringify(said), {});
    expect(forged.statusCode).toBe(401);
    const secret = { 'x-telegram-bot-api-secret-token': 'a-secret-of-ours' };
    expect((await tell('telegram', JSON.stringify(said), secret)).statusCode).toBe(200);
    const { replies } = (await admin.get<{ replies: object[] }>(`/replies?campaignId=${campaignId}`)).body;
    expect(replies).toMatchObject([{ channel: 'telegram', body: 'Thank you' }]);
  });

  it('by webhook reaches another program, which reports that it arrived', async () => {
    const { campaignId, shown } = await send(
      'Send an announcement about the new app version to all customers by webhook',
    );
    const { headers, raw, body } = vendor.requests.at(-1)!;
    new Webhook(SECRET).verify(raw, headers as Record<string, string>);
    const { data } = JSON.parse(body);
    expect(data).toMatchObject({ to: 'crm-7', text: shown });
    const told = JSON.stringify({
      type: 'message.delivered',
      timestamp: new Date().toISOString(),
      data: { id: data.id },
    });
    const now = new Date();
    const answered = await tell('webhook', told, {
      'webhook-id': 'msg_1',
      'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
      'webhook-signature': new Webhook(SECRET).sign('msg_1', now, told),
    });
    expect(answered.statusCode).toBe(200);
    await progressOf(campaignId, ({ delivered }) => delivered === 1);
    // From what was said to what arrived there and what was told of it: by the request's id, then by the message's.
    const { requestId } = log.findLast(({ msg, route }) => msg === 'answered' && route === '/api/v1/chat')!;
    const because = (text: string) =>
      log.filter(({ msg, requestId: id }) => msg === text && id === requestId);
    expect(because('a turn ended')).toHaveLength(1);
    const [batch] = because('handed to the provider');
    expect(batch).toMatchObject({ channel: 'webhook', messages: 1, outcomes: { submitted: 1 } });
    expect(because('a message was handed over')).toMatchObject([
      { messageId: data.id, outcome: 'submitted' },
    ]);
    const reported = log.filter(
      ({ msg, messageId }) => msg === 'told by the provider' && messageId === data.id,
    );
    expect(reported).toMatchObject([{ status: 'delivered' }]);
    const by = (id: unknown) => log.find((line) => line.msg === 'answered' && line.requestId === id);
    expect(by(reported[0]!.requestId)?.route).toBe('/webhooks/:tenantId/:accountId');
    const decided = log.filter(({ subject }) => subject === batch!.approvalId);
    expect(decided).toMatchObject([{ method: 'POST', route: '/api/v1/approvals/:id', statusCode: 200 }]);
    expect(JSON.stringify(log)).not.toMatch(/crm-7|Lotus|Orchid|new app version/);
  });

  it('in the app waits there until the app comes for it, and is read', async () => {
    const { campaignId, shown } = await send(
      'Send an announcement about the new app version to all customers in-app',
    );
    const list = async () =>
      (await admin.get<{ messages: { id: string; isRead: boolean }[] }>('/in-app?to=user-7')).body.messages;
    const [notice] = await list();
    expect(notice).toMatchObject({ text: shown, isRead: false });
    expect((await admin.get<{ messages: object[] }>('/in-app?to=user-8')).body.messages).toEqual([]);
    await admin.post(`/in-app/${notice!.id}/receipt`, { kind: 'read' });
    await admin.post(`/in-app/${notice!.id}/receipt`, { kind: 'read' });
    expect(await list()).toMatchObject([{ isRead: true }]);
    await progressOf(campaignId, ({ read }) => read === 1);
  });

  it('of calls is a list that people work off; who wants no more is taken off everything', async () => {
    const { campaignId, shown } = await send(
      'Send an announcement about the new app version to all customers as a call task',
    );
    const open = async () => (await admin.get<{ tasks: { id: string }[] }>('/tasks')).body.tasks;
    const [task] = await open();
    expect(task).toMatchObject({ address: '+66900000001', text: shown, contact: 'Bo Sample', outcome: null });
    const done = { outcome: 'no_more_calls', note: 'Asked not to be called.' };
    expect((await admin.post(`/tasks/${task!.id}/outcome`, done)).status).toBe(200);
    expect((await admin.post(`/tasks/${task!.id}/outcome`, done)).status).toBe(404);
    expect(await open()).toEqual([]);
    expect((await admin.get<{ tasks: object[] }>('/tasks?view=done')).body.tasks).toMatchObject([
      { ...done, contact: 'Bo Sample' },
    ]);
    await progressOf(campaignId, ({ delivered }) => delivered === 1);
    const again = await admin.say(
      'Send an announcement about the summer party to all customers as a call task',
    );
    expect(again.approval?.recipients ?? 0).toBe(0);
  });

  it('can be chosen from what there is, with a form for each', async () => {
    type Listed = { key: string; providers: { key: string; settings: { properties?: object } }[] };
    const { channels } = (await admin.get<{ channels: Listed[] }>('/channels')).body;
    expect(channels.map(({ key }) => key)).toEqual(
      expect.arrayContaining([
        'whatsapp',
        'push',
        'web_push',
        'slack',
        'messenger',
        'rcs',
        'voice',
        'facebook',
        'x',
      ]),
    );
    const bot = channels
      .find(({ key }) => key === 'telegram')!
      .providers.find(({ key }) => key === 'bot-api')!;
    expect(Object.keys(bot.settings.properties ?? {})).toEqual(['botToken', 'webhookSecret', 'timeoutMs']);
  });
});

describe('a collector of traces', () => {
  it('is told of each request, turn, step, tool, look, claim and call to a provider, and of nobody', async () => {
    isClosed = true;
    await refrain.close();
    const named = (name: string) => collector.spans.filter((span) => span.name === name);
    for (const name of ['turn', 'think', 'tool', 'tick', 'claim', 'send', 'vendor'])
      expect(named(name), name).not.toEqual([]);
    const chat = collector.spans.find(({ name }) => name.includes('/api/v1/chat'))!;
    const turn = named('turn').find(({ parentSpanId }) => parentSpanId === chat.spanId)!;
    const below = collector.spans.filter(({ traceId }) => traceId === turn.traceId).map(({ name }) => name);
    expect(below).toEqual(expect.arrayContaining(['think', 'tool']));
    // From the look that found it due to the provider's answer it is one trace.
    const [call] = named('vendor');
    const above = (span: (typeof collector.spans)[number]): string[] => {
      const parent = collector.spans.find(({ spanId }) => spanId === span.parentSpanId);
      return parent ? [parent.name, ...above(parent)] : [];
    };
    expect(above(call!)).toEqual(['send', 'tick']);
    for (const line of PEOPLE.trim().split('\n').slice(1))
      for (const word of line.split(',').filter((one) => one.length > 7))
        expect(JSON.stringify(collector.spans)).not.toContain(word);
  });
});
