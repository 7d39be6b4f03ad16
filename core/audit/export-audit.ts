import { and, asc, gt, lte, max } from 'drizzle-orm';
import { auditEvents, auditHeads } from '../../db/schema/index.ts';
import { envelopeSchema } from '../../lib/dsse.ts';
import type { Within } from '../context.ts';
import { type Actor, demand } from '../tenants/roles.ts';
import type { AuditEvent, AuditLine } from './audit-line.ts';
import { recordAudit } from './record.ts';
import { signHead } from './sign-head.ts';

type Scope = { within: Within; tenantId: string; actor: Actor };

const PAGE = 1_000;

/**
 * The whole log, signed up to and with the export itself. Each page is a transaction of its own: rows never change, and
 * nobody who writes has to wait. Needs `administer`.
 */
export async function* exportAudit({ within, tenantId, actor }: Scope): AsyncGenerator<AuditLine> {
  const { workspace, end, heads } = await within(tenantId, actor, async (ctx) => {
    demand(ctx.actor, 'administer');
    await recordAudit(ctx, { action: 'audit.exported' });
    await signHead(ctx);
    const [last] = await ctx.tx.select({ seq: max(auditEvents.seq) }).from(auditEvents);
    const signed = await ctx.tx.select().from(auditHeads).orderBy(asc(auditHeads.seq));
    return { workspace: ctx.tenant.name, end: last?.seq ?? 0, heads: signed };
  });
  yield { format: 'refrain-audit/1', tenantId, workspace };
  for (const { envelope } of heads) yield { head: envelopeSchema.parse(envelope) };
  for (let after = 0; after < end; ) {
    const page = await within(tenantId, actor, (ctx) =>
      ctx.tx
        .select()
        .from(auditEvents)
        .where(and(gt(auditEvents.seq, after), lte(auditEvents.seq, end)))
        .orderBy(asc(auditEvents.seq))
        .limit(PAGE),
    );
    if (page.length === 0) return;
    after = page.at(-1)!.seq;
    yield* page.map(toEvent);
  }
}

export function toEvent(row: typeof auditEvents.$inferSelect): AuditEvent {
  const { seq, action, subject, previousHash, hash } = row;
  const actor = row.actor as AuditEvent['actor'];
  const data = row.data as AuditEvent['data'];
  return { seq, at: row.at.toISOString(), actor, action, subject, data, previousHash, hash };
}
