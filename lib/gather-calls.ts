import { setImmediate as nextTurn } from 'node:timers/promises';

type Waiting<I, O> = { item: I; done: (output: O) => void; failed: (error: unknown) => void };

// What is done in one go is waited for by all of it; twice as many would gain little and take twice as long.
const AT_ONCE = 100;

/**
 * Many small calls for the price of a few: those of one key that come before a run begins, which `gathered` says, are that
 * run, in the order in which they came. When a run of several fails, each is tried alone, so that only the one whose fault it is
 * hears of it; `work` must bear being done again.
 */
export function gatherCalls<I, O>(
  work: (key: string, items: readonly I[]) => Promise<readonly O[]>,
  // Whoever calls in the same turn is in the run.
  gathered: () => Promise<unknown> = () => nextTurn(),
): (key: string, item: I) => Promise<O> {
  const queues = new Map<string, Waiting<I, O>[]>();

  async function run(key: string, batch: readonly Waiting<I, O>[]): Promise<void> {
    try {
      const outputs = await work(
        key,
        batch.map(({ item }) => item),
      );
      for (const [at, { done }] of batch.entries()) done(outputs[at]!);
    } catch (error) {
      if (batch.length === 1) batch[0]!.failed(error);
      else for (const one of batch) await run(key, [one]);
    }
  }

  async function drain(key: string, queue: Waiting<I, O>[]): Promise<void> {
    while (queue.length > 0) {
      await gathered();
      await run(key, queue.splice(0, AT_ONCE));
    }
    queues.delete(key);
  }

  return (key, item) =>
    new Promise((done, failed) => {
      const queue = queues.get(key);
      if (queue) queue.push({ item, done, failed });
      else {
        const fresh = [{ item, done, failed }];
        queues.set(key, fresh);
        void drain(key, fresh);
      }
    });
}
