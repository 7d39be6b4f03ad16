import { sql } from 'drizzle-orm';
import { sha256 } from '../../lib/crypto.ts';
import type { Database } from '../context.ts';

type Asked = { key: string; count: number; windowMs: number };
/** What all processes together have taken in this window, this time included, and how long the window goes on. */
export type Taken = { taken: number; leftMs: number };
/** Takes `count` of a limit that all processes on this database share. */
export type TakeOfLimit = (asked: Asked) => Promise<Taken>;

// Often enough that the windows that are over stay few beside those that go on.
const FORGET_EVERY = 1_000;

/**
 * Limits that all processes on this database share. A window begins with the first that is taken in it; the clock is
 * the database's. Keys are kept as hashes only, and no longer than until some time after their window.
 */
export function openSharedLimits({ owner }: Pick<Database, 'owner'>): TakeOfLimit {
  let asked = 0;
  return async ({ key, count, windowMs }) => {
    asked += 1;
    if (asked % FORGET_EVERY === 0)
      await owner.execute(sql`delete from limits.windows where ends_at < now()`);
    const ends = sql`now() + make_interval(secs => ${windowMs / 1000})`;
    const { rows } = await owner.execute<Taken>(sql`
      insert into limits.windows as w (key, taken, ends_at) values (${sha256(key)}, ${count}, ${ends})
      on conflict (key) do update set
        taken = case when w.ends_at > now() then w.taken + excluded.taken else excluded.taken end,
        ends_at = case when w.ends_at > now() then w.ends_at else excluded.ends_at end
      returning taken, (extract(epoch from ends_at - now()) * 1000)::float8 as "leftMs"`);
    return rows[0]!;
  };
}
