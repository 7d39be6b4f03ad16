import { type Column, getTableColumns, getTableName, type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Tx } from '../../../db/client.ts';
import { isSealed } from '../../../db/schema/sealed-columns.ts';
import { type Seal, Sealing } from '../../../db/sealing/sealing.ts';

// One jsonb parameter carries a thousand rows: no limit of parameters is met, and it works on every database we serve.
const ROWS_PER_STATEMENT = 1000;

type Insert<T extends PgTable> = T['$inferInsert'];

/** Inserts rows that all have the same keys, a thousand a statement. */
export async function insertRows<T extends PgTable>(
  tx: Tx,
  table: T,
  rows: readonly Insert<T>[],
): Promise<void> {
  await inChunks(table, rows, ({ name, list, source }) =>
    tx.execute(sql`insert into ${name} (${list()}) select ${list()} from ${source}`),
  );
}

/** Sets the given columns of existing rows, found by `id`; every row has the same keys. */
export async function updateRows<T extends PgTable>(
  tx: Tx,
  table: T,
  rows: readonly (Partial<Insert<T>> & { id: string })[],
): Promise<void> {
  await inChunks(table, rows as readonly Insert<T>[], ({ name, columns, source }) => {
    const set = columns
      .filter((column) => column !== 'id')
      .map((column) => sql`${sql.identifier(column)} = fresh.${sql.identifier(column)}`);
    return tx.execute(
      sql`update ${name} as old set ${sql.join(set, sql`, `)} from ${source} as fresh where old.id = fresh.id`,
    );
  });
}

type Chunk = { name: SQL; columns: string[]; list: () => SQL; source: SQL };

async function inChunks<T extends PgTable>(
  table: T,
  rows: readonly Insert<T>[],
  run: (chunk: Chunk) => Promise<unknown>,
): Promise<void> {
  const first = rows[0];
  if (!first) return;
  const names = Object.entries(getTableColumns(table))
    .filter(([key]) => key in first)
    .map(([key, column]) => ({ key, column, isSealed: isSealed(column) }));
  const columns = names.map(({ column }) => column.name);
  const name = sql`${sql.identifier(getTableName(table))}`;
  const list = () =>
    sql.join(
      columns.map((column) => sql`${sql.identifier(column)}`),
      sql`, `,
    );
  for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT) {
    const chunk = rows.slice(from, from + ROWS_PER_STATEMENT);
    const json = new Sealing((seal) => chunk.map((row) => toStored(row, { names, seal })), true);
    await run({
      ...{ name, columns, list },
      source: sql`jsonb_populate_recordset(null::${name}, ${sql.param(json)}::jsonb)`,
    });
  }
}

type Stored = { names: readonly { key: string; column: Column; isSealed: boolean }[]; seal: Seal };

function toStored(row: object, { names, seal }: Stored): Record<string, unknown> {
  const stored: Record<string, unknown> = {};
  for (const { key, column, isSealed } of names) {
    const value: unknown = Reflect.get(row, key) ?? null;
    const sealing: unknown = isSealed && value !== null ? column.mapToDriverValue(value) : value;
    stored[column.name] = sealing instanceof Sealing ? sealing.value(seal) : sealing;
  }
  return stored;
}
