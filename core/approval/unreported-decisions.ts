import { and, asc, isNotNull, isNull, ne } from 'drizzle-orm';
import { approvals } from '../../db/schema/index.ts';
import type { Within } from '../context.ts';
import type { Actor } from '../tenants/roles.ts';

const SWEEPER: Actor = { kind: 'system', name: 'sweeper' };

/** Approvals that were decided (or ended otherwise) while their conversation may still wait for it, oldest first. */
export const unreportedDecisions = (within: Within, tenantId: string): Promise<string[]> =>
  within(tenantId, SWEEPER, async (ctx) => {
    const rows = await ctx.tx
      .select({ id: approvals.id })
      .from(approvals)
      .where(
        and(ne(approvals.status, 'requested'), isNull(approvals.reportedAt), isNotNull(approvals.threadId)),
      )
      .orderBy(asc(approvals.decidedAt))
      .limit(20);
    return rows.map(({ id }) => id);
  });
