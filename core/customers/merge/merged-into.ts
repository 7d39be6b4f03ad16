import { type SQL, sql } from 'drizzle-orm';
import type { Ctx } from '../../context.ts';

/** Selects these customers, and those into which they were merged, however often. `ids` selects one column. */
export const withMergedInto = (ids: SQL): SQL => sql`
  with recursive followed(id) as (
    ${ids}
    union
    select c.merged_into_id from followed f join customers c on c.id = f.id where c.merged_into_id is not null
  )
  select id from followed`;

/** The same of ids in hand: whom a person took out stays out under the name that is left. */
export async function followMerges(ctx: Ctx, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const { rows } = await ctx.tx.execute<{ id: string }>(
    withMergedInto(sql`select unnest(${sql.param(ids)}::uuid[])`),
  );
  return rows.map(({ id }) => id);
}
