import { type AnyColumn, and, eq, gte, type SQL, sql } from 'drizzle-orm';
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
 * What is left of this calendar month's tokens, in the workspace's time zone: of the workspace's, and of those that a
 * person (who acts, or for whom the system does) may use of them, whichever is less; null: there is no limit. May be below zero: a turn that began within
 * the budget is finished.
 */
export async function modelTokensLeft(ctx: Ctx, userId = actingUser(ctx)): Promise<number | null> {
  const { monthlyTokens, monthlyTokensPerPerson: own } = ctx.tenant.settings.model;
  const left = [
    ...(monthlyTokens === null ? [] : [monthlyTokens - (await usedThisMonth(ctx, null))]),
    ...(own === null || userId === null ? [] : [own - (await usedThisMonth(ctx, userId))]),
  ];
  return left.length === 0 ? null : Math.min(...left);
}

const actingUser = ({ actor }: Ctx): string | null => (actor.kind === 'person' ? actor.userId : null);

/** Tokens both ways, in conversations and beside them; of one person or of all. */
async function usedThisMonth(ctx: Ctx, userId: string | null): Promise<number> {
  const since = monthStart(ctx);
  const of = (column: AnyColumn) => (userId === null ? undefined : eq(column, userId));
  const said = and(gte(threadMessages.createdAt, since), of(threadMessages.userId));
  const { inputTokens, outputTokens } = await usageWhere(ctx, said);
  const [calls] = await ctx.tx
    .select({
      tokens: sql<number>`coalesce(sum(${modelCalls.inputTokens} + ${modelCalls.outputTokens}), 0)::float8`,
    })
    .from(modelCalls)
    .where(and(gte(modelCalls.createdAt, since), of(modelCalls.userId)));
  return inputTokens + outputTokens + (calls?.tokens ?? 0);
}

export const modelMonth = z.object({
  tokens: z.number().nonnegative(),
  /** Of them, what the acting person used. */
  ownTokens: z.number().nonnegative(),
  /** What is left of the budget, whichever limit is nearer; null: there is none. */
  left: z.number().nullable(),
  /** Who answered in conversations, most answers first. */
  minds: z.array(z.object({ mind: z.string(), answers: z.int(), tokens: z.number(), costUsd: z.number() })),
});

/** What this calendar month's answers and writing used, for whoever sets the budget. */
export async function readModelMonth(ctx: Ctx): Promise<z.infer<typeof modelMonth>> {
  demand(ctx.actor, 'read');
  const { rows: minds } = await ctx.tx.execute<z.infer<typeof modelMonth>['minds'][number]>(sql`
    select provenance->>'mind' as mind, count(*)::int as answers,
      coalesce(sum((provenance->>'inputTokens')::numeric + (provenance->>'outputTokens')::numeric), 0)::float8
        as tokens,
      coalesce(sum((provenance->>'costUsd')::numeric), 0)::float8 as "costUsd"
    from thread_messages
    where role = 'agent' and created_at >= ${monthStart(ctx)} and provenance->>'mind' is not null
    group by 1 order by 2 desc, 1 limit 10`);
  const ownTokens = ctx.actor.kind === 'person' ? await usedThisMonth(ctx, ctx.actor.userId) : 0;
  return { tokens: await usedThisMonth(ctx, null), ownTokens, left: await modelTokensLeft(ctx), minds };
}

const monthStart = (ctx: Ctx): Date =>
  instantAt(`${ctx.today.slice(0, 7)}-01`, '00:00', ctx.tenant.settings.timeZone);

/** Writes down what a call outside of conversations used; it counts in the same budget, and in that of whoever asked for it. */
export async function recordModelCall(
  ctx: Ctx,
  call: ModelUsage & { mind: string; purpose: 'triage' | 'writing'; userId?: string | null },
): Promise<void> {
  await ctx.tx.insert(modelCalls).values({ tenantId: ctx.tenant.id, ...call, createdAt: ctx.now });
}

async function usageWhere(ctx: Ctx, condition: SQL | undefined): Promise<ModelUsage> {
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
