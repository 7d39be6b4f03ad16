// Writes what is wanted, beside everything else: rows are claimed with a lease, the model is asked outside any
// transaction, each text is checked and, when it fails, asked for once more with the reason.
import { eq, inArray, sql } from 'drizzle-orm';
import { writtenMessages } from '../../../db/schema/index.ts';
import { isAppError } from '../../../lib/errors.ts';
import type { Log } from '../../../lib/log.ts';
import { readCampaign } from '../../campaigns/read-campaign.ts';
import type { Ctx, Within } from '../../context.ts';
import type { ModelBudget, Writer } from '../../ports.ts';
import { modelTokensLeft, recordModelCall } from '../../threads/model-usage.ts';
import type { Composed } from '../compose-one.ts';
import { acceptWritten, writerInput } from '../written.ts';
import { composeCampaign } from './compose-campaign.ts';
import { basisOf, byKey, keyOf, type WrittenRow } from './written-text.ts';

export type WritingRunner = {
  /** Begins with what is wanted, unless it has already; does not wait for it. */
  pickUp(tenantId: string): void;
  settle(): Promise<void>;
  /** Stops after the batch at hand; what is left is picked up again. */
  close(): Promise<void>;
};

/** Without a writer what is wanted fails, and says so. */
type Deps = { within: Within; writer: Writer | null; log: Log };

const ACTOR = { kind: 'system', name: 'writer' } as const;
// As many answers as are waited for at once; a claim holds two rounds of them.
const AT_ONCE = 6;
const CLAIMED = 2 * AT_ONCE;
const TRIES = 3;

/** Texts that are written in this process, one campaign of a tenant at a time. */
export function createWritingRunner({ log, ...deps }: Deps): WritingRunner {
  const running = new Map<string, Promise<void>>();
  const stop = new AbortController();
  const run = async (tenantId: string): Promise<void> => {
    while (!stop.signal.aborted) if ((await writeBatch({ ...deps, tenantId })) === 0) return;
  };
  const settle = async (): Promise<void> => {
    while (running.size > 0) await Promise.all(running.values());
  };
  return {
    pickUp(tenantId) {
      if (running.has(tenantId) || stop.signal.aborted) return;
      const work = run(tenantId)
        .catch((error: unknown) => log.error({ err: error, tenantId }, 'writing stopped'))
        .finally(() => running.delete(tenantId));
      running.set(tenantId, work);
    },
    settle,
    async close() {
      stop.abort();
      await settle();
    },
  };
}

type Item = { row: WrittenRow; composed: Composed };
type Outcome = { row: WrittenRow } & Partial<
  Pick<WrittenRow, 'status' | 'subject' | 'body' | 'reason' | 'basis'>
>;

/** How many rows it took; 0 when nothing is wanted or may be written now. */
export async function writeBatch({ within, writer, tenantId }: Omit<Deps, 'log'> & { tenantId: string }) {
  const { taken, items } = await within(tenantId, ACTOR, (ctx) => claim(ctx, writer !== null));
  if (!writer || items.length === 0) return taken;
  const recordOf =
    ({ row: { createdBy: userId } }: Item): ModelBudget['record'] =>
    (used) =>
      within(tenantId, ACTOR, (ctx) => recordModelCall(ctx, { purpose: 'writing', userId, ...used }));
  const outcomes: Outcome[] = [];
  for (let at = 0; at < items.length; at += AT_ONCE)
    outcomes.push(
      ...(await Promise.all(
        items.slice(at, at + AT_ONCE).map((item) => writeOne({ writer, record: recordOf(item) }, item)),
      )),
    );
  await within(tenantId, ACTOR, (ctx) => store(ctx, outcomes));
  return taken;
}

/**
 * The next of one campaign, with their letters as they stand now; what can no longer be written is told so. Each row is
 * written once: changed again in the same transaction it would wait for whoever holds its campaign, and they for it.
 */
async function claim(ctx: Ctx, hasWriter: boolean): Promise<{ taken: number; items: Item[] }> {
  const next = await ctx.tx
    .select()
    .from(writtenMessages)
    .where(
      sql`${IS_NEXT} and ${writtenMessages.campaignId} = (select campaign_id from written_messages
        where ${IS_NEXT} order by created_at limit 1)`,
    )
    .orderBy(writtenMessages.id)
    .limit(CLAIMED)
    .for('update', { skipLocked: true });
  const taken = next.length;
  if (taken === 0) return { taken, items: [] };
  const giveUp = (rows: readonly WrittenRow[], reason: string) =>
    store(
      ctx,
      rows.map((row): Outcome => ({ row, status: 'failed', reason })),
    );
  const why = hasWriter ? await spentWords(ctx) : 'no model is set up';
  if (why) {
    await giveUp(next, why);
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

async function spentWords(ctx: Ctx): Promise<string | null> {
  const left = await modelTokensLeft(ctx);
  return left !== null && left <= 0 ? 'the tokens of this month are used up' : null;
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

type Asked = { writer: Writer; record: ModelBudget['record'] };

async function writeOne({ writer, record }: Asked, { row, composed }: Item): Promise<Outcome> {
  const basis = basisOf(composed);
  let problems: string[] = [];
  try {
    for (let draft = 1; draft <= 2; draft += 1) {
      const written = await writer.write({ ...writerInput(composed), problems }, record);
      const { refused } = acceptWritten(composed, { ...written, author: 'writer' }, null);
      const text = { subject: written.subject ?? null, body: written.text };
      if (!refused) return { row, ...text, basis, status: 'written', reason: null };
      problems = refused;
    }
    return { row, basis, status: 'refused', reason: problems.join(' ') };
  } catch (error) {
    if (!isAppError(error)) throw error;
    // Away for now: another look finds it, unless it has been tried often enough.
    if (row.tries < TRIES && error.code === 'model:unreachable') return { row, reason: error.message };
    return { row, basis, status: 'failed', reason: error.message };
  }
}

/** A row that was edited, dropped or wanted anew meanwhile keeps what it says now. */
async function store(ctx: Ctx, outcomes: readonly Outcome[]): Promise<void> {
  for (const { row, ...outcome } of outcomes.toSorted((a, b) => byKey(a.row, b.row))) {
    // Tried again in half a minute where it is still wanted.
    const leaseUntil = outcome.status ? null : sql`now() + interval '30 seconds'`;
    await ctx.tx
      .update(writtenMessages)
      .set({ ...outcome, reason: outcome.reason?.slice(0, 500) ?? null, leaseUntil, updatedAt: ctx.now })
      .where(sql`${eq(writtenMessages.id, row.id)} and ${eq(writtenMessages.status, 'wanted')}
        and ${eq(writtenMessages.tries, row.tries)}`);
  }
}
