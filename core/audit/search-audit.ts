import { and, desc, eq, gte, like, lt, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { auditEvents } from '../../db/schema/index.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';
import { auditEvent } from './audit-line.ts';
import { toEvent } from './export-audit.ts';

export const auditPage = z.object({
  events: z.array(auditEvent),
  /** Give it as `before` for the page of older ones; null on the last. */
  next: z.int().nullable(),
});

export type AuditQuery = {
  /** An action, or what comes before its dot: `campaign` finds `campaign.edit`. */
  action?: string | undefined;
  /** The id of what it was done to. */
  subject?: string | undefined;
  userId?: string | undefined;
  from?: string | undefined;
  until?: string | undefined;
  before?: number | undefined;
  limit: number;
};

/** Who did what, the newest first. `from` and `until` are instants; until is not included. Needs `administer`. */
export async function searchAudit(ctx: Ctx, query: AuditQuery): Promise<z.infer<typeof auditPage>> {
  demand(ctx.actor, 'administer');
  const rows = await ctx.tx
    .select()
    .from(auditEvents)
    .where(and(...conditions(query)))
    .orderBy(desc(auditEvents.seq))
    .limit(query.limit + 1);
  const page = rows.slice(0, query.limit);
  return { events: page.map(toEvent), next: rows.length > page.length ? page.at(-1)!.seq : null };
}

function conditions({ action, subject, userId, from, until, before }: AuditQuery): SQL[] {
  const whole = action?.includes('.');
  return [
    action && (whole ? eq(auditEvents.action, action) : like(auditEvents.action, `${action}.%`)),
    subject && eq(auditEvents.subject, subject),
    userId && sql`${auditEvents.actor} ->> 'userId' = ${userId}`,
    from && gte(auditEvents.at, new Date(from)),
    until && lt(auditEvents.at, new Date(until)),
    before && lt(auditEvents.seq, before),
  ].filter((condition) => typeof condition === 'object');
}
