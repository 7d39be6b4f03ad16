import { and, eq, isNotNull, lte } from 'drizzle-orm';
import { z } from 'zod';
import { tenants } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx, Database, Within } from '../context.ts';
import { demandSignedIn } from './demand-signed-in.ts';
import { deleteTenant } from './end-tenant.ts';
import { demand } from './roles.ts';

/** Long enough that somebody notices what a stolen session asked for, over a weekend too. */
const DAYS = 7;

export const endingWorkspace = z.strictObject({
  confirm: z.string().max(100).describe('The short name of the workspace.'),
});

/**
 * Has the workspace deleted for good in seven days, with everything in it; until then all goes on, everybody is told, and
 * any admin may call it off. Needs `administer`, signed in. Throws `input:invalid` unless its short name is said. When.
 */
export async function endWorkspace(ctx: Ctx, { confirm }: z.infer<typeof endingWorkspace>): Promise<Date> {
  demandAdmin(ctx);
  if (confirm !== ctx.tenant.slug)
    throw new AppError('input:invalid', 'This is not the short name of the workspace.', {
      nextStep: `Say ${ctx.tenant.slug} to have all of it deleted in ${DAYS} days.`,
      where: { field: 'confirm' },
    });
  const known = await readEnd(ctx);
  if (known) return known;
  const endsAt = new Date(ctx.now.getTime() + DAYS * 86_400_000);
  await ctx.tx.update(tenants).set({ endsAt }).where(eq(tenants.id, ctx.tenant.id));
  await recordAudit(ctx, { action: 'workspace.ends', data: { endsAt: endsAt.toISOString() } });
  return endsAt;
}

/** Calls the end off. Needs `administer`, signed in. */
export async function keepWorkspace(ctx: Ctx): Promise<void> {
  demandAdmin(ctx);
  const kept = await ctx.tx
    .update(tenants)
    .set({ endsAt: null })
    .where(and(eq(tenants.id, ctx.tenant.id), isNotNull(tenants.endsAt)))
    .returning({ id: tenants.id });
  if (kept.length > 0) await recordAudit(ctx, { action: 'workspace.kept' });
}

/** When the workspace is deleted, where somebody asked for that. */
export async function readEnd(ctx: Ctx): Promise<Date | null> {
  demand(ctx.actor, 'read');
  const [row] = await ctx.tx
    .select({ endsAt: tenants.endsAt })
    .from(tenants)
    .where(eq(tenants.id, ctx.tenant.id));
  return row?.endsAt ?? null;
}

const ENDING = { kind: 'system', name: 'end of the workspace' } as const;

/** Deletes the workspace where its time has come; whether it did. */
export async function deleteWhenDue(
  { within, database }: { within: Within; database: Database },
  tenantId: string,
): Promise<boolean> {
  const slug = await within(tenantId, ENDING, async (ctx) => {
    const isDue = and(eq(tenants.id, tenantId), lte(tenants.endsAt, ctx.now));
    const [due] = await ctx.tx.select({ slug: tenants.slug }).from(tenants).where(isDue);
    return due?.slug;
  });
  if (!slug) return false;
  await deleteTenant(database, { slug, confirm: slug });
  return true;
}

function demandAdmin({ actor }: Ctx): void {
  demand(actor, 'administer');
  demandSignedIn(actor);
}
