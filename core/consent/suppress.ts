import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { suppressions } from '../../db/schema/index.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';
import { haltMessages } from './halt-messages.ts';

export type SuppressionScope = 'all' | 'marketing' | 'held';
export type NewSuppression = {
  addressHash: string;
  /** `all` and `held` are every purpose, the latter until a person has decided; `marketing` leaves service messages allowed. */
  scope: SuppressionScope;
  /** In a word: opted_out, complained, erased, … */
  reason: string;
  /** Where it came from: "reply", "receipt", "import", "person", … */
  source: string;
};

/**
 * From now on nothing of that scope goes to the address, whatever a consent says; what is queued for it is dropped in
 * the same transaction. Doing it twice is the same as once.
 */
export async function suppress(ctx: Ctx, input: NewSuppression): Promise<{ halted: number }> {
  const { addressHash, scope, reason, source } = input;
  const [isNew] = await suppressAll(ctx, [input]);
  if (isNew)
    await recordAudit(ctx, {
      action: 'address.suppressed',
      subject: addressHash,
      data: { scope, reason, source },
    });
  return { halted: await haltMessages(ctx, { addressHashes: [addressHash], contactIds: [], scope }) };
}

/** Only writes them down; what is queued for them, and the log, is whoever calls'. No address twice; answers which are new. */
export async function suppressAll(ctx: Ctx, inputs: readonly NewSuppression[]): Promise<string[]> {
  if (inputs.length === 0) return [];
  const rows = await ctx.tx
    .insert(suppressions)
    .values(inputs.map((input) => ({ ...input, tenantId: ctx.tenant.id, at: ctx.now, liftedAt: null })))
    .onConflictDoUpdate({
      target: [suppressions.tenantId, suppressions.addressHash, suppressions.scope],
      set: {
        reason: sql`excluded.reason`,
        source: sql`excluded.source`,
        at: sql`excluded.at`,
        liftedAt: null,
      },
      // One that stands keeps its own reason and day: they are the record of why.
      setWhere: isNotNull(suppressions.liftedAt),
    })
    .returning({ addressHash: suppressions.addressHash });
  return rows.map(({ addressHash }) => addressHash);
}

/** Ends a suppression because a person of the tenant, or the contact's own words, said so; never a model. */
export async function liftSuppression(ctx: Ctx, input: Omit<NewSuppression, 'reason'>): Promise<boolean> {
  demand(ctx.actor, 'reply');
  const lifted = await ctx.tx
    .update(suppressions)
    .set({ liftedAt: ctx.now })
    .where(
      and(
        eq(suppressions.addressHash, input.addressHash),
        eq(suppressions.scope, input.scope),
        isNull(suppressions.liftedAt),
      ),
    )
    .returning({ id: suppressions.id });
  if (lifted.length === 0) return false;
  await recordAudit(ctx, { action: 'suppression.lifted', subject: input.addressHash, data: { ...input } });
  return true;
}
