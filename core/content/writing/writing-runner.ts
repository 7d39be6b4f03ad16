// Writes what is wanted, beside everything else: rows are claimed with a lease, the model is asked outside any
// transaction, each text is checked and, when it fails, asked for once more with the reason.
import { isAppError } from '../../../lib/errors.ts';
import type { Log } from '../../../lib/log.ts';
import type { Within } from '../../context.ts';
import type { ModelBudget, Writer } from '../../ports.ts';
import { recordModelCall } from '../../threads/model-usage.ts';
import { acceptWritten, writerInput } from '../written.ts';
import { claim, type Item, lookAgain, type Outcome, release, store } from './claim-writing.ts';
import { basisOf } from './written-text.ts';

export type WritingRunner = {
  /** Begins with what is wanted, unless it has already; does not wait for it. */
  pickUp(tenantId: string): void;
  settle(): Promise<void>;
  /** Stops after the texts at hand; what is left is picked up again. */
  close(): Promise<void>;
};

/** Without a writer what is wanted fails, and says so. */
type Deps = { within: Within; writer: Writer | null; log: Log };
type Batch = Omit<Deps, 'log'> & { tenantId: string; signal?: AbortSignal };

const ACTOR = { kind: 'system', name: 'writer' } as const;
// As many answers as are waited for at once; a claim holds two rounds of them.
const AT_ONCE = 6;
const CLAIMED = 2 * AT_ONCE;
// A model that is away is asked again for a quarter of an hour, ever more seldom.
const TRIES = 6;

/** Texts that are written in this process, one campaign of a tenant at a time. */
export function createWritingRunner({ log, ...deps }: Deps): WritingRunner {
  const running = new Map<string, Promise<void>>();
  const stop = new AbortController();
  const run = async (tenantId: string): Promise<void> => {
    while (!stop.signal.aborted)
      if ((await writeBatch({ ...deps, tenantId, signal: stop.signal })) === 0) return;
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

/** How many rows it took; 0 when nothing is wanted or may be written now. Each text is stored as it comes. */
export async function writeBatch({ within, writer, tenantId, signal }: Batch): Promise<number> {
  const most = CLAIMED;
  const { taken, items } = await within(tenantId, ACTOR, (ctx) =>
    claim(ctx, { hasWriter: writer !== null, most }),
  );
  if (!writer) return taken;
  const waiting = [...items];
  const next = async (item: Item): Promise<void> => {
    const stand = await within(tenantId, ACTOR, (ctx) => lookAgain(ctx, item));
    if (stand === 'taken back') return;
    const { row } = item;
    const record: ModelBudget['record'] = (used) =>
      within(tenantId, ACTOR, (ctx) =>
        recordModelCall(ctx, { purpose: 'writing', userId: row.createdBy, ...used }),
      );
    const outcome: Outcome =
      stand === 'wanted'
        ? await writeOne({ writer, record }, item)
        : { row, status: 'failed', reason: stand.isSpent };
    await within(tenantId, ACTOR, (ctx) => store(ctx, [outcome]));
  };
  const work = async (): Promise<void> => {
    for (let item = waiting.shift(); item; item = waiting.shift()) {
      if (signal?.aborted) return void waiting.push(item);
      await next(item);
    }
  };
  // All of them, also when one breaks: what is not awaited would go on behind whoever closes the database.
  const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, work));
  if (waiting.length > 0) await within(tenantId, ACTOR, (ctx) => release(ctx, waiting));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  return taken;
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
