import { type SQL, sql } from 'drizzle-orm';
import type { Clause } from './filter.ts';
import type { FilterScope } from './filter-scope.ts';

/** Whether a customer is in one of the segments as they stand now; one that is gone has nobody. */
export function compileSegment(clause: Clause, { segments }: FilterScope): SQL {
  const meant = segments.filter(({ id }) => clause.op === 'in' && clause.values.includes(id));
  if (meant.length === 0) return sql`false`;
  return sql.join(
    meant.map(({ members }) => sql`k.customer_id in (${members})`),
    sql` or `,
  );
}
