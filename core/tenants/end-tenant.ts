import type { Database } from '../../db/client.ts';
import { createVaults } from '../../db/sealing/vault.ts';
import type { Keyring } from '../../lib/crypto.ts';
import { AppError } from '../../lib/errors.ts';
import { readAddressKeys } from './seal-stored.ts';
import { findTenant } from './workspace.ts';

/** A table of ours, after those that it leads to. */
type Owned = { name: string; column: string };

// Children first: what leads to a row goes before it.
async function ownedTables({ pool }: Pick<Database, 'pool'>): Promise<Owned[]> {
  const { rows } = await pool.query<Owned>(
    `select c.relname as name, case when c.relname = 'tenants' then 'id' else 'tenant_id' end as column
     from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`,
  );
  const { rows: links } = await pool.query<{ child: string; parent: string }>(
    `select conrelid::regclass::text as child, confrelid::regclass::text as parent from pg_constraint
     where contype = 'f' and conrelid <> confrelid and connamespace = 'public'::regnamespace`,
  );
  const left = new Map(rows.map((row) => [row.name, row]));
  const ordered: Owned[] = [];
  while (left.size > 0) {
    const free = [...left.values()].filter(
      ({ name }) => !links.some(({ child, parent }) => parent === name && left.has(child)),
    );
    if (free.length === 0) throw new Error('Tables lead to each other in a circle.');
    for (const one of free) left.delete(one.name);
    ordered.push(...free);
  }
  // The workspace itself last, whoever leads to it.
  return [...ordered.filter(({ name }) => name !== 'tenants'), { name: 'tenants', column: 'id' }];
}

const CHECKPOINTS = ['checkpoint_writes', 'checkpoint_blobs', 'checkpoints'];
const TALKS = 'select id::text from public.threads where tenant_id = $1';

/** Everything of one workspace, a JSON object a line: `{ table, row }`, secrets sealed as they are, addresses opened. */
export async function* exportTenant(
  database: Database,
  { slug, keys }: { slug: string; keys: Keyring },
): AsyncGenerator<string> {
  const { id } = await findTenant(database, slug);
  const vault = createVaults(keys.seal)(await readAddressKeys(database, id));
  for (const { name, column } of (await ownedTables(database)).reverse()) {
    const { rows } = await database.pool.query<{ row: unknown }>(
      `select to_jsonb(t) as row from "${name}" t where t."${column}" = $1`,
      [id],
    );
    for (const { row } of rows) yield `${JSON.stringify({ table: name, row: vault?.open(row) ?? row })}\n`;
  }
}

/**
 * Deletes a workspace for good, all of it or nothing; how many rows of each table. `confirm` is its slug again. Throws
 * `tenant:unknown`, `input:invalid`.
 */
export async function deleteTenant(
  database: Database,
  { slug, confirm }: { slug: string; confirm: string | undefined },
): Promise<Record<string, number>> {
  const { id } = await findTenant(database, slug);
  if (confirm !== slug)
    throw new AppError('input:invalid', `Everything of ${slug} would be gone for good.`, {
      nextStep: `Export it first, then say --confirm ${slug}.`,
    });
  const tables = await ownedTables(database);
  const client = await database.pool.connect();
  const gone: Record<string, number> = {};
  try {
    await client.query('begin');
    for (const table of CHECKPOINTS)
      await client.query(`delete from langgraph.${table} where thread_id in (${TALKS})`, [id]);
    for (const { name, column } of tables) {
      const { rowCount } = await client.query(`delete from "${name}" where "${column}" = $1`, [id]);
      if (rowCount) gone[name] = rowCount;
    }
    await client.query('commit');
    return gone;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}
