import { and, eq, sql } from 'drizzle-orm';
import { contracts, conversations, units } from '../../../db/schema/index.ts';
import type { Ctx } from '../../context.ts';

/** `valueMinor` in minor units of `currency`; both null where the contract does not say its price or number. */
export type ContractWorth = { contractId: string; valueMinor: number | null; currency: string | null };

/**
 * The contract that a conversation is about, as somebody said, and what it comes to: its price times what it pays for.
 * Where it does not say for how many, the customer's units count only if it is their one contract.
 */
export async function contractWorth(ctx: Ctx, conversationId: string): Promise<ContractWorth | null> {
  const ownUnits = ctx.tx
    .select({ n: sql`nullif(count(*), 0)` })
    .from(units)
    .where(
      and(
        eq(units.customerId, contracts.customerId),
        sql`(select count(*) from contracts k where k.customer_id = ${contracts.customerId}) = 1`,
      ),
    );
  const [row] = await ctx.tx
    .select({
      contractId: contracts.id,
      valueMinor: sql<
        number | null
      >`(${contracts.pricePerUnitMinor} * coalesce(${contracts.unitCount}, (${ownUnits})))::float8`,
      currency: contracts.currency,
    })
    .from(conversations)
    .innerJoin(contracts, eq(contracts.id, conversations.contractId))
    .where(eq(conversations.id, conversationId));
  if (!row) return null;
  const isKnown = row.valueMinor !== null && row.currency !== null;
  return isKnown ? row : { ...row, valueMinor: null, currency: null };
}
