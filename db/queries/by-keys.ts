import { sql } from 'drizzle-orm';

/**
 * For statements that find each of some hundred rows by its key, in tables that grow by the minute: until the transaction
 * ends the query planner goes by the indexes. With yesterday's statistics, or with none, it would read whole tables
 * beside them, and every batch would take longer than the one before. A statement that is kept (`executeKept`) has one
 * plan for all of its parameters.
 */
export const byKeys = sql`select set_config('plan_cache_mode', 'force_generic_plan', true), ${sql.join(
  ['enable_hashjoin', 'enable_mergejoin', 'enable_seqscan', 'enable_bitmapscan', 'jit'].map(
    (setting) => sql`set_config(${setting}, 'off', true)`,
  ),
  sql`, `,
)}`;
