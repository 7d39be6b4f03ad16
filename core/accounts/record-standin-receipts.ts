import { sql } from 'drizzle-orm';
import type { ChannelRegistry } from '../../channels/contract.ts';
import type { Ctx } from '../context.ts';
import { recordReceipt } from '../delivery/record-receipt.ts';
import { demand } from '../tenants/roles.ts';

export type ReceiptDeps = { channels: ChannelRegistry };
type Accepted = { messageId: string; at: string };

const AT_ONCE = 100;

/**
 * Reports as delivered what the stand-ins accepted, on the channels whose provider would report that; reading and
 * bouncing are reported by hand in the outbox. Answers how many; call again while it is not 0. One that fell silent
 * after it accepted is settled by this too, as a real provider's receipt would.
 */
export async function recordStandinReceipts(ctx: Ctx, { channels }: ReceiptDeps): Promise<number> {
  demand(ctx.actor, 'control');
  const reporting = [...channels.values()]
    .filter(({ capabilities }) => capabilities.receipts.includes('delivered'))
    .map(({ key }) => key);
  const { rows } = await ctx.tx.execute<Accepted>(sql`
    select d.message_id as "messageId", d.at from standin_deliveries d join messages m on m.id = d.message_id
    where m.status in ('submitted', 'unknown') and d.channel = any(${sql.param(reporting)}::text[])
      and not exists (select 1 from receipts r where r.external_id = ${EXTERNAL} || d.message_id)
    order by d.id limit ${AT_ONCE}`);
  for (const { messageId, at } of rows)
    await recordReceipt(ctx, {
      messageId,
      kind: 'delivered',
      externalId: `${EXTERNAL}${messageId}`,
      at: new Date(at),
    });
  return rows.length;
}

/** The id under which the outbox reports by hand too, so that both together are one receipt. */
const EXTERNAL = 'outbox:delivered:';
