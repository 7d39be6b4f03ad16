import { and, eq, isNull } from 'drizzle-orm';
import { suppressions } from '../../db/schema/index.ts';
import type { Ctx } from '../context.ts';
import type { SuppressionScope } from './suppress.ts';

// A person's own stop is theirs to take back; what a provider, a complaint or an erasure said is not.
const OWN = { reason: 'opted_out', sources: ['reply', 'unsubscribe link', 'preference page'] };

/** Whether all that stands against an address is its own person's stop, and no wider than `scope`. */
export async function mayLift(
  ctx: Ctx,
  { addressHash, scope }: { addressHash: string; scope: SuppressionScope },
): Promise<boolean> {
  const standing = await ctx.tx
    .select()
    .from(suppressions)
    .where(and(eq(suppressions.addressHash, addressHash), isNull(suppressions.liftedAt)));
  return standing.every(
    (one) => one.reason === OWN.reason && OWN.sources.includes(one.source) && one.scope === scope,
  );
}
