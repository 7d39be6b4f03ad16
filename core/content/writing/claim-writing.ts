// The rows of what is wanted: claimed with a lease, looked at once more before each is written, and stored.
import { eq, inArray, sql } from 'drizzle-orm';
import { writtenMessages } from '../../../db/schema/index.ts';
import { isAppError } from '../../../lib/errors.ts';
import { readCampaign } from '../../campaigns/read-campaign.ts';
import type { Ctx } from '../../context.ts';
import { modelTokensLeft } from '../../threads/model-usage.ts';
import type { Composed } from '../compose-one.ts';
import { composeCampaign } from './compose-campaign.ts';
import { byKey, keyOf, type WrittenRow } from './written-text.ts';

export type Item = { row: WrittenRow; composed: Composed };
/** Without a status it is tried again later. */
export type Outcome = { row: WrittenRow } & Partial<
  Pick<WrittenRow, 'status' | 'subject' | 'body' | 'reason' | 'basis'>
>;

type Asked = { hasWriter: boolean; most: number };

/**
 * The next of one campaign, with their letters as they stand now; what can no longer be written is told so. Each row is
 * written once: changed again in the same transaction it would wait for whoever holds its campaign, and they for it.
 */
export async function claim(ctx: Ctx, { hasWriter, most }: Asked): Promise<{ taken: number; items: Item[] }> {
  const next = await ctx.tx
    .select()
    .from(writtenMessages)
    .where(
      sql`${IS_NEXT} and ${writtenMessages.campaignId} = (select campaign_id from written_messages
        where ${IS_NEXT} order by created_at limit 1)`,
    )
    .orderBy(writtenMessages.id)
    .limit(most)
    .for('update', { skipLocked: true });
  const taken = next.length;
  if (taken === 0) return { taken, items: [] };
  const giveUp = (rows: readonly WrittenRow[], reason: string) =>
    store(
      ctx,
      rows.map((row): Outcome => ({ row, status: 'failed', reason })),
    );
  if (!hasWriter) {
    await giveUp(next, 'no model is set up');
    return { taken, items: [] };
  }
  const letters = await lettersOf(ctx, next[0]!.campaignId);
  const [here, gone] = [
    next.filter((row) => letters.has(keyOf(row))),
    next.filter((row) => !letters.has(keyOf(row))),
  ];
  await giveUp(gone, 'is no recipient any more');
  const rows = await lease(ctx, here);
  return { taken, items: rows.map((row) => ({ row, composed: letters.get(keyOf(row))! })) };
}

const IS_NEXT = sql`status = 'wanted' and (lease_until is null or lease_until < now())`;

async function lease(ctx: Ctx, rows: readonly WrittenRow[]): Promise<WrittenRow[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  return ctx.tx
    .update(writtenMessages)
    .set({ leaseUntil: sql`now() + interval '10 minutes'`, tries: sql`tries + 1` })
    .where(inArray(writtenMessages.id, ids))
    .returning();
}

async function lettersOf(ctx: Ctx, campaignId: string): Promise<Map<string, Composed>> {
  try {
    const composed = await composeCampaign(ctx, await readCampaign(ctx, campaignId));
    return new Map(composed.map((one) => [keyOf(one.recipient), one]));
  } catch (error) {
    // Deleted meanwhile, or changed into what cannot be written: its rows say so.
    if (isAppError(error)) return new Map();
    throw error;
  }
}

const FIRST_PAUSE_SECONDS = 30;
/** Seconds until a model that was away is asked again. */
export const pauseAfter = (tries: number): number => FIRST_PAUSE_SECONDS * 2 ** (tries - 1);

const isHeld = ({ id, tries }: WrittenRow) =>
  sql`${eq(writtenMessages.id, id)} and ${eq(writtenMessages.status, 'wanted')} and ${eq(writtenMessages.tries, tries)}`;

/** Just before it is written: whether somebody took it back or wrote it themselves, and what else is in the way. */
export async function lookAgain(
  ctx: Ctx,
  { row }: Item,
): Promise<'wanted' | 'taken back' | { isSpent: string }> {
  const [held] = await ctx.tx.select({ id: writtenMessages.id }).from(writtenMessages).where(isHeld(row));
  if (!held) return 'taken back';
  const left = await modelTokensLeft(ctx, row.createdBy);
  return left !== null && left <= 0 ? { isSpent: 'the tokens of this month are used up' } : 'wanted';
}

/** Gives back what was claimed and not begun: any process may take it at once. */
export async function release(ctx: Ctx, items: readonly Item[]): Promise<void> {
  for (const { row } of items.toSorted((a, b) => byKey(a.row, b.row)))
    await ctx.tx
      .update(writtenMessages)
      .set({ leaseUntil: null, tries: row.tries - 1 })
      .where(isHeld(row));
}

/** A row that was edited, dropped or wanted anew meanwhile keeps what it says now. */
export async function store(ctx: Ctx, outcomes: readonly Outcome[]): Promise<void> {
  for (const { row, ...outcome } of outcomes.toSorted((a, b) => byKey(a.row, b.row))) {
    const leaseUntil = outcome.status ? null : sql`now() + make_interval(secs => ${pauseAfter(row.tries)})`;
    await ctx.tx
      .update(writtenMessages)
      .set({ ...outcome, reason: outcome.reason?.slice(0, 500) ?? null, leaseUntil, updatedAt: ctx.now })
      .where(isHeld(row));
  }
}
