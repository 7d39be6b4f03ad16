import { type Column, getTableColumns, getTableName, is } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import type { Database } from '../../db/client.ts';
import * as schema from '../../db/schema/index.ts';
import { isSealed } from '../../db/schema/sealed-columns.ts';
import { Sealing } from '../../db/sealing/sealing.ts';
import {
  createVaults,
  looksSealed,
  newAddressKey,
  type StoredKey,
  type Vault,
} from '../../db/sealing/vault.ts';
import type { Keyring } from '../../lib/crypto.ts';
import { addressHash } from '../consent/address-hash.ts';

type Pool = Pick<Database, 'pool'>;
type SealedColumn = { table: string; name: string; type: string; column: Column };

const BATCH = 500;
// Pieces of files, half a megabyte each.
const LARGE_BATCH = 8;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';
// Whoever begins holds the workspace for so long after each batch; another process goes on where this one ended.
const LEASE = `interval '5 minutes'`;

/** Every column whose values are sealed, as the schema says. */
export const SEALED_COLUMNS: readonly SealedColumn[] = Object.values<unknown>(schema)
  .filter((one): one is PgTable => is(one, PgTable))
  .flatMap((table) =>
    Object.values(getTableColumns(table))
      .filter(isSealed)
      .map((column) => ({
        table: getTableName(table),
        name: column.name,
        type: column.getSQLType(),
        column,
      })),
  );

/**
 * Seals everything of a workspace that is not under its newest key, batch by batch while others go on working; a value
 * that changed meanwhile was sealed by whoever changed it. Broken off, it begins again and finds most of it done. It is
 * over when nothing was left to do: a transaction that began before the key was there may have written after its turn.
 * How many values of each column.
 */
export async function sealStored(
  database: Pool,
  { tenantId, keys }: { tenantId: string; keys: Keyring },
): Promise<Record<string, number>> {
  const vault = createVaults(keys.seal)(await readAddressKeys(database, tenantId));
  const done: Record<string, number> = {};
  if (!vault) return done;
  for (const sealed of SEALED_COLUMNS) {
    const count = await sealColumn(database, { tenantId, vault, keys, ...sealed });
    if (count > 0) done[`${sealed.table}.${sealed.name}`] = count;
  }
  if (Object.keys(done).length === 0)
    await database.pool.query('update tenants set sealed_under = $1 where id = $2', [vault.number, tenantId]);
  return done;
}

/** Gives a workspace its next key: from now on what is written is sealed under that one. */
export const addAddressKey = async (
  { pool }: Pool,
  { tenantId, keys }: { tenantId: string; keys: Keyring },
) =>
  pool.query(
    `insert into address_keys (id, tenant_id, number, sealed_key)
     select gen_random_uuid(), $1, coalesce(max(number), 0) + 1, $2 from address_keys where tenant_id = $1
     on conflict do nothing`,
    [tenantId, newAddressKey(keys.seal)],
  );

/**
 * Seals the workspace if some of it may lie in clear and its time has come: a day after it was brought to the version that
 * can, because processes of the version before may still be at work and could not read it; at once where there is but one
 * process. Whether there was anything to do.
 */
export async function sealWhenDue(
  database: Pick<Database, 'pool' | 'kind'>,
  of: { tenantId: string; keys: Keyring },
): Promise<boolean> {
  const { rowCount } = await database.pool.query(
    `update tenants t set seals_from = now() + ${LEASE}
     where id = $1 and (seals_from <= now() or ($2 and sealed_under is null)) and sealed_under is distinct from
       coalesce((select max(number) from address_keys k where k.tenant_id = t.id), 0)`,
    [of.tenantId, database.kind === 'pglite'],
  );
  if (!rowCount) return false;
  const known = await readAddressKeys(database, of.tenantId);
  if (known.length === 0) await addAddressKey(database, of);
  await sealStored(database, of);
  return true;
}

export async function readAddressKeys({ pool }: Pool, tenantId: string): Promise<StoredKey[]> {
  const { rows } = await pool.query<StoredKey>(
    'select number, sealed_key as sealed from address_keys where tenant_id = $1 order by number desc',
    [tenantId],
  );
  return rows;
}

type Walk = SealedColumn & { tenantId: string; vault: Vault; keys: Keyring };
type Stale = { id: string; stored: unknown; mark: string };

async function sealColumn({ pool }: Pool, walk: Walk): Promise<number> {
  const { table, name, tenantId } = walk;
  const batch = walk.type === 'bytea' ? LARGE_BATCH : BATCH;
  let [after, count] = [FIRST_ID, 0];
  for (;;) {
    const { rows } = await pool.query<Stale>(
      `select id, "${name}" as stored, md5("${name}"::text) as mark from "${table}"
       where tenant_id = $1 and id > $2 and "${name}" is not null order by id limit ${batch}`,
      [tenantId, after],
    );
    count += await writeBatch({ pool }, walk, rows);
    if (rows.length < batch) return count;
    after = rows.at(-1)!.id;
  }
}

async function writeBatch({ pool }: Pool, walk: Walk, rows: readonly Stale[]): Promise<number> {
  const { table, name, type, tenantId, vault } = walk;
  const stale = rows
    .filter(({ stored }) => !isSealedNow(walk, stored))
    .map(({ stored, ...row }) => ({ ...row, value: vault.open(stored) }))
    // What does not open is left as it is: sealed once more, it would be lost for whoever has its key.
    .filter(({ value }) => !looksSealed(value));
  if (stale.length === 0) return 0;
  const fresh = stale.map(({ value }) => sealingOf(walk, value).parameter(vault));
  const isHashed = table === SHELF;
  const hashes = stale.map(({ value }) => (isHashed ? addressHash(walk.keys, String(value)) : null));
  const { rowCount } = await pool.query(
    `update "${table}" t set "${name}" = v.fresh::${type}${isHashed ? ', address_hash = v.hash' : ''}
     from unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) as v(id, mark, fresh, hash)
     where t.id = v.id and md5(t."${name}"::text) = v.mark`,
    [stale.map(({ id }) => id), stale.map(({ mark }) => mark), fresh, hashes],
  );
  await pool.query(`update tenants set seals_from = now() + ${LEASE} where id = $1`, [tenantId]);
  return rowCount ?? 0;
}

// Its people are found by the hash, which an earlier version did not keep.
const SHELF = 'shelf_messages';

function sealingOf({ column, table }: SealedColumn, value: unknown): Sealing {
  const sealing: unknown = column.mapToDriverValue(value);
  if (sealing instanceof Sealing) return sealing;
  throw new Error(`${table}.${column.name} does not seal what is written to it.`);
}

/** Goes to each place where the column would seal something, and looks whether the newest key has done so. */
function isSealedNow(walk: Walk, stored: unknown): boolean {
  let isDone = true;
  const look = <T>(value: T): T => {
    isDone &&= value === '' || walk.vault.isCurrent(value);
    return value;
  };
  sealingOf(walk, stored).value({ text: look, json: look, bytes: look });
  return isDone;
}
