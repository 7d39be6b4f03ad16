import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';

let opened = 0;

/** The rows of a query by pages of `size`, from one snapshot, however many there are; read within one transaction. */
export async function* cursorPages<Row extends Record<string, unknown>>(
  tx: Tx,
  { query, size }: { query: SQL; size: number },
): AsyncGenerator<Row[]> {
  const name = sql.identifier(`pages_${++opened}`);
  // All of it is read: what is quickest to the first row is not wanted.
  await tx.execute(sql`set local cursor_tuple_fraction = 1`);
  await tx.execute(sql`declare ${name} no scroll cursor for ${query}`);
  for (;;) {
    const { rows } = await tx.execute<Row>(sql`fetch forward ${sql.raw(String(size))} from ${name}`);
    if (rows.length > 0) yield rows as Row[];
    if (rows.length < size) break;
  }
  await tx.execute(sql`close ${name}`);
}
