import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../../lib/ids.ts';
import { openTestDatabase } from '../../test/database.ts';
import type { Database } from '../client.ts';
import { executeKept } from './kept.ts';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

it('asks a statement with other values without having it read and planned again', async () => {
  const seen = await database.inTenant(newId(), async (tx) => {
    await tx.execute(sql`set local plan_cache_mode = 'force_generic_plan'`);
    const twice = (count: number) => executeKept<{ n: number }>(tx, sql`select ${count}::int * 2 as n`);
    const answers = [await twice(3), await twice(4)].map(({ rows }) => rows[0]?.n);
    const kept = await tx.execute(
      sql`select generic_plans::int, custom_plans::int from pg_prepared_statements where statement like '%::int * 2 as n'`,
    );
    return { answers, kept: kept.rows };
  });
  expect(seen).toEqual({ answers: [6, 8], kept: [{ generic_plans: 2, custom_plans: 0 }] });
});
