// Walks every table: puts a row of one workspace into it, and reaches for it as another.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../lib/ids.ts';
import { openTestDatabase } from '../test/database.ts';
import type { Database } from './client.ts';

type Column = { name: string; type: string; isNeeded: boolean };
type Table = { name: string; owner: string; columns: Column[] };

const [OURS, THEIRS] = [newId(), newId()];
let database: Database;
let tables: Table[];

beforeAll(async () => {
  database = await openTestDatabase();
  const { rows } = await database.pool.query<Table>(`
    select c.relname as name,
      case when c.relname = 'tenants' then 'id' else 'tenant_id' end as owner,
      jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, null),
        'isNeeded', a.attnotnull and not a.atthasdef and a.attidentity = '' and a.attgenerated = '')) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
    group by c.relname order by c.relname`);
  tables = rows;
  // As a replica does: what a row leads to is not asked for.
  const client = await database.pool.connect();
  await client.query('begin');
  await client.query('set local session_replication_role = replica');
  for (const table of tables) await client.query(...forged(table, OURS)).catch(explain(table));
  await client.query('commit');
  client.release();
});
afterAll(() => database.close());

const explain =
  ({ name }: Table) =>
  (cause: unknown) => {
    throw new Error(`no row could be made for ${name}`, { cause });
  };

const VALUES: Record<string, unknown> = {
  text: 'x',
  integer: 1,
  bigint: 1,
  smallint: 1,
  boolean: true,
  bytea: Buffer.alloc(1),
  jsonb: '{}',
  date: '2026-11-21',
  'double precision': 1,
  numeric: 1,
  real: 1,
  'timestamp with time zone': '2026-11-21T00:00:00Z',
};

/** An insert of a row that belongs to `tenantId`; what it leads to need not exist. */
function forged({ name, owner, columns }: Table, tenantId: string): [string, unknown[]] {
  const needed = columns.filter((column) => column.isNeeded || column.name === owner || column.name === 'id');
  const values = needed.map(({ name: column, type }) => {
    if (column === owner) return tenantId;
    if (type === 'uuid') return newId();
    return type.endsWith('[]') ? [] : VALUES[type];
  });
  const names = needed.map((column) => `"${column.name}"`);
  const marks = needed.map((_, index) => `$${index + 1}`);
  return [`insert into "${name}" (${names.join()}) values (${marks.join()})`, values];
}

/** Runs one statement as the product would for that workspace; the code of the refusal, or how many rows it touched. */
async function reach(tenantId: string, [statement, values]: [string, unknown[]]): Promise<string | number> {
  const client = await database.pool.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('role', 'refrain_app', true), set_config('app.tenant', $1, true)`, [
      tenantId,
    ]);
    return (await client.query(statement, values)).rowCount ?? 0;
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

const DENIED = '42501';

describe('every table', () => {
  it('has a row of ours, which we see', async () => {
    expect(tables.length).toBeGreaterThan(40);
    for (const { name } of tables)
      expect([name, await reach(OURS, [`select 1 from "${name}"`, []])]).toEqual([name, 1]);
  });

  it('shows another workspace nothing', async () => {
    for (const { name } of tables)
      expect([name, await reach(THEIRS, [`select 1 from "${name}"`, []])]).toEqual([name, 0]);
  });

  it('lets another workspace change and delete nothing', async () => {
    for (const { name, owner } of tables) {
      const change = await reach(THEIRS, [`update "${name}" set "${owner}" = "${owner}"`, []]);
      const deletion = await reach(THEIRS, [`delete from "${name}"`, []]);
      expect([name, [0, DENIED]]).toEqual([name, expect.arrayContaining([change])]);
      expect([name, [0, DENIED]]).toEqual([name, expect.arrayContaining([deletion])]);
    }
  });

  it('takes no row that another workspace puts in our name, and gives none of theirs to us', async () => {
    for (const table of tables) {
      expect([table.name, await reach(THEIRS, forged(table, OURS))]).toEqual([table.name, DENIED]);
      const give = await reach(OURS, [`update "${table.name}" set "${table.owner}" = $1`, [THEIRS]]);
      expect([table.name, give]).toEqual([table.name, DENIED]);
    }
  });
});

describe('the role that the product works with', () => {
  it('reaches no schema but ours, and owns nothing', async () => {
    const { rows } = await database.pool.query<{ name: string }>(
      `select nspname as name from pg_namespace
      where has_schema_privilege('refrain_app', oid, 'usage') and nspname not like 'pg\\_%'
        and nspname <> 'information_schema'`,
    );
    expect(rows.map(({ name }) => name)).toEqual(['public']);
    const owned = await database.pool.query(
      `select relname from pg_class where relowner = 'refrain_app'::regrole`,
    );
    expect(owned.rows).toEqual([]);
  });

  it('can neither bypass the policies nor become somebody else', async () => {
    const { rows } = await database.pool.query(
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = 'refrain_app'`,
    );
    expect(rows).toEqual([
      { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false },
    ]);
    const member = await database.pool.query(
      `select 1 from pg_auth_members where member = 'refrain_app'::regrole`,
    );
    expect(member.rows).toEqual([]);
    const definers = await database.pool.query<{ proname: string }>(
      `select proname from pg_proc where prosecdef and pronamespace = 'public'::regnamespace
        and has_function_privilege('refrain_app', oid, 'execute')`,
    );
    expect(definers.rows).toEqual([]);
  });
});
