// What becomes of messages whose approved text the platform takes no more, after they were frozen in it.
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addresses, messageTemplates } from '../../db/schema/index.ts';
import { newId } from '../../lib/ids.ts';
import { changing, planFor, type TestRecipient } from '../../test/add-campaign.ts';
import { addCustomer, suppressAddress, testHash } from '../../test/add-customer.ts';
import { type Delivery, openDelivery } from '../../test/approved-campaign.ts';
import { addAccount } from '../../test/recording-channels.ts';
import type { PlanCampaign } from '../approval/plan.ts';
import type { DraftPatch, TestMode } from '../campaigns/draft.ts';
import { takeStatus } from '../content/message-templates/take-status.ts';
import { takeListed } from '../content/message-templates/template-desk.ts';
import { progressPart } from './progress-part.ts';

let d: Delivery;
beforeAll(async () => {
  d = await openDelivery();
  await d.system(async (ctx) => {
    for (const channel of ['whatsapp', 'email']) await addAccount(ctx, { channel });
    for (const language of ['en', 'th'])
      await ctx.tx.insert(messageTemplates).values({
        ...{ ...TEMPLATE, language, tenantId: ctx.tenant.id, channel: 'whatsapp', status: 'approved' },
        ...{ samples: ['Mali'], fields: ['contact.name'] },
      });
  });
});
afterAll(() => d.close());
beforeEach(async () => {
  d.sent.length = 0;
  d.state.answer = ({ messageId }) => ({ outcome: 'submitted', providerId: `p-${messageId}` });
  await d.meddle(`update campaigns set status = 'stopped' where status <> 'draft'`);
  await d.meddle(`update messages set status = 'dropped' where status = 'queued'`);
  await say('approved');
});

const TEMPLATE = {
  ...{ name: 'renewal', category: 'utility' as const, body: 'Dear {{1}}, please reply.', externalId: '77' },
  ...{ header: null, footer: null, buttons: [], reason: null },
};

// On a busy machine a tick of the usual length would leave some for the next one.
const tick = (deps: { batch?: number } = {}) => d.tick({ budgetMs: 600_000, ...deps });

type Status = (typeof messageTemplates.$inferSelect)['status'];
/** What the platform, or whoever mends it, says of the English one. */
const say = (status: Status, reason: string | null = null) =>
  d.meddle(
    `update message_templates set status = $1, reason = $2 where name = 'renewal' and language = 'en'`,
    [status, reason],
  );
/** The platform's list has it so. */
async function listed(status: Exclude<Status, 'draft'>) {
  // Whoever mends it has handed it in.
  await say('submitted');
  await d.as(await d.person('admin'), (ctx) =>
    takeListed(ctx, [{ ...TEMPLATE, language: 'en', status, unusable: null, hasPicture: false }]),
  );
}

let numbers = 0;
async function addPerson(): Promise<TestRecipient & { mail: string }> {
  const contactId = newId();
  const [phone, mail] = [`+6690${String(++numbers).padStart(7, '0')}`, `${contactId}@example.com`];
  return d.system(async (ctx) => {
    const contact = { id: contactId, at: { whatsapp: phone, email: mail } };
    const customerId = await addCustomer(ctx, { timeZone: 'Asia/Bangkok', contacts: [contact] });
    const at = { channel: 'whatsapp', address: phone, timeZone: 'Asia/Bangkok' };
    return { customerId, contactId, ...at, purpose: 'service', mail };
  });
}

type Given = { count?: number; language?: string; withMail?: boolean; draft?: DraftPatch; test?: TestMode };
async function approve({ count = 1, language = 'en', withMail = false, ...more }: Given = {}) {
  const people: Awaited<ReturnType<typeof addPerson>>[] = [];
  for (let at = 0; at < count; at += 1) people.push(await addPerson());
  const plan: PlanCampaign = (ctx, campaign) =>
    changing(planFor(people), (message, at) => {
      const { mail, contactId } = people[at]!;
      const template = { name: 'renewal', language, parameters: [contactId] };
      const byMail = {
        ...{ channel: 'email', address: mail, addressHash: testHash(ctx, mail) },
        rendered: { subject: 'By mail', text: `For ${contactId}.` },
        consent: { purpose: 'service' as const, basis: 'contract', since: null },
      };
      const rendered = { ...message.rendered, template };
      return { ...message, rendered, ...(withMail ? { fallbacks: [byMail] } : {}) };
    })(ctx, campaign);
  return { ...(await d.approve({ count: 0, plan, ...more })), people };
}
const states = async (campaignId: string) =>
  (await d.messagesOf(campaignId)).map(({ status, reason }) => [status, reason].filter(Boolean).join(' '));
const heldBack = async (campaignId: string) =>
  (await d.system((ctx) => progressPart(ctx, campaignId))).heldBack;
/** As if it had been due, and its campaign begun, so many hours earlier. */
async function agoBy(campaignId: string, hours: number) {
  await d.meddle('update campaigns set updated_at = updated_at - make_interval(hours => $2) where id = $1', [
    campaignId,
    hours,
  ]);
  await d.meddle(
    `update messages set retry_at = null, planned_at = planned_at - make_interval(hours => $2) where campaign_id = $1`,
    [campaignId, hours],
  );
}

describe('a message that is frozen in a template', () => {
  it.each<Status>(['paused', 'rejected', 'submitted', 'draft'])(
    'waits while that is %s, which people see, and goes once when it is approved again',
    async (status) => {
      const { campaignId } = await approve({ count: 2 });
      await say(status, 'People did not like it.');
      await tick();
      expect(d.sent).toEqual([]);
      expect(await states(campaignId)).toEqual(Array(2).fill('queued template_withdrawn'));
      expect(await heldBack(campaignId)).toMatch(
        /^2 messages wait: WhatsApp does not take the template “renewal” \(en\) at present\. .*People did not like it\./,
      );
      await listed('approved');
      await tick();
      await tick();
      expect(d.sent.map(({ content }) => content.template?.name)).toEqual(['renewal', 'renewal']);
      expect(await states(campaignId)).toEqual(['submitted', 'submitted']);
      expect(await heldBack(campaignId)).toBeUndefined();
    },
  );

  it('goes when another language of it was withdrawn, or another template', async () => {
    const thai = await approve({ language: 'th' });
    await say('paused');
    await tick();
    expect(await states(thai.campaignId)).toEqual(['submitted']);
  });

  it('keeps nothing else waiting, however many of it there are', async () => {
    const held = await approve({ count: 5 });
    const others = await approve({ count: 3, language: 'th' });
    await say('paused');
    await tick({ batch: 2 });
    expect(await states(others.campaignId)).toEqual(Array(3).fill('submitted'));
    expect(await states(held.campaignId)).toEqual(Array(5).fill('queued template_withdrawn'));
  });

  it('is not looked at again with every tick, and is when an hour is over', async () => {
    const { campaignId } = await approve();
    await say('paused');
    const { nextAt } = await tick();
    const [first] = await d.messagesOf(campaignId);
    expect(first!.retryAt!.getTime() - Date.now()).toBeGreaterThan(50 * 60_000);
    expect(nextAt).not.toBeNull();
    await tick();
    expect(await d.messagesOf(campaignId)).toEqual([first]);
    await say('approved');
    await d.meddle('update messages set retry_at = now() where campaign_id = $1', [campaignId]);
    await tick();
    expect(await states(campaignId)).toEqual(['submitted']);
  });

  it('is given up a day after it was due, or goes by the next channel that was frozen', async () => {
    const alone = await approve();
    const byMail = await approve({ withMail: true });
    await say('paused');
    await tick();
    expect(await states(byMail.campaignId)).toEqual(['queued template_withdrawn']);
    for (const { campaignId } of [alone, byMail]) await agoBy(campaignId, 23);
    await tick();
    expect(await states(alone.campaignId)).toEqual(['queued template_withdrawn']);
    for (const { campaignId } of [alone, byMail]) await agoBy(campaignId, 2);
    await tick();
    expect(await states(alone.campaignId)).toEqual(['dropped template_withdrawn']);
    expect(await states(byMail.campaignId)).toEqual(['submitted']);
    expect(d.sent.map(({ to }) => to)).toEqual([byMail.people[0]!.mail]);
    await say('approved');
    await tick();
    expect(d.sent).toHaveLength(1);
  });

  it('waits for another day when a person lets its campaign go on', async () => {
    const { campaignId } = await approve();
    await say('paused');
    await tick();
    await agoBy(campaignId, 48);
    await d.meddle('update campaigns set updated_at = now() where id = $1', [campaignId]);
    await tick();
    expect(await states(campaignId)).toEqual(['queued template_withdrawn']);
  });

  it('is dropped for what else speaks against it, and waits in a test as well', async () => {
    const { campaignId, people } = await approve({ count: 2 });
    await say('paused');
    await tick();
    await d.system(async (ctx) => {
      await suppressAddress(ctx, people[0]!.address, 'all');
      const of = and(eq(addresses.contactId, people[1]!.contactId), eq(addresses.channel, 'whatsapp'));
      await ctx.tx.update(addresses).set({ usable: false }).where(of);
    });
    await listed('approved');
    await say('paused');
    await tick();
    expect((await states(campaignId)).sort()).toEqual(['dropped address_unusable', 'dropped opted_out']);
    const test: TestMode = { kind: 'address', channel: 'whatsapp', address: '+66900000999' };
    const tested = await approve({ test });
    await tick();
    expect(await states(tested.campaignId)).toEqual(['queued template_withdrawn']);
    expect(await heldBack(tested.campaignId)).toMatch(/^1 message waits/);
    expect(d.sent).toEqual([]);
  });

  it('goes nowhere after its campaign was stopped', async () => {
    const { campaignId } = await approve();
    await say('paused');
    await tick();
    await d.meddle(`update campaigns set status = 'stopped' where id = $1`, [campaignId]);
    await listed('approved');
    await tick();
    expect(d.sent).toEqual([]);
  });
});

describe('what the platform says of a template', () => {
  const told = (status: Exclude<Status, 'draft'>, minutes = 5) =>
    d.system((ctx) =>
      takeStatus(ctx, {
        ...{ channel: 'whatsapp', name: 'renewal', language: 'en', status, reason: 'Paused for 3 hours.' },
        at: new Date(ctx.now.getTime() + minutes * 60_000),
      }),
    );

  it('by itself holds its messages, and lets them go', async () => {
    const { campaignId } = await approve();
    await told('paused');
    await tick();
    expect(await heldBack(campaignId)).toContain('Paused for 3 hours.');
    await told('approved');
    await tick();
    expect(await states(campaignId)).toEqual(['submitted']);
  });

  it('in the answer to a message holds that one and all others, until it is approved again', async () => {
    const { campaignId } = await approve({ count: 4 });
    d.state.answer = () => ({
      ...{ outcome: 'retry', code: '132015', detail: 'Template is paused due to low quality.' },
      ...{ retryAfterMs: 3_600_000, isTemplate: true },
    });
    await tick({ batch: 1 });
    expect(d.sent).toHaveLength(1);
    expect(await heldBack(campaignId)).toMatch(/^4 messages wait: .*Template is paused due to low quality\./);
    d.state.answer = ({ messageId }) => ({ outcome: 'submitted', providerId: `q-${messageId}` });
    await listed('approved');
    await tick();
    expect(await states(campaignId)).toEqual(Array(4).fill('submitted'));
  });

  it('long before what is known by now counts no more, nor of one that is being mended here', async () => {
    const status = async () =>
      (await d.system((ctx) => ctx.tx.select().from(messageTemplates)))
        .filter(({ language }) => language === 'en')
        .map((row) => row.status);
    await listed('approved');
    await told('paused', -60);
    expect(await status()).toEqual(['approved']);
    await say('draft');
    await told('approved');
    expect(await status()).toEqual(['draft']);
  });
});
