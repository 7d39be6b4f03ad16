import { sql } from 'drizzle-orm';
import { eventRows } from '../../db/queries/audience-events.ts';
import type { Ctx } from '../context.ts';
import { clausesOf, type Filter } from './filter.ts';
import type { FilterScope } from './filter-scope.ts';
import { lowerFirst } from './say-value.ts';

/**
 * Events that nothing at all is recorded of: then a filter on who did not do them means everybody, which the person
 * should know.
 */
export async function notesOnEvents(
  ctx: Ctx,
  { filter, scope }: { filter: Filter; scope: FilterScope },
): Promise<string[]> {
  const keys = [
    ...new Set(clausesOf(filter).flatMap(({ clause }) => (clause.op === 'did' ? [clause.field] : []))),
  ];
  if (keys.length === 0) return [];
  const seen = keys.map((key) => sql`exists (select 1 from ${eventRows(key)})`);
  const { rows } = await ctx.tx.execute<{ seen: boolean[] }>(
    sql`select array[${sql.join(seen, sql`, `)}] as seen`,
  );
  return keys
    .filter((_key, at) => !rows[0]!.seen[at])
    .map((key) => {
      const { label } = scope.fields.find((field) => field.key === key)!;
      return `Nothing is recorded of who “${lowerFirst(label)}”: as far as is known, nobody did.`;
    });
}
