import { and, desc, eq, inArray } from 'drizzle-orm';
import { CORRECTED, contracts, customers } from '../../db/schema/index.ts';
import type { Ctx } from '../context.ts';
import type { Origin } from './origin.ts';
import { originsOf, type Traced } from './origins.ts';

/** As it was made just now; of what was not, nothing can be said. */
type Made = Omit<Traced, 'made'> & { made?: Traced['made'] };

/**
 * The origins of each message, with the contract's own id and how the customer's record came to its values. Two
 * statements, for the few messages that somebody looks at.
 */
export async function readOrigins(ctx: Ctx, shown: readonly Made[]): Promise<Origin[][]> {
  const ids = [...new Set(shown.flatMap(({ made }) => made?.facts.customerId ?? []))];
  if (ids.length === 0) return shown.map(() => []);
  const { id, source, inferred } = customers;
  const records = await ctx.tx.select({ id, source, inferred }).from(customers).where(inArray(id, ids));
  const agreed = await ctx.tx
    .select({ id: contracts.id, customerId: contracts.customerId, endsOn: contracts.endsOn })
    .from(contracts)
    .where(and(inArray(contracts.customerId, ids), eq(contracts.status, 'active')))
    .orderBy(desc(contracts.endsOn));
  return shown.map(({ made, ...message }) => {
    if (!made) return [];
    const { customerId, endsOn } = made.facts;
    const record = records.find((one) => one.id === customerId);
    const contract = agreed.find((one) => one.customerId === customerId && one.endsOn === endsOn);
    return originsOf({ ...message, made }).map((origin) => ({
      ...origin,
      ...(contract && isOfContract(origin) ? { record: { kind: 'contract' as const, id: contract.id } } : {}),
      ...(record && origin.record?.kind === 'customer' ? fromOf(origin, record) : {}),
    }));
  });
}

const isOfContract = ({ field }: Origin): boolean =>
  /^(contract\.(ends_on|price|total|days_left)|unit_count)$/.test(field);

type RecordRow = Pick<typeof customers.$inferSelect, 'source' | 'inferred'>;

function fromOf({ field }: Origin, { source, inferred }: RecordRow): Pick<Origin, 'from'> {
  const mark = inferred[field.split('.').at(-1) ?? ''];
  if (mark) return { from: mark.reason === CORRECTED ? mark.reason : `inferred: ${mark.reason}` };
  return source ? { from: `${source.file}, line ${source.line}` } : {};
}
