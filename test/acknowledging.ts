// A workspace that answers by itself what customers write, within what a person approved ahead.
import { eq } from 'drizzle-orm';
import { giveStanding } from '../core/approval/decide-standing.ts';
import { acknowledgeDue } from '../core/replies/acknowledge.ts';
import { receiveReply } from '../core/replies/receive-reply.ts';
import type { Actor } from '../core/tenants/roles.ts';
import { replies, standingApprovals, suppressions } from '../db/schema/index.ts';
import { addContact, addCustomer } from './add-customer.ts';
import { openDelivery } from './approved-campaign.ts';
import { addAccount } from './recording-channels.ts';

export const TEXTS = {
  en: 'Your message has arrived; a person answers soon.',
  th: 'ได้รับข้อความของท่านแล้ว',
};
export const TERMS = { intents: ['question', 'complaint'] as const, texts: TEXTS, maxPerDay: 50 };
export const LATER = '2026-12-01T00:00:00.000Z';

export type GivenMessage = {
  text?: string;
  intent?: string;
  language?: string;
  tier?: string;
  headers?: Record<string, string>;
  email?: string;
};

export type Acknowledging = Awaited<ReturnType<typeof openAcknowledging>>;

export async function openAcknowledging() {
  const d = await openDelivery({ replies: { highValueTiers: ['Platinum'] } });
  await d.system((ctx) => addAccount(ctx));
  let number = 0;

  /** A message of a customer, as triage has read it. */
  async function aMessage({
    text = 'When does it come?',
    intent = 'question',
    language = 'en',
    tier,
    headers,
    email,
  }: GivenMessage = {}) {
    number += 1;
    const address = email ?? `asker${number}@example.com`;
    return d.system(async (ctx) => {
      if (!email)
        await addContact(ctx, {
          customerId: await addCustomer(ctx, tier ? { tier } : {}),
          at: { email: address },
        });
      const { replyId } = await receiveReply(ctx, {
        ...{ channel: 'email', identifier: address, message: text },
        ...{ externalId: `m-${number}`, normalise: (_: string, one: string) => one },
        ...(headers ? { headers } : {}),
      });
      const triage = {
        ...{ intent, language, urgency: 'normal', sentiment: 'neutral', needsHuman: true, confidence: 1 },
        ...{ entities: {}, answer: null, action: 'reply', because: 'x' },
      };
      await ctx.tx.update(replies).set({ triage, triagedAt: ctx.now }).where(eq(replies.id, replyId));
      return { replyId, email: address };
    });
  }

  return {
    ...d,
    aMessage,
    give: (more: object = {}, who: Actor = d.approver) =>
      d.as(who, (ctx) =>
        giveStanding(ctx, { ...TERMS, intents: [...TERMS.intents], expiresAt: LATER, ...more }),
      ),
    acknowledge: () => acknowledgeDue({ within: d.within, tenantId: d.tenant.id, channels: d.channels }),
    bodies: async () => {
      await d.tick();
      return d.sent.map(({ content }) => content.text);
    },
    /** What an earlier test gave and received is over. */
    forget: async () => {
      d.sent.length = 0;
      await d.system(async ({ tx, now }) => {
        await tx.update(standingApprovals).set({ revokedAt: now });
        await tx.update(replies).set({ status: 'done' });
        await tx.update(suppressions).set({ at: new Date(now.getTime() - 3_600_000) });
      });
    },
  };
}
