import { desc, eq } from 'drizzle-orm';
import { auditEvents, auditHeads } from '../../db/schema/index.ts';
import { canonical } from '../../lib/canonical.ts';
import { signEnvelope } from '../../lib/dsse.ts';
import type { Ctx } from '../context.ts';
import { signingKey } from '../tenants/signing-key.ts';
import { type AuditHead, HEAD_TYPE } from './audit-line.ts';
import { appendRecorded } from './record.ts';

/**
 * Signs how far the chain goes by now, once for each place. Whoever keeps a signed head can show later that nothing up
 * to it was changed or taken out, also by somebody who owns the database.
 */
export async function signHead(ctx: Ctx): Promise<void> {
  // What was just recorded belongs to it.
  await appendRecorded(ctx);
  const [last] = await ctx.tx.select().from(auditEvents).orderBy(desc(auditEvents.seq)).limit(1);
  if (!last) return;
  const known = await ctx.tx.select().from(auditHeads).where(eq(auditHeads.seq, last.seq));
  if (known.length > 0) return;
  const { seq, hash } = last;
  const head: AuditHead = { tenantId: ctx.tenant.id, seq, hash, signedAt: ctx.now.toISOString() };
  const envelope = signEnvelope(HEAD_TYPE, canonical(head), await signingKey(ctx));
  await ctx.tx
    .insert(auditHeads)
    .values({ tenantId: ctx.tenant.id, seq, envelope, createdAt: ctx.now })
    .onConflictDoNothing();
}

const DAY_MS = 24 * 3_600_000;

/** Signs the chain when a day has passed since it was signed last. */
export async function signDueHead(ctx: Ctx): Promise<void> {
  const [last] = await ctx.tx.select().from(auditHeads).orderBy(desc(auditHeads.seq)).limit(1);
  if (!last || ctx.now.getTime() - last.createdAt.getTime() >= DAY_MS) await signHead(ctx);
}
