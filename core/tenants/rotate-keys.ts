import type { Database } from '../../db/client.ts';
import { type Keyring, rewrap } from '../../lib/crypto.ts';
import { addAddressKey, readAddressKeys, sealStored } from './seal-stored.ts';

const BATCH = 500;

/**
 * Wraps the key of every sealed secret anew, under the newest of the keys that there are, while others go on working: a
 * value that changed meanwhile is left to the next look. Secrets are not opened for it. A workspace whose key for
 * addresses was wrapped by an older one gets a new one, and its addresses are sealed anew; so are those that an earlier
 * version left in clear. How many values of each column.
 */
export async function rotateKeys(
  database: Pick<Database, 'pool'>,
  keys: Keyring,
): Promise<Record<string, number>> {
  const old = await listOld(database, keys);
  const done = await rewrapSecrets(database, keys);
  const { rows } = await database.pool.query<{ id: string }>('select id from tenants order by id');
  for (const { id: tenantId } of rows) {
    if (old.has(tenantId) || (await readAddressKeys(database, tenantId)).length === 0)
      await addAddressKey(database, { tenantId, keys });
    for (const [name, count] of Object.entries(await sealStored(database, { tenantId, keys })))
      done[name] = (done[name] ?? 0) + count;
  }
  return done;
}

/** The workspaces whose newest key for addresses is wrapped by one that is not the newest. */
async function listOld({ pool }: Pick<Database, 'pool'>, keys: Keyring): Promise<ReadonlySet<string>> {
  const { rows } = await pool.query<{ tenantId: string; sealed: string }>(
    `select distinct on (tenant_id) tenant_id as "tenantId", sealed_key as sealed from address_keys
     order by tenant_id, number desc`,
  );
  return new Set(
    rows.flatMap(({ tenantId, sealed }) => (rewrap(keys.seal, sealed) === sealed ? [] : tenantId)),
  );
}

async function rewrapSecrets(
  { pool }: Pick<Database, 'pool'>,
  keys: Keyring,
): Promise<Record<string, number>> {
  const { rows: columns } = await pool.query<{ table: string; column: string }>(
    `select table_name as "table", column_name as "column" from information_schema.columns
     where table_schema = 'public' and column_name like 'sealed\\_%' and data_type = 'text' order by 1, 2`,
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
