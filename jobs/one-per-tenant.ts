/**
 * One piece of work per tenant at a time in this process. Whoever wants it meanwhile may have seen what the running
 * one did not: there is another one after it, by `again`. The answer is undefined when another one is at it.
 */
export function onePerTenant<T>(
  work: (tenantId: string) => Promise<T>,
  again: (tenantId: string) => Promise<unknown> = work,
): (tenantId: string) => Promise<T | undefined> {
  const wasWanted = new Map<string, boolean>();
  return async (tenantId) => {
    if (wasWanted.has(tenantId)) {
      wasWanted.set(tenantId, true);
      return undefined;
    }
    wasWanted.set(tenantId, false);
    try {
      return await work(tenantId);
    } finally {
      const isAgain = wasWanted.get(tenantId);
      wasWanted.delete(tenantId);
      if (isAgain) await again(tenantId);
    }
  };
}
