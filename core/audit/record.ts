import { desc, sql } from 'drizzle-orm';
import { auditEvents } from '../../db/schema/index.ts';
import { canonical } from '../../lib/canonical.ts';
import { sha256 } from '../../lib/crypto.ts';
import type { Ctx } from '../context.ts';
import { tellWebhooks } from '../webhooks/tell-webhooks.ts';

export type AuditEntry = { action: string; subject?: string; data?: Record<string, unknown> };

/** Appends who did what when; each row's hash covers the row before it, so that a gap or a change shows. */
export const recordAudit = (ctx: Ctx, entry: AuditEntry): Promise<void> => recordAudits(ctx, [entry]);

/** As `recordAudit`, several in their order for the price of one. */
export async function recordAudits(ctx: Ctx, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  // One writer of a tenant's chain at a time, until its transaction ends.
  await ctx.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${ctx.tenant.id}, 1))`);
  const [last] = await ctx.tx
    .select({ seq: auditEvents.seq, hash: auditEvents.hash })
    .from(auditEvents)
    .orderBy(desc(auditEvents.seq))
    .limit(1);
  let [seq, previousHash] = [last?.seq ?? 0, last?.hash ?? ''];
  const rows = entries.map(({ action, subject = null, data = {} }) => {
    seq += 1;
    const row = { tenantId: ctx.tenant.id, seq, at: ctx.now, actor: ctx.actor, action, subject, data };
    const hash = auditHash({ ...row, previousHash });
    const linked = { ...row, previousHash, hash };
    previousHash = hash;
    return linked;
  });
  await ctx.tx.insert(auditEvents).values(rows);
  await tellWebhooks(ctx, entries);
}

type Hashed = Omit<typeof auditEvents.$inferInsert, 'hash' | 'id' | 'at'> & { at: Date | string };

/** SHA-256 of the canonical JSON of everything else in the row, the hash of the one before it included. */
export const auditHash = (row: Hashed): string =>
  sha256(canonical({ ...row, at: new Date(row.at).toISOString() }));
