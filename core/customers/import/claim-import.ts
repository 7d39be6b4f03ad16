import { and, eq, sql } from 'drizzle-orm';
import { imports } from '../../../db/schema/index.ts';
import type { Ctx, Within } from '../../context.ts';

type Claim = { within: Within; tenantId: string; importId: string; owner: string };

// Longer than any batch takes; whoever died is taken over from after it.
const LEASE_SECONDS = 60;

const SYSTEM = { kind: 'system', name: 'import' } as const;

/** Takes an import that is to run and that nobody has; undefined for any other. */
export const claimImport = ({ within, tenantId, importId, owner }: Claim) =>
  within(tenantId, SYSTEM, async (ctx) => {
    const [row] = await ctx.tx
      .update(imports)
      .set({ leaseOwner: owner, leaseUntil: leaseEnd })
      .where(
        and(
          eq(imports.id, importId),
          eq(imports.status, 'running'),
          sql`(${imports.leaseUntil} is null or ${imports.leaseUntil} < now() or ${imports.leaseOwner} = ${owner})`,
        ),
      )
      .returning();
    return row;
  });

export const leaseEnd = sql`now() + make_interval(secs => ${sql.raw(String(LEASE_SECONDS))})`;

/** Whoever ends in order lets another go on at once. */
export const releaseImport = (ctx: Ctx, { importId, owner }: Pick<Claim, 'importId' | 'owner'>) =>
  ctx.tx
    .update(imports)
    .set({ leaseOwner: null, leaseUntil: null })
    .where(and(eq(imports.id, importId), eq(imports.leaseOwner, owner)));
