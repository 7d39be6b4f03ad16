import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';

/**
 * Writes customers, their contracts and units, and refreshes what filters compare once, at the end, where the triggers
 * would do so after every statement. `customerIds` are all that are written; the facts are those that the triggers
 * would have made. All in the caller's transaction: when it fails, nothing is half-known.
 */
export async function factsAtTheEnd<T>(
  tx: Tx,
  customerIds: readonly string[],
  write: () => Promise<T>,
): Promise<T> {
  await tx.execute(sql`select set_config('app.facts', 'at the end', true)`);
  const written = await write();
  await tx.execute(sql`select set_config('app.facts', '', true)`);
  await tx.execute(sql`select refresh_customer_facts(${sql.param([...customerIds])}::uuid[])`);
  return written;
}
