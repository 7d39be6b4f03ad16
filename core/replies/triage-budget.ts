import type { Ctx } from '../context.ts';
import type { ModelBudget } from '../ports.ts';
import { modelTokensLeft, recordModelCall } from '../threads/model-usage.ts';

type Within = <T>(work: (ctx: Ctx) => Promise<T>) => Promise<T>;

/** What a workspace may spend on reading replies. Each look is a transaction of its own: none is open while a model thinks. */
export const triageBudget = (within: Within): ModelBudget => ({
  tokensLeft: () => within(modelTokensLeft),
  record: (used) => within((ctx) => recordModelCall(ctx, { purpose: 'triage', ...used })),
});
