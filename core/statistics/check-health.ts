import { sql } from 'drizzle-orm';
import { countMigrations } from '../../db/migrate.ts';
import type { Database } from '../context.ts';

/** Longer than any query in front of it should take; whoever asks for health gives up soon after. */
const PATIENCE_MS = 3_000;

export type Health = {
  database: 'reachable' | 'unreachable';
  /** Whether the database has all migrations of this version; a newer version may have added some. */
  schema: 'current' | 'behind' | 'unknown';
};

/** Asks the database, rather than believing that it is there. */
export async function checkHealth(database: Database): Promise<Health> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, null);
  });
  const counted = database.owner
    .execute<{ count: number }>(sql`select count(*)::int as count from drizzle.__drizzle_migrations`)
    .catch(() => null);
  const answer = await Promise.race([counted, tooLate]);
  clearTimeout(timer);
  const row = answer?.rows[0];
  if (!row) return { database: 'unreachable', schema: 'unknown' };
  known ??= countMigrations();
  return { database: 'reachable', schema: row.count >= known ? 'current' : 'behind' };
}

let known: number | undefined;
