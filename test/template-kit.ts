// Messages that are frozen in a template of WhatsApp, and what its platform says of that.

import { and, eq } from 'drizzle-orm';
import type { PlanCampaign } from '../core/approval/plan.ts';
import type { DraftPatch, TestMode } from '../core/campaigns/draft.ts';
import { takeListed } from '../core/content/message-templates/template-desk.ts';
import { progressPart } from '../core/delivery/progress-part.ts';
import { templateWords } from '../db/queries/template-words.ts';
import { messageTemplates } from '../db/schema/index.ts';
import { changing, planFor } from './add-campaign.ts';
import type { Delivery } from './approved-campaign.ts';
import { addAccount } from './recording-channels.ts';
import { addReached, byMail, type Reached } from './second-channel.ts';

export type Status = (typeof messageTemplates.$inferSelect)['status'];
type Given = { count?: number; language?: string; withMail?: boolean; draft?: DraftPatch; test?: TestMode };

const TEMPLATE = {
  ...{ name: 'renewal', category: 'utility' as const, body: 'Dear {{1}}, please reply.', externalId: '77' },
  ...{ header: null, footer: null, buttons: [], reason: null },
};

export type TemplateKit = Awaited<ReturnType<typeof templateKit>>;

export async function templateKit(d: Delivery) {
  await d.system(async (ctx) => {
    for (const channel of ['whatsapp', 'email']) await addAccount(ctx, { channel });
    for (const language of ['en', 'th'])
      await ctx.tx.insert(messageTemplates).values({
        ...{ ...TEMPLATE, language, tenantId: ctx.tenant.id, channel: 'whatsapp', status: 'approved' },
        ...{ samples: ['Mali'], fields: ['contact.name'], updatedAt: ctx.now },
      });
  });

  /** What the platform, or whoever mends it, says of the English one. */
  const say = (status: Status, reason: string | null = null) =>
    d.meddle(
      `update message_templates set status = $1, reason = $2 where name = 'renewal' and language = 'en'`,
      [status, reason],
    );

  /** Nothing waits, and the template is approved. */
  async function beginAnew() {
    d.sent.length = 0;
    d.state.answer = ({ messageId }) => ({ outcome: 'submitted', providerId: `p-${messageId}` });
    await d.meddle(`update campaigns set status = 'stopped' where status <> 'draft'`);
    await d.meddle(`update messages set status = 'dropped' where status = 'queued'`);
    await listed('approved');
  }

  /** The platform's list has it so. */
  async function listed(status: Exclude<Status, 'draft'>, body = TEMPLATE.body) {
    // Whoever mends it has handed it in.
    await say('submitted');
    const told = { ...TEMPLATE, body, language: 'en', status, unusable: null, hasPicture: false };
    await d.as(await d.person('admin'), (ctx) => takeListed(ctx, [told]));
  }

  const wordsOf = async (language: string): Promise<string> => {
    const { name } = TEMPLATE;
    const isIt = and(eq(messageTemplates.name, name), eq(messageTemplates.language, language));
    const [row] = await d.system(({ tx }) =>
      tx.select({ words: templateWords }).from(messageTemplates).where(isIt),
    );
    return row!.words;
  };

  async function approve({ count = 1, language = 'en', withMail = false, ...more }: Given = {}) {
    const people: Reached[] = [];
    for (let at = 0; at < count; at += 1) people.push(await addReached(d));
    const words = await wordsOf(language);
    const plan: PlanCampaign = (ctx, campaign) =>
      changing(planFor(people), (message, at) => {
        const person = people[at]!;
        const template = { name: 'renewal', language, parameters: [person.contactId], words };
        const rendered = { ...message.rendered, template };
        return { ...message, rendered, ...(withMail ? { fallbacks: [byMail(ctx, person)] } : {}) };
      })(ctx, campaign);
    return { ...(await d.approve({ count: 0, plan, ...more })), people };
  }

  // On a busy machine a tick of the usual length would leave some for the next one.
  const tick = (deps: { batch?: number } = {}) => d.tick({ budgetMs: 600_000, ...deps });
  const states = async (campaignId: string) =>
    (await d.messagesOf(campaignId)).map(({ status, reason }) => [status, reason].filter(Boolean).join(' '));
  const heldBack = async (campaignId: string) =>
    (await d.system((ctx) => progressPart(ctx, campaignId))).heldBack;
  return { approve, beginAnew, heldBack, listed, say, states, tick };
}
