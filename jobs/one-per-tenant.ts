/**
 * One look per tenant at a time in this process, so that a tenant with much to do does not take every place. Whoever
 * asks meanwhile may have seen what the running look did not: it gets another one after it, by `askAgain`.
 */
export function onePerTenant(
  look: (tenantId: string) => Promise<void>,
  askAgain: (tenantId: string) => Promise<unknown>,
): (tenantId: string) => Promise<void> {
  const wasAsked = new Map<string, boolean>();
  return async (tenantId) => {
    if (wasAsked.has(tenantId)) {
      wasAsked.set(tenantId, true);
      return;
    }
    wasAsked.set(tenantId, false);
    try {
      await look(tenantId);
    } finally {
      const isAgain = wasAsked.get(tenantId);
      wasAsked.delete(tenantId);
      if (isAgain) await askAgain(tenantId);
    }
  };
}
