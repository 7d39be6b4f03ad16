import { type SQL, sql } from 'drizzle-orm';
import { audienceFacts } from '../../db/queries/audience-facts.ts';
import type { Top } from './filter.ts';

type Choice = { value: SQL; among: SQL };

/**
 * Whether a customer is one of the so many (or so many percent, rounded up) with the highest or lowest value among
 * those whom `among` admits; null where the value is not known. Equal values are told apart by id, so that the same
 * data always gives the same ones.
 */
export function compileTop({ end, count, percent }: Top, { value, among }: Choice): SQL {
  const order = sql.raw(end === 'highest' ? 'desc' : 'asc');
  const size =
    count === undefined ? sql`ceil(ranked.total * ${percent!}::numeric / 100)` : sql`${count}::int`;
  return sql`case when ${value} is not null then k.customer_id in (
    select ranked.id from (
      select k.customer_id as id, row_number() over (order by ${value} ${order}, k.customer_id) as place, count(*) over () as total
      from ${audienceFacts} where k.status = 'active' and (${among}) and ${value} is not null
    ) ranked where ranked.place <= ${size}) end`;
}

/** A number drawn for each customer, the same one for the same seed. */
export const drawn = (seed: string): SQL => sql`md5(${seed}::text || k.customer_id::text)`;
