// What turns would wait for is read beside them: the words of customers as an import writes them, and now and then which
// words nobody has any more.
import { prepareCustomerNames } from '../agent/planner/names/customer-names.ts';
import type { Within } from '../core/context.ts';
import { areWordsKept, keepVocabulary } from '../core/read-vocabulary.ts';
import type { Log } from '../lib/log.ts';
import { noMoreOften } from '../lib/no-more-often.ts';
import { shareRuns } from '../lib/share-runs.ts';

const FOLLOWING = { kind: 'system', name: 'words' } as const;
const WRITTEN_EVERY_MS = 500;
const LOOK_EVERY_MS = 10_000;

/**
 * `soon` is asked for where customers were written, `look` behind a turn. Both do nothing where nobody has talked: a first
 * turn reads all, unless they were read `ahead` of it. A turn that comes meanwhile reads the rest itself.
 */
export function openFollower({ within, log }: { within: Within; log: Log }) {
  const running = new Set<Promise<void>>();
  const read = shareRuns(async (tenantId: string): Promise<void> => {
    await prepareCustomerNames(await within(tenantId, FOLLOWING, (ctx) => keepVocabulary(ctx)));
  });
  const run = (tenantId: string): Promise<void> => {
    const own = read(tenantId)
      .catch((err: unknown) => log.error({ err, tenantId }, 'words could not be followed'))
      .finally(() => running.delete(own));
    running.add(own);
    return own;
  };
  const begin = (tenantId: string): void => {
    if (areWordsKept(tenantId)) void run(tenantId);
  };
  let isClosing = false;
  const written = noMoreOften(WRITTEN_EVERY_MS, begin);
  const looked = noMoreOften(LOOK_EVERY_MS, begin);
  return {
    soon: written.ask,
    look: looked.ask,
    /** One workspace after the other. */
    ahead: async (tenantIds: readonly string[]): Promise<void> => {
      for (const tenantId of tenantIds) if (!isClosing) await run(tenantId);
    },
    close: async (): Promise<void> => {
      isClosing = true;
      written.stop();
      looked.stop();
      await Promise.all(running);
    },
  };
}
