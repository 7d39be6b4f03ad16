import { type SQL, sql } from 'drizzle-orm';
import { audienceFacts } from './audience-facts.ts';

export type NearestRow = { below: string | null; above: string | null };
type Range = { condition: SQL; value: SQL; from: SQL | null; to: SQL | null };

/** Among the customers whom a condition admits, the value next below a range and the one next above it. */
export const nearestAround = ({ condition, value, from, to }: Range): SQL => sql`
  select ${from ? sql`max(${value}) filter (where ${value} < ${from})` : sql`null`}::text as below,
    ${to ? sql`min(${value}) filter (where ${value} > ${to})` : sql`null`}::text as above
  from ${audienceFacts} where k.status = 'active' and (${condition})`;
