import { and, eq, inArray, or, sql } from 'drizzle-orm';
import { messages } from '../../db/schema/index.ts';
import type { Ctx } from '../context.ts';
import type { SuppressionScope } from './suppress.ts';

type Halt = { contactIds: readonly string[]; addressHashes: readonly string[]; scope: SuppressionScope };

/** Drops what is queued for these people as "opted_out", or "held"; what a sender already holds is past recall. How many. */
export const haltMessages = async (ctx: Ctx, halt: Halt): Promise<number> =>
  (await haltQueued(ctx, halt)).length;

/** As `haltMessages`; whose they were. */
export async function haltQueued(
  ctx: Ctx,
  { contactIds, addressHashes, scope }: Halt,
): Promise<{ contactId: string; addressHash: string }[]> {
  return ctx.tx
    .update(messages)
    .set({
      status: 'dropped',
      reason: scope === 'held' ? 'held' : 'opted_out',
      updatedAt: sql`clock_timestamp()`,
    })
    .where(
      and(
        eq(messages.status, 'queued'),
        or(inArray(messages.contactId, [...contactIds]), inArray(messages.addressHash, [...addressHashes])),
        scope === 'marketing' ? eq(messages.purpose, 'marketing') : undefined,
      ),
    )
    .returning({ contactId: messages.contactId, addressHash: messages.addressHash });
}
