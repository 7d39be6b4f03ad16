import { sql } from 'drizzle-orm';
import { FACTS, factsOfNamed } from '../../db/queries/audience-facts.ts';
import type { Ctx } from '../context.ts';
import type { ManifestHeader } from './header.ts';

export type ContractFact = {
  customerId: string;
  endsOn: string | null;
  /** A year's worth, in minor units; null when price or number of units is not known. */
  minor: number | null;
  currency: string | null;
};

/** The latest contract of each customer as it stands at freezing. */
export async function readContractFacts(
  ctx: Ctx,
  customerIds: readonly string[],
): Promise<Map<string, ContractFact>> {
  const { rows } = await ctx.tx.execute<ContractFact>(sql`
    select k.customer_id as "customerId", ${FACTS.endsOn}::text as "endsOn", ${FACTS.currency} as currency,
      (${FACTS.price} * ${FACTS.unitCount})::float8 as minor
    from ${factsOfNamed(customerIds)}`);
  return new Map(rows.map((row) => [row.customerId, row]));
}

type Value = NonNullable<ManifestHeader['value']>;

/** Adds by currency; a customer whose price, units or currency is not known is counted, never taken as zero. */
export function addValue(value: Value, facts: Iterable<ContractFact>): void {
  for (const { minor, currency } of facts) {
    if (minor === null || currency === null) {
      value.unknown += 1;
      continue;
    }
    const sum = value.known.find((money) => money.currency === currency);
    if (sum) sum.minor += minor;
    else value.known.push({ currency, minor });
  }
  value.known.sort((a, b) => a.currency.localeCompare(b.currency));
}
