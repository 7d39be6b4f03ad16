// What somebody who can write to the database does behind an approval, and what leaves afterwards.
import { eq } from 'drizzle-orm';
import { approvals } from '../db/schema/index.ts';
import type { Delivery } from './approved-campaign.ts';

type Approved = { approvalId: string; campaignId: string; manifestId: string };

/** One message, taken and not sent. */
export const ONE = {
  ...{ channel: 'email', batch: 1, owner: 'x', leaseMs: 60_000 },
  places: [{ timeZone: 'Asia/Bangkok', country: null }],
};

export type TamperingKit = ReturnType<typeof tamperingKit>;

export function tamperingKit(d: Delivery) {
  const ends = async (campaignId: string) =>
    (await d.messagesOf(campaignId))
      .map(({ status, reason }) => (reason ? `${status} ${reason}` : status))
      .sort();
  const manifestOf = (approvalId: string) =>
    d.system(async (ctx) => {
      const [row] = await ctx.tx.select().from(approvals).where(eq(approvals.id, approvalId));
      return row!.manifestId;
    });

  /** Approves one message, lets `attack` change the rows behind it, and dispatches. */
  async function attacked(attack: (given: Approved) => unknown) {
    const { approvalId, campaignId } = await d.approve();
    await attack({ approvalId, campaignId, manifestId: await manifestOf(approvalId) });
    await d.tick();
    return { ends: await ends(campaignId), sent: d.sent.length };
  }
  return { ends, manifestOf, attacked };
}
