import type { Database } from '../../db/client.ts';
import { type Keyring, rewrap } from '../../lib/crypto.ts';

const BATCH = 500;

/**
 * Wraps the key of every sealed value anew, under the newest of the keys that there are, while others go on working: a
 * value that changed meanwhile is left to the next look. What is sealed is not opened. How many values of each column.
 */
export async function rotateKeys(
  { pool }: Pick<Database, 'pool'>,
  keys: Keyring,
): Promise<Record<string, number>> {
  const { rows: columns } = await pool.query<{ table: string; column: string }>(
    `select table_name as "table", column_name as "column" from information_schema.columns
     where table_schema = 'public' and column_name like 'sealed\\_%' order by 1, 2`,
  );
  const done: Record<string, number> = {};
  for (const { table, column } of columns) {
    let after = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const { rows } = await pool.query<{ id: string; sealed: string }>(
        `select id, "${column}" as sealed from "${table}"
         where id > $1 and "${column}" is not null order by id limit ${BATCH}`,
        [after],
      );
      for (const { id, sealed } of rows) {
        const fresh = rewrap(keys.seal, sealed);
        if (fresh === sealed) continue;
        const { rowCount } = await pool.query(
          `update "${table}" set "${column}" = $1 where id = $2 and "${column}" = $3`,
          [fresh, id, sealed],
        );
        const name = `${table}.${column}`;
        if (rowCount) done[name] = (done[name] ?? 0) + 1;
      }
      if (rows.length < BATCH) break;
      after = rows.at(-1)!.id;
    }
  }
  return done;
}
