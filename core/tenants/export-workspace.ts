import { sql } from 'drizzle-orm';
import { recordAudit } from '../audit/record.ts';
import type { Ctx, Within } from '../context.ts';
import { demandSignedIn } from './demand-signed-in.ts';
import { type Actor, demand } from './roles.ts';

const PAGE = 1_000;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/** What opens a door, or opened one: of no use to whoever takes their data along, and to a thief of the file. */
const CREDENTIALS = [
  ...['sessions', 'sign_in_links', 'api_tokens', 'challenges', 'failed_tries', 'idempotency_keys'],
  ...['passkeys', 'totps'],
];

type Scope = { within: Within; tenantId: string; actor: Actor };
type Table = { name: string; key: string; secrets: string[] };

/**
 * Everything of the workspace but its credentials and sealed values, a JSON object a line: `{ table, row }`. Each page is
 * a transaction of its own, seen as the workspace sees itself: what is written meanwhile may or may not be in it. Needs
 * `administer`, `export` and `unmask`, signed in; the log has it.
 */
export async function* exportWorkspace({ within, tenantId, actor }: Scope): AsyncGenerator<object> {
  const tables = await within(tenantId, actor, async (ctx) => {
    // A role of the workspace's own may administer and see nobody's address.
    for (const right of ['administer', 'export', 'unmask'] as const) demand(ctx.actor, right);
    demandSignedIn(ctx.actor);
    await recordAudit(ctx, { action: 'workspace.exported' });
    return listTables(ctx);
  });
  for (const table of tables) {
    for (let after: string | null = BEFORE_ALL; after !== null; ) {
      const from: string = after;
      const page = await within(tenantId, actor, (ctx) => readPage(ctx, { table, after: from }));
      yield* page.map(({ row }) => ({ table: table.name, row }));
      after = page.length === PAGE ? page.at(-1)!.key : null;
    }
  }
}

async function listTables({ tx }: Ctx): Promise<Table[]> {
  const { rows } = await tx.execute<Table>(sql`
    select c.relname as name, k.attname as key,
      (select coalesce(jsonb_agg(a.attname), '[]') from pg_attribute a where a.attrelid = c.oid and a.attnum > 0
        and (a.attname like 'sealed\\_%' or a.attname = 'password_hash')) as secrets
    from pg_class c
    join pg_index i on i.indrelid = c.oid and i.indisprimary
    join pg_attribute k on k.attrelid = c.oid and k.attnum = i.indkey[0]
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
    order by c.relname`);
  return rows.filter(({ name }) => !CREDENTIALS.includes(name));
}

async function readPage(ctx: Ctx, { table, after }: { table: Table; after: string }) {
  const [name, key] = [sql.identifier(table.name), sql.identifier(table.key)];
  const { rows } = await ctx.tx.execute<{ key: string; row: unknown }>(sql`
    select t.${key} as key, to_jsonb(t) - ${sql.param(table.secrets)}::text[] as row
    from ${name} t where t.${key} > ${after}::uuid order by t.${key} limit ${PAGE}`);
  return rows;
}
