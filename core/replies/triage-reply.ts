import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { and, asc, isNull, lt } from 'drizzle-orm';
import { replies } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { gatherCalls } from '../../lib/gather-calls.ts';
import { storable } from '../../lib/text.ts';
import type { Ctx, Within } from '../context.ts';
import { type ModelBudget, type Triage, type Triager, triageSchema } from '../ports.ts';
import type { Actor } from '../tenants/roles.ts';
import { readTriageInputs, type ToRead } from './read-triage-inputs.ts';
import { triageBudget } from './triage-budget.ts';
import { MAX_FAILURES, type Reading, writeTriages } from './write-triages.ts';

export type TriageDeps = { within: Within; tenantId: string; triager: Triager };

const ACTOR: Actor = { kind: 'system', name: 'triage' };
const BATCH = 100;
// A model is asked about so many messages at a time; more would meet the limits of its server.
const SIDE_BY_SIDE = 5;
// What of several is read within this time is written by one transaction.
const TOGETHER_MS = 30;

/**
 * Has one reply read: reads the row, asks the triager outside of any transaction, writes the checked answer. The
 * triager may add an opt-out, which then acts; it cannot lift one. When it fails, the reply stays open for a person.
 * Throws `reply:unknown`.
 */
export async function triageReply(
  deps: TriageDeps,
  { replyId }: { replyId: string },
): Promise<Triage | null> {
  const [triage] = await triageAll(deps, async () => [replyId]);
  if (triage === undefined) throw new AppError('reply:unknown', 'There is no such reply.');
  return triage;
}

/** Reads what waits, oldest first; `left` says whether more was there than one tick takes. */
export async function triageTick(
  deps: TriageDeps,
): Promise<{ triaged: number; failed: number; left: boolean }> {
  let left = false;
  const read = await triageAll(deps, async ({ tx }) => {
    const rows = await tx
      .select({ id: replies.id })
      .from(replies)
      .where(and(isNull(replies.triagedAt), lt(replies.triageFailures, MAX_FAILURES)))
      .orderBy(asc(replies.triageFailures), asc(replies.receivedAt), asc(replies.id))
      .limit(BATCH + 1);
    left = rows.length > BATCH;
    return rows.slice(0, BATCH).map(({ id }) => id);
  });
  const triaged = read.filter((triage) => triage !== null).length;
  return { triaged, failed: read.length - triaged, left };
}

/** Several are asked about side by side; what is answered is written together, at once. */
async function triageAll(
  deps: TriageDeps,
  find: (ctx: Ctx) => Promise<readonly string[]>,
): Promise<(Triage | null)[]> {
  const asSystem = <T>(work: (ctx: Ctx) => Promise<T>) => deps.within(deps.tenantId, ACTOR, work);
  const found = await asSystem(async (ctx) => readTriageInputs(ctx, await find(ctx)));
  const waiting = found.entries();
  const write = gatherCalls(
    (_, readings: readonly Reading[]) => asSystem((ctx) => writeTriages(ctx, readings)),
    found.length > 1 ? () => pause(TOGETHER_MS) : undefined,
  );
  const budget = triageBudget(asSystem);
  const written: Promise<Triage | null>[] = [];
  const work = async () => {
    for (const [at, one] of waiting) {
      // The embedded triager never waits: requests that came meanwhile have their turn first.
      await nextTurn();
      const told = write('', await ask(deps.triager, one, budget));
      // Whether it was written is asked at the end, of all.
      told.catch(() => {});
      written[at] = told;
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
  return Promise.all(written);
}

// Whatever goes wrong in a mind is an outcome here, not a bug: a person reads the reply instead.
async function ask(triager: Triager, { row, input }: ToRead, budget: ModelBudget): Promise<Reading> {
  try {
    const parsed = triageSchema.safeParse(await triager.triage(input, budget));
    return parsed.success
      ? { row, triage: toStore(parsed.data) }
      : { row, failure: 'the answer was not of the closed form' };
  } catch (error) {
    return { row, failure: error instanceof Error ? error.message : 'unknown error' };
  }
}

// A zero byte and half a sign, as JSON writes them.
const UNSTORABLE = /\\u(?:0000|d[89a-f])/u;

/** Words that were cut in the middle of a sign, or that a model made up, must not keep the rest from being kept. */
function toStore(triage: Triage): Triage {
  const json = JSON.stringify(triage);
  if (!UNSTORABLE.test(json)) return triage;
  return JSON.parse(json, (_, value: unknown) =>
    typeof value === 'string' ? storable(value) : value,
  ) as Triage;
}
