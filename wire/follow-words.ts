// The words of customers who are being imported are followed as they are written, so that no turn waits for all of them.
import { prepareCustomerNames } from '../agent/planner/names/customer-names.ts';
import type { Within } from '../core/context.ts';
import { areWordsKept, keepVocabulary } from '../core/read-vocabulary.ts';
import type { Log } from '../lib/log.ts';
import { noMoreOften } from '../lib/no-more-often.ts';
import { shareRuns } from '../lib/share-runs.ts';

const FOLLOWING = { kind: 'system', name: 'words' } as const;
const EVERY_MS = 500;

/** `soon` does nothing where nobody has talked: a first turn reads all. A turn that comes meanwhile reads the rest itself. */
export function openFollower({ within, log }: { within: Within; log: Log }) {
  const running = new Set<Promise<void>>();
  const follow = shareRuns(async (tenantId: string): Promise<void> => {
    if (!areWordsKept(tenantId)) return;
    await prepareCustomerNames(await within(tenantId, FOLLOWING, (ctx) => keepVocabulary(ctx)));
  });
  const begin = (tenantId: string): void => {
    const run = follow(tenantId)
      .catch((err: unknown) => log.error({ err, tenantId }, 'words could not be followed'))
      .finally(() => running.delete(run));
    running.add(run);
  };
  const asked = noMoreOften(EVERY_MS, begin);
  return {
    soon: asked.ask,
    close: async (): Promise<void> => {
      asked.stop();
      await Promise.all(running);
    },
  };
}
