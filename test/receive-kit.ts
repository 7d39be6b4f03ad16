// What comes in from somebody to whom a renewal went by WhatsApp, while more waits as e-mail; and what it did.
import { eq } from 'drizzle-orm';
import { receiveReply } from '../core/replies/receive-reply.ts';
import type { ReplyInput } from '../core/replies/reply-input.ts';
import { replies, suppressions } from '../db/schema/index.ts';
import { addCampaign } from './add-campaign.ts';
import { addContact, addCustomer, testHash } from './add-customer.ts';
import { addMessage } from './add-message.ts';
import type { TestWorkspace } from './workspace.ts';

export const normalise = (channel: string, address: string) => {
  const text = address.trim().toLowerCase();
  return (channel === 'email' ? /^\S+@\S+$/ : /^\+?\d{6,}$/).test(text) ? text : null;
};

export type ReceiveKit = ReturnType<typeof receiveKit>;

export function receiveKit(workspace: TestWorkspace) {
  const receive = (input: Omit<ReplyInput, 'normalise'>) =>
    workspace.system((ctx) => receiveReply(ctx, { ...input, normalise }));
  const rowOf = async (id: string) =>
    (await workspace.system(({ tx }) => tx.select().from(replies).where(eq(replies.id, id))))[0];
  const stopsOf = (address: string) =>
    workspace.system(async (ctx) => {
      const hash = testHash(ctx, address);
      const rows = await ctx.tx.select().from(suppressions).where(eq(suppressions.addressHash, hash));
      return rows.filter(({ liftedAt }) => liftedAt === null).map(({ scope }) => scope);
    });

  let number = 0;
  const aPerson = (more: Record<string, string> = {}) =>
    workspace.system(async (ctx) => {
      number += 1;
      const at = {
        email: `p${number}@example.com`,
        whatsapp: `+6690000${String(number).padStart(4, '0')}`,
        ...more,
      };
      const customerId = await addCustomer(ctx, {});
      const contactId = await addContact(ctx, {
        customerId,
        name: 'Somsri Sample',
        at,
        consent: ['email', 'whatsapp'],
      });
      const [campaignId, nextId] = [await addCampaign(ctx), await addCampaign(ctx, { type: 'seasonal' })];
      const to = { customerId, contactId };
      const providerId = `wamid.${number}`;
      const sentId = await addMessage(ctx, {
        ...{ ...to, campaignId, channel: 'whatsapp', address: at.whatsapp, status: 'delivered' },
        ...{ submittedAt: ctx.now, providerId },
      });
      const service = await addMessage(ctx, {
        ...to,
        campaignId: nextId,
        channel: 'email',
        address: at.email,
      });
      const marketing = await addMessage(ctx, {
        ...{ ...to, campaignId: nextId, step: 1, channel: 'email', address: at.email, purpose: 'marketing' },
      });
      return { at, customerId, contactId, campaignId, sentId, providerId, queued: { service, marketing } };
    });
  return { aPerson, receive, rowOf, stopsOf };
}
