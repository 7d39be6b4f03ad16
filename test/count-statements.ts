import type pg from 'pg';

/** How many questions `work` asks the database, whatever connections it takes. */
export async function countStatements(pool: pg.Pool, work: () => Promise<unknown>): Promise<number> {
  const connect = pool.connect.bind(pool);
  let count = 0;
  pool.connect = (async () => {
    const client = await connect();
    return new Proxy(client, {
      get: (target, key) => {
        if (key === 'query') count += 1;
        const own: unknown = Reflect.get(target, key);
        return typeof own === 'function' ? own.bind(target) : own;
      },
    });
  }) as never;
  try {
    await work();
  } finally {
    pool.connect = connect as never;
  }
  return count;
}
