// A template that is written here, judged by Meta, and carries a campaign: from the sentence to what Meta is given.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ProgressPart } from '../../core/parts.ts';
import type { MessageTemplateView } from '../../routes/message-templates.ts';
import { type Caller, openTestRefrain, signInAsAdmin, type TestRefrain } from '../refrain.ts';
import { until } from '../until.ts';
import { startVendor, type VendorRequest } from '../vendor-server.ts';
import { META_ACCOUNT, signedByMeta } from '../vendors/meta.ts';

const PEOPLE = `Name,City,Country,Contact name,WhatsApp,Marketing consent
Lotus Spa,Bangkok,Thailand,Arthit Sample,+66900000001,yes
Orchid Gym,Bangkok,Thailand,Bo Sample,+66900000002,yes
`;

type Handed = { name: string; language: string; category: string; components: object[] };
type Given = { to: string; type: string; template?: object };

const NOW = '2026-11-20T08:00:00Z';

let refrain: TestRefrain;
let admin: Caller;
let hook: string;
let meta: Awaited<ReturnType<typeof startVendor>>;
/** What people there have said of what was handed in. */
const desk = { handed: [] as Handed[], isPaused: false };

function answer({ method, path, body }: VendorRequest) {
  if (path.endsWith('/messages'))
    return desk.isPaused
      ? { status: 400, body: { error: { code: 132015, message: 'Template is paused' } } }
      : { status: 200, body: { messages: [{ id: `wamid.${meta.requests.length}` }] } };
  if (method === 'POST' && path.endsWith('/message_templates')) {
    desk.handed.push(JSON.parse(body));
    return { status: 200, body: { id: '594425', status: 'PENDING' } };
  }
  return { status: 404, body: {} };
}
const given = (): Given[] =>
  meta.requests.flatMap(({ path, body }) => (path.endsWith('/messages') ? [JSON.parse(body)] : []));

beforeAll(async () => {
  meta = await startVendor(answer);
  refrain = await openTestRefrain({ REFRAIN_NOW: NOW }, undefined, { metaApi: meta.url });
  const { id, slug } = await refrain.prepare();
  admin = await signInAsAdmin(refrain, slug);
  const settings = { ...META_ACCOUNT, businessAccountId: '506540352242922' };
  const account = await admin.post<{ id: string }>('/accounts', {
    ...{ channel: 'whatsapp', provider: 'cloud-api', name: 'Our number', settings },
  });
  hook = `/webhooks/${id}/${account.body.id}`;
  await refrain.database.pool.query(
    `update channel_accounts set is_enabled = false where channel = 'whatsapp' and provider = 'standin'`,
  );
  const imported = await admin.post<{ created: number }>('/customers/import?name=people.csv', PEOPLE);
  expect(imported.body.created).toBe(2);
});
afterAll(async () => {
  await refrain.close();
  await meta.stop();
});

const ASKED = 'Send an announcement about the new app version to all customers by WhatsApp';
const templates = async () =>
  (await admin.get<{ templates: MessageTemplateView[] }>('/message-templates')).body.templates;
const progressOf = (id: string, isSo: (progress: ProgressPart) => boolean) =>
  until(async () => (await admin.get<ProgressPart>(`/campaigns/${id}/progress`)).body, isSo);
const isDone = ({ status }: ProgressPart) => status === 'done';
const isHeld = ({ heldBack }: ProgressPart) => heldBack !== undefined;

/** Asks for it in words, has it approved, and answers the campaign and what the approver saw of its messages. */
async function approve(sentence: string, threadId?: string) {
  const { approval, campaign, previews, reply } = await admin.say(sentence, threadId);
  if (!approval) throw new Error(`No approval is asked for: ${reply}`);
  await admin.post(`/approvals/${approval.id}`, { decision: 'approve', digest: approval.digest });
  return { campaignId: campaign!.id, previews };
}

/** Meta tells what it decided of the template. */
async function tell(event: string, description?: string) {
  const [{ name, language }] = desk.handed as [Handed];
  const value = {
    ...{ event, message_template_id: 594425, message_template_name: name, reason: 'NONE' },
    ...{ message_template_language: language, ...(description ? { other_info: { description } } : {}) },
  };
  const time = Math.floor(Date.parse(NOW) / 1000);
  const body = { entry: [{ id: '1', time, changes: [{ field: 'message_template_status_update', value }] }] };
  const told = await refrain.app.inject({ method: 'POST', url: hook, ...signedByMeta(body) });
  expect(told.statusCode).toBe(200);
  await refrain.inbound.settle();
}

it('a campaign by WhatsApp is held until Meta has approved a template that was written here, and then carried by it', async () => {
  const asked = await admin.say(ASKED);
  expect(asked.approval).toBeNull();
  expect(asked.reply).toMatch(/template/i);
  const drafting = `/campaigns/${asked.campaign!.id}/message-templates`;
  const { body: drafted } = await admin.post<{ templates: MessageTemplateView[] }>(drafting);
  const { body, footer, samples, fields } = drafted.templates[0]!;
  const written = {
    ...{ name: 'app_news', language: 'en', category: 'marketing' },
    body,
    footer,
    samples,
    fields,
  };
  const more = { header: 'News of the app', buttons: ['YES', 'Call me'] };
  const made = await admin.post<{ id: string }>('/message-templates', { ...written, ...more });
  expect(made.status).toBe(201);
  const handed = await admin.post<MessageTemplateView>(`/message-templates/${made.body.id}/submission`);
  expect(handed.body.status).toBe('submitted');
  expect(desk.handed).toMatchObject([
    {
      ...{ name: 'app_news', language: 'en', category: 'MARKETING' },
      components: [
        { type: 'HEADER', format: 'TEXT', text: 'News of the app' },
        { type: 'BODY', text: body, example: { body_text: [samples] } },
        { type: 'FOOTER', text: footer },
        { type: 'BUTTONS', buttons: more.buttons.map((text) => ({ type: 'QUICK_REPLY', text })) },
      ],
    },
  ]);
  expect((await admin.say('ask for approval', asked.thread)).approval).toBeNull();
  await tell('APPROVED');
  const one = (await templates()).find(({ name }) => name === 'app_news');
  expect(one).toMatchObject({ status: 'approved', ...more });

  const { campaignId, previews } = await approve('ask for approval', asked.thread);
  await progressOf(campaignId, isDone);
  expect(
    given()
      .map(({ to }) => to)
      .sort(),
  ).toEqual(['+66900000001', '+66900000002']);
  for (const { to, type, template } of given()) {
    const name = to.endsWith('1') ? 'Arthit Sample' : 'Bo Sample';
    const parameters = samples.map((_, at) => ({ type: 'text', text: at === 0 ? name : expect.any(String) }));
    expect({ type, template }).toEqual({
      type: 'template',
      template: { name: 'app_news', language: { code: 'en' }, components: [{ type: 'body', parameters }] },
    });
    // What the approver read is the heading, the body with these parameters, and the footer.
    const shown = previews.find((preview) => preview.contact === name)!.body;
    const [{ parameters: said }] = (template as { components: [{ parameters: { text: string }[] }] })
      .components;
    const filled = body.replace(/\{\{(\d+)\}\}/g, (_, number) => said[Number(number) - 1]!.text);
    expect(shown).toBe(['News of the app', filled, footer].join('\n\n'));
  }
});

it('what was approved waits while Meta has paused its template, told or answered, and goes once afterwards', async () => {
  const before = given().length;
  await tell('PAUSED', 'Paused for 3 hours, because of its quality.');
  const asked = await admin.say(ASKED);
  expect(asked.approval).toBeNull();
  await tell('APPROVED');
  const told = await admin.say('ask for approval', asked.thread);
  await tell('PAUSED', 'Paused for 3 hours, because of its quality.');
  const { id, digest } = told.approval!;
  await admin.post(`/approvals/${id}`, { decision: 'approve', digest });
  const { heldBack } = await progressOf(told.campaign!.id, isHeld);
  expect(heldBack).toMatch(/^2 messages wait: WhatsApp does not take .*Paused for 3 hours/);
  expect(given()).toHaveLength(before);
  await tell('APPROVED');
  await progressOf(told.campaign!.id, isDone);
  expect(given()).toHaveLength(before + 2);

  desk.isPaused = true;
  const { campaignId } = await approve(ASKED);
  await progressOf(campaignId, isHeld);
  desk.isPaused = false;
  const tried = given().length;
  expect((await templates()).find(({ name }) => name === 'app_news')).toMatchObject({ status: 'paused' });
  await tell('APPROVED');
  await progressOf(campaignId, isDone);
  expect(given().length - tried).toBe(2);
});
