import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type pg from 'pg';
import { AppError } from '../../lib/errors.ts';
import { inOneMoment, listColumns, listTables, readVersion, sumTable, unreadable } from './tables.ts';
import { type BackupHead, MARK, type TableMark } from './write-backup.ts';

const ROWS_AT_ONCE = 1_000;

type Lines = AsyncGenerator<string, void>;

/**
 * Fills a database that has this version's schema and nothing else, all or nothing, and compares every table with what
 * the backup says of it. Answers how many rows each table took.
 */
export async function restoreBackup(
  { pool }: { pool: pg.Pool },
  { path, secret }: { path: string; secret: string },
): Promise<Record<string, number>> {
  let counts: Record<string, number> = {};
  const fill = async (bytes: AsyncIterable<Buffer>) => {
    const lines = linesOf(bytes);
    counts = await inOneMoment(pool, 'read write', async (client) => {
      await judgeHead(client, read<BackupHead>((await lines.next()).value ?? undefined), secret);
      await standAside(client);
      return fillTables(client, lines);
    });
  };
  try {
    await pipeline(createReadStream(path), createGunzip(), fill);
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw unreadable(`${path} is not there`, error);
    if (code.startsWith('Z_')) throw unreadable(`${path} is damaged or no gzip (${message})`, error);
    throw error;
  }
  return counts;
}

async function* linesOf(bytes: AsyncIterable<Buffer>): Lines {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of bytes) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

function read<T>(line: string | undefined): T {
  try {
    if (line?.startsWith(MARK)) return JSON.parse(line.slice(MARK.length)) as T;
  } catch {
    // Said below.
  }
  throw unreadable('it does not begin as one');
}

async function judgeHead(client: pg.PoolClient, head: BackupHead, secret: string): Promise<void> {
  if (head.refrain !== 'backup') throw unreadable('it does not begin as one');
  const { steps, schema } = await readVersion(client);
  if (head.schema !== schema) {
    throw unreadable(`it is of another version (schema ${head.steps}; this one has ${steps})`);
  }
  if (head.secret !== secret) {
    throw new AppError('backup:secret', 'What this backup holds is sealed with another secret.', {
      nextStep: 'Set REFRAIN_SECRET to the one of that time, or put its file "secret" into the data folder.',
    });
  }
  const { rows } = await client.query('select from tenants limit 1');
  if (rows.length > 0) {
    throw new AppError(
      'backup:not_empty',
      'The database already has a workspace; a backup fills an empty one.',
      {
        nextStep: 'Name an empty database with DATABASE_URL, or an empty folder with REFRAIN_DATA.',
      },
    );
  }
}

/** Rows come as they were: whatever works on them when they are written has done so before. */
async function standAside(client: pg.PoolClient): Promise<void> {
  try {
    await client.query('set local session_replication_role = replica');
  } catch (cause) {
    throw new AppError('backup:role', 'The role of DATABASE_URL may not set session_replication_role.', {
      nextStep: 'Restore with a superuser, or with what your provider has in its place.',
      cause,
    });
  }
}

async function fillTables(client: pg.PoolClient, lines: Lines): Promise<Record<string, number>> {
  const known = new Set(await listTables(client));
  const counts: Record<string, number> = {};
  for await (const line of lines) {
    const { table } = read<TableMark>(line);
    if (!known.delete(table)) throw unreadable(`it has a table ${table}, which is not known or came before`);
    const said = await fillTable(client, table, lines);
    const { rows, sum } = await sumTable(client, table);
    if (rows !== said.rows || sum !== said.sum) throw unreadable(`${table} is not what it was`);
    counts[table] = rows;
  }
  if (known.size > 0) throw unreadable(`it lacks ${[...known].join(', ')}`);
  return counts;
}

/** Answers what the backup says that the table sums up to. */
async function fillTable(client: pg.PoolClient, table: string, lines: Lines): Promise<TableMark> {
  const insert = await insertInto(client, table);
  let batch: string[] = [];
  for (;;) {
    const { value: line, done } = await lines.next();
    if (done) throw unreadable(`it ends within ${table}`);
    const isEnd = line.startsWith(MARK);
    if (!isEnd) batch.push(line);
    if (batch.length > 0 && (isEnd || batch.length === ROWS_AT_ONCE)) {
      await client.query(insert, [`[${batch.join(',')}]`]);
      batch = [];
    }
    if (isEnd) return read<TableMark>(line);
  }
}

async function insertInto(client: pg.PoolClient, table: string): Promise<string> {
  const columns = await listColumns(client, table);
  const names = columns.map(({ name }) => name).join(', ');
  const values = columns.map(({ type }, at) => `(row ->> ${at})::${type}`).join(', ');
  return `insert into ${table} (${names}) overriding system value
    select ${values} from json_array_elements($1::json) as row`;
}
