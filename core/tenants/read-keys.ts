import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { tenants } from '../../db/schema/index.ts';
import { sealedUnder, sha256 } from '../../lib/crypto.ts';
import type { Ctx } from '../context.ts';
import { demand } from './roles.ts';

export const keyState = z.object({
  /** Ed25519, PEM: what approvals and the log are signed with; whoever verifies pins it. */
  publicKey: z.string(),
  fingerprint: z.string(),
  /** Values of this workspace by the key that wraps theirs. */
  sealed: z.array(z.object({ key: z.string(), isNewest: z.boolean(), values: z.int() })),
});
export type KeyState = z.infer<typeof keyState>;

/** Which keys the workspace's secrets are under: all under the newest once `refrain rotate-keys` has run. Needs `administer`. */
export async function readKeys(ctx: Ctx): Promise<KeyState> {
  demand(ctx.actor, 'administer');
  const [row] = await ctx.tx.select({ publicKey: tenants.publicKey }).from(tenants);
  const { publicKey } = row!;
  const counts = new Map<string, number>([[ctx.keys.seal.current, 0]]);
  for (const { table, column } of await sealedColumns(ctx)) {
    // The first two pieces say the key; what is sealed is not read.
    const { rows } = await ctx.tx.execute<{ head: string; values: number }>(sql`
      select split_part(${sql.identifier(column)}, '.', 1) || '.' || split_part(${sql.identifier(column)}, '.', 2) as head,
        count(*)::int as values
      from ${sql.identifier(table)} where ${sql.identifier(column)} is not null group by 1`);
    for (const { head, values } of rows) {
      const key = sealedUnder(head);
      counts.set(key, (counts.get(key) ?? 0) + values);
    }
  }
  return {
    publicKey,
    fingerprint: sha256(publicKey).slice(0, 32),
    sealed: [...counts].map(([key, values]) => ({ key, isNewest: key === ctx.keys.seal.current, values })),
  };
}

async function sealedColumns({ tx }: Ctx): Promise<{ table: string; column: string }[]> {
  const { rows } = await tx.execute<{ table: string; column: string }>(sql`
    select table_name as "table", column_name as "column" from information_schema.columns
    where table_schema = 'public' and column_name like 'sealed\\_%' and data_type = 'text' order by 1, 2`);
  return rows;
}
