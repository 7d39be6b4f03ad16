import { type Column, getTableColumns, getTableName, type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Tx } from '../client.ts';
import { isSealed } from '../schema/sealed-columns.ts';
import { type Seal, Sealing } from '../sealing/sealing.ts';

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

type Listed = {
  name: SQL;
  columns: string[];
  /** The columns that the rows have. */
  list: () => SQL;
  /** The rows, as a table of the table's own type. */
  source: SQL;
};

async function inChunks<T extends PgTable>(
  table: T,
  rows: readonly Insert<T>[],
  run: (chunk: Listed) => Promise<unknown>,
): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT)
    await run(listRows(table, rows.slice(from, from + ROWS_PER_STATEMENT)));
}

/** Rows that all have the same keys, one at least, for a statement of the caller's. A parameter of each value costs more than all else. */
export function listRows<T extends PgTable>(table: T, rows: readonly Insert<T>[]): Listed {
  const names = Object.entries(getTableColumns(table))
    .filter(([key]) => key in rows[0]!)
    .map(([key, column]) => ({ key, column, isSealed: isSealed(column) }));
  const columns = names.map(({ column }) => column.name);
  const name = sql`${sql.identifier(getTableName(table))}`;
  const json = new Sealing((seal) => rows.map((row) => toStored(row, { names, seal })), true);
  return {
    ...{ name, columns },
    list: () =>
      sql.join(
        columns.map((column) => sql`${sql.identifier(column)}`),
        sql`, `,
      ),
    source: sql`jsonb_populate_recordset(null::${name}, ${sql.param(json)}::jsonb)`,
  };
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
