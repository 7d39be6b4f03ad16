// Approved messages by WhatsApp, each with a mail that was frozen for whom WhatsApp does not carry it to.
import { expect } from 'vitest';
import type { SendResult } from '../channels/contract.ts';
import { changing, planFor } from './add-campaign.ts';
import type { Delivery } from './approved-campaign.ts';
import { addReached, byMail, type Reached } from './second-channel.ts';

export const isMail = ({ to }: { to: string }) => to.includes('@');
export const refused = (more: object = {}): SendResult => ({
  ...{ outcome: 'rejected', code: '131026', detail: 'no WhatsApp there' },
  ...more,
});

export type FallbackKit = ReturnType<typeof fallbackKit>;

export function fallbackKit(d: Delivery) {
  async function approve(known?: Reached) {
    const person = known ?? (await addReached(d));
    const approved = await d.approve({
      count: 0,
      plan: (ctx, campaign) =>
        changing(planFor([person]), (message) => ({ ...message, fallbacks: [byMail(ctx, person)] }))(
          ctx,
          campaign,
        ),
    });
    return { ...approved, person };
  }
  const only = async (campaignId: string) => {
    const rows = await d.messagesOf(campaignId);
    expect(rows).toHaveLength(1);
    return rows[0]!;
  };
  /** WhatsApp says this, the mail server takes everything. */
  const whatsAppSays = (result: SendResult) => {
    d.state.answer = (message) =>
      isMail(message) ? { outcome: 'submitted', providerId: `mail-${message.messageId}` } : result;
  };
  return { approve, only, whatsAppSays };
}
