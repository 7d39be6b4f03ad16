import { sql } from 'drizzle-orm';
import { insertRows } from '../../db/queries/bulk-rows.ts';
import { auditEvents } from '../../db/schema/index.ts';
import { canonical } from '../../lib/canonical.ts';
import { sha256 } from '../../lib/crypto.ts';
import { newId } from '../../lib/ids.ts';
import type { Ctx } from '../context.ts';
import type { Actor } from '../tenants/roles.ts';
import { tellWebhooks } from '../webhooks/tell-webhooks.ts';

export type AuditEntry = { action: string; subject?: string; data?: Record<string, unknown> };

/** What was recorded in a transaction and waits for its end. */
export type Recorded = { entry: AuditEntry; actor: Actor; at: Date };

/** Says who did what when: it is in the log with the transaction that it happened in, or neither is. */
export const recordAudit = (ctx: Ctx, entry: AuditEntry): Promise<void> => recordAudits(ctx, [entry]);

/** As `recordAudit`, several in their order. */
export async function recordAudits(
  { recorded, actor, now }: Ctx,
  entries: readonly AuditEntry[],
): Promise<void> {
  recorded.push(...entries.map((entry) => ({ entry, actor, at: now })));
}

/**
 * Appends all that was recorded, as the last that a transaction does: one writer of a workspace's chain at a time, until
 * its transaction ends, so whatever came after would be waited for by everybody. Each row's hash covers the row before
 * it, so that a gap or a change shows.
 */
export async function appendRecorded(ctx: Ctx): Promise<void> {
  const recorded = ctx.recorded.splice(0);
  if (recorded.length === 0) return;
  await tellWebhooks(ctx, recorded);
  const last = await lockEnd(ctx);
  let [seq, previousHash] = [last?.seq ?? 0, last?.hash ?? ''];
  const rows = recorded.map(({ entry: { action, subject = null, data = {} }, actor, at }) => {
    seq += 1;
    const row = { tenantId: ctx.tenant.id, seq, at, actor, action, subject, data };
    const hash = auditHash({ ...row, previousHash });
    const linked = { id: newId(), ...row, previousHash, hash };
    previousHash = hash;
    return linked;
  });
  await insertRows(ctx.tx, auditEvents, rows);
}

type End = { seq: number; hash: string };

/** The row that the next one follows. Two statements, so that it is read once the lock is held, and one question. */
async function lockEnd({ tx }: Ctx): Promise<End | undefined> {
  const answers: unknown = await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(current_setting('app.tenant'), 1));
      select seq::int, hash from audit_events order by seq desc limit 1`,
  );
  return (answers as { rows: End[] }[])[1]!.rows[0];
}

type Hashed = Omit<typeof auditEvents.$inferInsert, 'hash' | 'id' | 'at'> & { at: Date | string };

/** SHA-256 of the canonical JSON of everything else in the row, the hash of the one before it included. */
export const auditHash = (row: Hashed): string =>
  sha256(canonical({ ...row, at: new Date(row.at).toISOString() }));
