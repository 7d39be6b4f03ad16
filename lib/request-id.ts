import { AsyncLocalStorage } from 'node:async_hooks';

const current = new AsyncLocalStorage<string | undefined>();

/** The id of the request because of which this is done; kept in rows where the work goes on elsewhere. */
export const currentRequestId = (): string | undefined => current.getStore();

/** All that `work` does is because of that request, for the lines of the log; with null because of none. */
export const becauseOf = <T>(requestId: string | null, work: () => T): T =>
  current.run(requestId ?? undefined, work);
