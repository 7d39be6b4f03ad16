import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import { inOneMoment, listColumns, listTables, readVersion, sumTable, type TableSum } from './tables.ts';

/** The first line of a backup. `secret` is a fingerprint of the one that everything in it is sealed with. */
export type BackupHead = {
  refrain: 'backup';
  takenAt: string;
  steps: number;
  schema: string;
  secret: string;
};

/** Around the rows of a table: its name, and what they sum up to. Such lines begin with MARK, rows with a bracket. */
export type TableMark = { table: string } & Partial<TableSum>;
export const MARK = '#';

const ROWS_AT_ONCE = 1_000;

/**
 * Writes everything that the database holds at one moment into a gzip of JSON lines, which either database can be
 * restored from. The file is there only when it is whole. Answers how many rows each table gave.
 */
export async function writeBackup(
  { pool }: { pool: pg.Pool },
  { path, secret, now }: { path: string; secret: string; now: Date },
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  const partial = `${path}.partial`;
  try {
    await inOneMoment(pool, 'read only', async (client) => {
      const head: BackupHead = {
        refrain: 'backup',
        takenAt: now.toISOString(),
        ...(await readVersion(client)),
        secret,
      };
      // Whoever reads it reads names and messages.
      const file = createWriteStream(partial, { mode: 0o600 });
      await pipeline(Readable.from(lines(client, head, counts)), createGzip(), file);
    });
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
  return counts;
}

async function* lines(
  client: pg.PoolClient,
  head: BackupHead,
  counts: Record<string, number>,
): AsyncGenerator<string> {
  const mark = (value: BackupHead | TableMark) => `${MARK}${JSON.stringify(value)}\n`;
  yield mark(head);
  for (const table of await listTables(client)) {
    yield mark({ table });
    yield* rowsOf(client, table);
    const sum = await sumTable(client, table);
    yield mark({ table, ...sum });
    counts[table] = sum.rows;
  }
}

/** Each value as the database writes it: no number passes through a float of ours, and no null is taken for another. */
async function* rowsOf(client: pg.PoolClient, table: string): AsyncGenerator<string> {
  const columns = await listColumns(client, table);
  const values = columns.map(({ name }) => `t.${name}::text`).join(', ');
  await client.query(
    `declare kept no scroll cursor for select json_build_array(${values})::text as row from ${table} t`,
  );
  for (;;) {
    const { rows } = await client.query<{ row: string }>(`fetch ${ROWS_AT_ONCE} from kept`);
    if (rows.length === 0) break;
    yield rows.map(({ row }) => `${row}\n`).join('');
  }
  await client.query('close kept');
}
