import type { Log } from '../lib/log.ts';

/** Work for a tenant that a tick begins and does not wait for, because others answer in their own time; one run at a time. */
export function aside(log: Log, failure: string, work: (tenantId: string) => Promise<void>) {
  const running = new Set<string>();
  return async (tenantId: string): Promise<null> => {
    if (running.has(tenantId)) return null;
    running.add(tenantId);
    work(tenantId)
      .catch((err: unknown) => log.error({ tenantId, err }, failure))
      .finally(() => running.delete(tenantId));
    return null;
  };
}
