import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { audienceFacts } from '../../db/queries/audience-facts.ts';
import { IS_THERE } from '../../db/queries/audience-members.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';
import { checkFilter } from './check-filter.ts';
import { compileFilter } from './compile-filter.ts';
import { readFilterScope } from './filter-scope.ts';

export const OVERLAP_PARTS = ['both', 'onlyFirst', 'onlySecond'] as const;
export type OverlapPart = (typeof OVERLAP_PARTS)[number];

export const overlapCustomer = z.object({
  id: z.uuid(),
  name: z.string(),
  city: z.string().nullable(),
  country: z.string().nullable(),
});
type Listed = { customers: z.infer<typeof overlapCustomer>[]; next: string | null };

type Input = {
  first: unknown;
  second: unknown;
  part: OverlapPart;
  limit: number;
  /** The id that the page before ended with. */
  after?: string | undefined;
};

/**
 * The customers that two filters both mean, or only one of them, by name, a page at a time; as `compareAudiences` counts
 * them. Throws `filter:invalid` or `field:unknown`.
 */
export async function listOverlap(ctx: Ctx, { first, second, part, limit, after }: Input): Promise<Listed> {
  demand(ctx.actor, 'read');
  const scope = await readFilterScope(ctx, [first, second]);
  const [a, b] = [first, second].map((one) => compileFilter(checkFilter(one, scope.fields), scope));
  const behind = after
    ? sql`and (lower(c.name) collate "C", c.id) > (select lower(x.name) collate "C", x.id from customers x where x.id = ${after})`
    : sql``;
  const { rows } = await ctx.tx.execute<z.infer<typeof overlapCustomer>>(sql`
    select c.id, c.name, c.city, c.country from ${audienceFacts}
    where k.status = 'active' and ${IS_THERE} and ${conditionOf(part, a!, b!)} ${behind}
    order by lower(c.name) collate "C", c.id limit ${limit + 1}`);
  const customers = rows.slice(0, limit);
  return { customers, next: rows.length > limit ? customers.at(-1)!.id : null };
}

// What cannot be judged is not meant: neither true nor false is out.
function conditionOf(part: OverlapPart, a: SQL, b: SQL): SQL {
  if (part === 'both') return sql`(${a}) and (${b})`;
  return part === 'onlyFirst' ? sql`(${a}) and (${b}) is not true` : sql`(${b}) and (${a}) is not true`;
}
