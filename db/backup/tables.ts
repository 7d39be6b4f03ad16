import type pg from 'pg';
import { AppError } from '../../lib/errors.ts';

/** What a backup holds of one table, in both databases alike: a sum over its rows, whatever order they lie in. */
export type TableSum = { rows: number; sum: string };

// Two tables of other packages that only say how far their own schema is; the queue is made anew from the rows.
const NOT_KEPT = ["'checkpoint_migrations'", "'__drizzle_migrations'"].join();
const SCHEMAS = ["'public'", "'langgraph'"].join();

/** Every table that holds something of the product, as SQL writes its name. */
export async function listTables(client: pg.PoolClient): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname in (${SCHEMAS}) and c.relname not in (${NOT_KEPT}) order by 1`,
  );
  return rows.map(({ name }) => name);
}

export type Column = { name: string; type: string };

/** Those that are written; the database works the others out. */
export async function listColumns(client: pg.PoolClient, table: string): Promise<Column[]> {
  const { rows } = await client.query<Column>(
    `select quote_ident(attname) as name, format_type(atttypid, atttypmod) as type from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [table],
  );
  return rows;
}

export async function sumTable(client: pg.PoolClient, table: string): Promise<TableSum> {
  const { rows } = await client.query<TableSum>(
    `select count(*)::int as rows,
       coalesce(sum(('x' || left(md5(t::text), 15))::bit(60)::bigint), 0)::text as sum
     from ${table} t`,
  );
  return rows[0]!;
}

/** The steps that its schema has been through, in order, as one word. */
export async function readVersion(client: pg.PoolClient): Promise<{ steps: number; schema: string }> {
  const { rows } = await client.query<{ steps: number; schema: string }>(
    `select count(*)::int as steps, coalesce(md5(string_agg(hash, ',' order by id)), '') as schema
     from drizzle.__drizzle_migrations`,
  );
  return rows[0]!;
}

/** One transaction that sees one moment, in one time zone and one way to write numbers. */
export async function inOneMoment<T>(
  pool: pg.Pool,
  mode: 'read only' | 'read write',
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query(`begin isolation level repeatable read ${mode}`);
    await client.query(`set local timezone = 'UTC'`);
    await client.query(`set local extra_float_digits = 1`);
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

export const unreadable = (why: string, cause?: unknown): AppError =>
  new AppError('backup:unreadable', `This is no backup that can be restored: ${why}.`, {
    nextStep: 'Take another backup. Nothing was changed.',
    ...(cause === undefined ? {} : { cause }),
  });
