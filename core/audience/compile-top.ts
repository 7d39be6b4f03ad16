import { type SQL, sql } from 'drizzle-orm';
import { neededFor } from '../../db/queries/audience-count.ts';
import type { Top } from './filter.ts';

type Choice = { value: SQL; among: SQL };

/**
 * Whether a customer is one of the so many (or so many percent, rounded up) with the highest or lowest value among
 * those whom `among` admits; null where the value is not known. Equal values are told apart by id, so that the same
 * data always gives the same ones.
 */
export const compileTop = (top: Top, choice: Choice): SQL =>
  sql`case when ${choice.value} is not null then k.customer_id in (${rankedIds(top, choice)}) end`;

/** Who they are, as `id`. */
export function rankedIds({ end, count, percent }: Top, { value, among }: Choice): SQL {
  const order = sql.raw(end === 'highest' ? 'desc' : 'asc');
  const size =
    count === undefined ? sql`ceil(ranked.total * ${percent!}::numeric / 100)` : sql`${count}::int`;
  return sql`select ranked.id from (
      select k.customer_id as id, row_number() over (order by ${value} ${order}, k.customer_id) as place, count(*) over () as total
      from ${neededFor(sql`${among} and ${value}`)} where k.status = 'active' and (${among}) and ${value} is not null
    ) ranked where ranked.place <= ${size}`;
}

/** The same where it is known who they are. */
export const compileChosen = (chosen: readonly string[], value: SQL): SQL =>
  sql`case when ${value} is not null then ${isOneOfThem(chosen)} end`;

export const isOneOfThem = (ids: readonly string[]): SQL =>
  sql`k.customer_id = any(${sql.param(ids)}::uuid[])`;

/** A number drawn for each customer, the same one for the same seed. */
export const drawn = (seed: string): SQL => sql`md5(${seed}::text || k.customer_id::text)`;
