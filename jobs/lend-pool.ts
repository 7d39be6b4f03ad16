import type { Pool, PoolClient } from 'pg';

/**
 * The pool as the queue gets it: what it borrowed and did not give back comes back when it is closed. The library
 * may borrow its listening connection after it was closed (when it is closed soon after its start), which would keep
 * the pool from ever ending; and it leaves its listeners on a pool that is not its own.
 */
export function lendPool(pool: Pool) {
  const lent = new Set<PoolClient>();
  let isClosed = false;
  const lending = {
    options: pool.options,
    query: (text: string, values?: readonly unknown[]) => pool.query(text, values as unknown[]),
    connect: async (): Promise<PoolClient> => {
      if (isClosed) throw new Error('The queue is closed.');
      const client = await pool.connect();
      const giveBack = client.release.bind(client);
      lent.add(client);
      client.release = (destroy) => {
        if (lent.delete(client)) giveBack(destroy);
      };
      if (isClosed) client.release(true);
      return client;
    },
    end: async () => {},
    // Its idle connections are the pool's concern, and heard there.
    on: () => lending,
    removeAllListeners: () => lending,
  };
  return {
    pool: lending as unknown as Pool,
    close: () => {
      isClosed = true;
      // Destroyed: one that listens would go on listening for the next borrower.
      for (const client of lent) client.release(true);
    },
  };
}
