// What a person wants left out of the letters, for everybody or for some: the fact is not known to the letter, which
// then says what it says where nobody knows it, and the checks refuse to state it.
import { sql } from 'drizzle-orm';
import { audienceFacts } from '../../db/queries/audience-facts.ts';
import { checkFilter } from '../audience/check-filter.ts';
import { compileFilter } from '../audience/compile-filter.ts';
import type { Filter } from '../audience/filter.ts';
import { readFilterScope } from '../audience/filter-scope.ts';
import type { Draft, Hidden } from '../campaigns/draft.ts';
import type { Ctx } from '../context.ts';
import type { CustomerFacts } from './facts.ts';

/** Of each customer, what their letter leaves out. Throws what `checkFilter` throws. */
export async function readHidden(
  ctx: Ctx,
  { hide, customerIds }: { hide: Draft['hide']; customerIds: readonly string[] },
): Promise<(customerId: string) => Hidden[]> {
  const rules: { what: Hidden; ids: ReadonlySet<string> | null }[] = [];
  for (const { what, filter } of hide)
    rules.push({ what, ids: filter && (await customersMatching(ctx, { filter, customerIds })) });
  return (customerId) => rules.filter(({ ids }) => !ids || ids.has(customerId)).map(({ what }) => what);
}

type Asked = { filter: Filter; customerIds: readonly string[] };

/** Those of the customers whom a filter means. Throws what `checkFilter` throws. */
export async function customersMatching(
  ctx: Ctx,
  { filter, customerIds }: Asked,
): Promise<ReadonlySet<string>> {
  const scope = await readFilterScope(ctx, filter);
  const condition = compileFilter(checkFilter(filter, scope.fields), scope);
  const { rows } = await ctx.tx.execute<{ id: string }>(
    sql`select c.id from ${audienceFacts}
      where k.customer_id = any(${sql.param([...new Set(customerIds)])}::uuid[]) and (${condition})`,
  );
  return new Set(rows.map(({ id }) => id));
}

const WITHOUT: Readonly<Record<Hidden, Partial<CustomerFacts>>> = {
  price: { unitPrice: null, total: null },
  date: { endsOn: null, daysLeft: null },
  units: { units: [], unitCount: null },
};

/** The facts without those. */
export const withoutFacts = (facts: CustomerFacts, hidden: readonly Hidden[]): CustomerFacts =>
  Object.assign({}, facts, ...hidden.map((what) => WITHOUT[what]));
