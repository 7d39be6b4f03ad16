import { type SQL, sql } from 'drizzle-orm';
import { recordAudit } from '../audit/record.ts';
import type { Ctx, Database, Within } from '../context.ts';
import type { TenantSettings } from './settings.ts';

const BATCH = 1_000;
const FORGETTING = { kind: 'system', name: 'retention' } as const;

type Kind = keyof TenantSettings['retention'];

/** What goes of each kind, a batch at a time, once it is older than that. */
const FORGET: Record<Kind, (before: string) => SQL> = {
  conversations: (before) => sql`delete from thread_messages where id in (
    select id from thread_messages where created_at < ${before}::timestamptz limit ${BATCH})`,
  replies: (before) => sql`update replies set body = '', headers = '{}' where id in (
    select id from replies where received_at < ${before}::timestamptz and body <> '' and triaged_at is not null
    limit ${BATCH})`,
  activities: (before) => sql`delete from activities where id in (
    select id from activities where at < ${before}::timestamptz limit ${BATCH})`,
  imports: (before) => sql`delete from import_entries where id in (
    select e.id from import_entries e join imports i on i.id = e.import_id
    where i.created_at < ${before}::timestamptz limit ${BATCH})`,
  webhooks: (before) => sql`delete from webhook_deliveries where id in (
    select id from webhook_deliveries where created_at < ${before}::timestamptz and status <> 'waiting'
    limit ${BATCH})`,
};

/**
 * Lets go of what the workspace keeps for a time only (`retention`), by the domain's clock, a batch of each kind. How
 * many of each went; the log has it. Messages, approvals and the log itself stay: they are the proof of what was done.
 */
export async function forgetOld(
  { within, database }: { within: Within; database: Pick<Database, 'pool'> },
  tenantId: string,
): Promise<Partial<Record<Kind, number>>> {
  const { gone, talks } = await within(tenantId, FORGETTING, async (ctx) => ({
    gone: await forgetBatch(ctx),
    talks: cutOf(ctx, 'conversations'),
  }));
  if (gone.conversations && talks) await forgetCheckpoints(database, { tenantId, before: talks });
  return gone;
}

const cutOf = ({ now, tenant }: Ctx, kind: Kind): string | null => {
  const days = tenant.settings.retention[kind];
  return days === null ? null : new Date(now.getTime() - days * 86_400_000).toISOString();
};

async function forgetBatch(ctx: Ctx): Promise<Partial<Record<Kind, number>>> {
  const gone: Partial<Record<Kind, number>> = {};
  for (const kind of Object.keys(FORGET) as Kind[]) {
    const before = cutOf(ctx, kind);
    const count = before ? ((await ctx.tx.execute(FORGET[kind](before))).rowCount ?? 0) : 0;
    if (count > 0) gone[kind] = count;
  }
  if (Object.keys(gone).length > 0) await recordAudit(ctx, { action: 'retention.forgotten', data: gone });
  return gone;
}

/** What the graph remembers of a conversation that nobody went on with since; the application's role cannot reach it. */
async function forgetCheckpoints(
  { pool }: Pick<Database, 'pool'>,
  { tenantId, before }: { tenantId: string; before: string },
): Promise<void> {
  const old = 'select id::text from public.threads where tenant_id = $1 and updated_at < $2';
  for (const table of ['checkpoints', 'checkpoint_blobs', 'checkpoint_writes'])
    await pool.query(`delete from langgraph.${table} where thread_id in (${old})`, [tenantId, before]);
}
