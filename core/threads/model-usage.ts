import { and, eq, gte, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { modelCalls, threadMessages } from '../../db/schema/index.ts';
import { instantAt } from '../../lib/dates.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';

/** What models used, as their servers reported it; the cost by the prices of the settings, 0 where there are none. */
export const modelUsage = z.object({
  inputTokens: z.int().nonnegative(),
  outputTokens: z.int().nonnegative(),
  costUsd: z.number().nonnegative(),
});
export type ModelUsage = z.infer<typeof modelUsage>;

/** What one conversation used. */
export const threadUsage = (ctx: Ctx, threadId: string): Promise<ModelUsage> =>
  usageWhere(ctx, eq(threadMessages.threadId, threadId));

/**
 * What is left of the workspace's tokens for this calendar month, in its own time zone; null: it has no limit. May be
 * below zero: a turn that began within the budget is finished.
 */
export async function modelTokensLeft(ctx: Ctx): Promise<number | null> {
  const { model, timeZone } = ctx.tenant.settings;
  if (model.monthlyTokens === null) return null;
  const since = instantAt(`${ctx.today.slice(0, 7)}-01`, '00:00', timeZone);
  const { inputTokens, outputTokens } = await usageWhere(ctx, gte(threadMessages.createdAt, since));
  const [calls] = await ctx.tx
    .select({
      tokens: sql<number>`coalesce(sum(${modelCalls.inputTokens} + ${modelCalls.outputTokens}), 0)::float8`,
    })
    .from(modelCalls)
    .where(gte(modelCalls.createdAt, since));
  return model.monthlyTokens - inputTokens - outputTokens - (calls?.tokens ?? 0);
}

/** Writes down what a call outside of conversations used; it counts in the same budget. */
export async function recordModelCall(
  ctx: Ctx,
  call: ModelUsage & { mind: string; purpose: 'triage' | 'writing' },
): Promise<void> {
  await ctx.tx.insert(modelCalls).values({ tenantId: ctx.tenant.id, ...call, createdAt: ctx.now });
}

async function usageWhere(ctx: Ctx, condition: SQL): Promise<ModelUsage> {
  demand(ctx.actor, 'read');
  const sum = (key: keyof ModelUsage) =>
    sql<number>`coalesce(sum((${threadMessages.provenance}->>${sql.raw(`'${key}'`)})::numeric), 0)::float8`;
  const [row] = await ctx.tx
    .select({
      inputTokens: sum('inputTokens'),
      outputTokens: sum('outputTokens'),
      costUsd: sum('costUsd'),
    })
    .from(threadMessages)
    .where(and(eq(threadMessages.role, 'agent'), condition));
  return row!;
}
