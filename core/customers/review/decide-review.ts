import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { reviewDecisions, reviewItems } from '../../../db/schema/index.ts';
import { AppError } from '../../../lib/errors.ts';
import { newId } from '../../../lib/ids.ts';
import { recordAudit } from '../../audit/record.ts';
import type { Ctx } from '../../context.ts';
import { demandSignedIn } from '../../tenants/demand-signed-in.ts';
import { demand } from '../../tenants/roles.ts';
import { changeStep } from '../changes/change-step.ts';
import { carryOut } from './carry-out.ts';
import type { DoneStep } from './done-step.ts';

const ids = z.array(z.uuid()).min(1).max(5000);
/** Each of these writes a customer of its own accord. */
const fewer = ids.max(500);
const name = z.string().trim().min(1).max(200);

/**
 * - `confirm`: it is right as it is.
 * - `discard`: the entry is no customer; of a mere flag, drop the flag.
 * - `merge`: the customer is another one that is there: `keptId`, else the one it was taken for.
 * - `split`: the heading is several sites: `names`, else what stands between its semicolons.
 * - `fix`: the same values for all of them, as the person's own.
 */
export const reviewDecision = z.discriminatedUnion('decision', [
  z.strictObject({ decision: z.literal('confirm'), ids }),
  z.strictObject({ decision: z.literal('discard'), ids }),
  z.strictObject({ decision: z.literal('merge'), ids: fewer, keptId: z.uuid().optional() }),
  z.strictObject({
    decision: z.literal('split'),
    ids: fewer,
    names: z.array(name).min(2).max(20).optional(),
  }),
  z.strictObject({
    decision: z.literal('fix'),
    ids: fewer,
    steps: z
      .array(changeStep)
      .min(1)
      .max(5)
      .refine(
        (steps) => steps.every((step) => step.do === 'set' || step.do === 'set_units'),
        'only values and units',
      ),
  }),
]);
export type ReviewDecision = z.infer<typeof reviewDecision>;

export const reviewOutcome = z.object({
  /** Give it to `undoReview`; null when nothing was open any more. */
  decisionId: z.uuid().nullable(),
  decided: z.int(),
  /** Customers that are in audiences now, were taken out, became part of another one, were split off, were corrected. */
  activated: z.int(),
  discarded: z.int(),
  merged: z.int(),
  created: z.int(),
  fixed: z.int(),
});
export type ReviewOutcome = z.infer<typeof reviewOutcome>;

type Item = typeof reviewItems.$inferSelect;

const CLOSED = {
  confirm: 'confirmed',
  discard: 'discarded',
  merge: 'merged',
  split: 'split',
  fix: 'fixed',
} as const;

/**
 * Decides review items in bulk, all or none. A customer enters audiences when nothing that blocks it is open any more;
 * one that is discarded or merged stays so through every later import, and what was split or set stays too. Items
 * decided before are left as they are. Throws `review:unknown` when an id is nobody's and `review:invalid` when the
 * decision cannot be made of one of them; merging, splitting and fixing are for signed-in people.
 */
export async function decideReview(ctx: Ctx, input: ReviewDecision): Promise<ReviewOutcome> {
  demand(ctx.actor, 'import');
  if (input.decision !== 'confirm' && input.decision !== 'discard') demandSignedIn(ctx.actor);
  const open = (await lockItems(ctx, input.ids)).filter(({ status }) => status === 'open');
  if (open.length === 0) return countSteps(null, { decided: 0, steps: [] });
  const decisionId = newId();
  await ctx.tx.insert(reviewDecisions).values({
    ...{ id: decisionId, tenantId: ctx.tenant.id, decision: input.decision, done: [] },
    ...{ actor: ctx.actor, at: ctx.now },
  });
  const closed = { status: CLOSED[input.decision], decisionId };
  await ctx.tx
    .update(reviewItems)
    .set(closed)
    .where(sql`${reviewItems.id} = any(${sql.param(open.map(({ id }) => id))}::uuid[])`);
  const steps = await carryOut(ctx, input, open);
  // A customer that is no more has nothing open.
  const gone = steps.flatMap((step) => (isGone(step) ? [step.customerId] : []));
  if (gone.length > 0)
    await ctx.tx
      .update(reviewItems)
      .set(closed)
      .where(and(inArray(reviewItems.customerId, gone), eq(reviewItems.status, 'open')));
  await ctx.tx.update(reviewDecisions).set({ done: steps }).where(eq(reviewDecisions.id, decisionId));
  const data = { decisionId, ids: open.map(({ id }) => id), customerIds: customersOf(steps) };
  await recordAudit(ctx, { action: `review.${closed.status}`, data });
  return countSteps(decisionId, { decided: open.length, steps });
}

async function lockItems(ctx: Ctx, wanted: readonly string[]): Promise<Item[]> {
  const items = await ctx.tx
    .select()
    .from(reviewItems)
    .where(sql`${reviewItems.id} = any(${sql.param([...wanted])}::uuid[])`)
    .orderBy(asc(reviewItems.id))
    .for('update');
  const found = new Set(items.map(({ id }) => id));
  const missing = wanted.filter((id) => !found.has(id));
  if (missing.length === 0) return items;
  throw new AppError('review:unknown', `There is no review item ${missing[0]}.`, {
    nextStep: 'List the review again and choose from what is there.',
    where: { ids: missing },
  });
}

const isGone = (step: DoneStep): step is Extract<DoneStep, { do: 'status' }> =>
  step.do === 'status' && (step.after === 'merged' || step.after === 'discarded');

const customersOf = (steps: readonly DoneStep[]): string[] => [
  ...new Set(steps.flatMap((step) => ('customerId' in step ? [step.customerId] : []))),
];

function countSteps(
  decisionId: string | null,
  { decided, steps }: { decided: number; steps: readonly DoneStep[] },
): ReviewOutcome {
  const to = (status: string) => steps.filter((step) => step.do === 'status' && step.after === status).length;
  const of = (what: DoneStep['do']) => steps.filter((step) => step.do === what).length;
  return {
    ...{ decisionId, decided, activated: to('active'), discarded: to('discarded') },
    ...{ merged: of('merge'), created: of('create'), fixed: of('values') },
  };
}
