import { sql } from 'drizzle-orm';
import { audienceFacts, FACTS } from '../../db/queries/audience-facts.ts';
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
    select c.id as "customerId", ${FACTS.endsOn}::text as "endsOn", ${FACTS.currency} as currency,
      (${FACTS.price} * ${FACTS.unitCount})::float8 as minor
    from ${audienceFacts} where k.customer_id = any(${sql.param(customerIds)}::uuid[])`);
  return new Map(rows.map((row) => [row.customerId, row]));
}

/** Sums by currency; a customer whose price, units or currency is not known is counted, never taken as zero. */
export function sumValue(facts: readonly ContractFact[]): NonNullable<ManifestHeader['value']> {
  const known = facts.filter((fact) => fact.minor !== null && fact.currency !== null);
  const byCurrency = Map.groupBy(known, (fact) => fact.currency ?? '');
  return {
    known: [...byCurrency]
      .map(([currency, all]) => ({ currency, minor: all.reduce((sum, { minor }) => sum + (minor ?? 0), 0) }))
      .sort((a, b) => a.currency.localeCompare(b.currency)),
    unknown: facts.length - known.length,
  };
}
