import { type SQL, sql } from 'drizzle-orm';

/**
 * The outcomes that count, as rows: of what several replies say about one contract the newest word only, so that
 * whoever says yes twice, or by two people, has renewed once. `where` is about the columns of `outcomes`.
 */
export const countedOutcomes = (where: SQL): SQL => sql`(
  select distinct on (case when contract_id is not null and kind in ('renewed', 'declined') then contract_id else id end) *
  from outcomes where ${where}
  order by case when contract_id is not null and kind in ('renewed', 'declined') then contract_id else id end,
    confirmed_at desc, id desc)`;
