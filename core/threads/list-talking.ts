import { sql } from 'drizzle-orm';
import type { Database } from '../../db/client.ts';

/** The workspaces where somebody has talked since then, those who did so last first. */
export async function listTalking(
  database: Database,
  { since, limit }: { since: Date; limit: number },
): Promise<string[]> {
  const { rows } = await database.owner.execute<{ id: string }>(sql`select t.id
    from tenants t cross join lateral (
      select updated_at from threads where tenant_id = t.id order by updated_at desc limit 1) newest
    where newest.updated_at >= ${since.toISOString()}::timestamptz
    order by newest.updated_at desc limit ${limit}`);
  return rows.map(({ id }) => id);
}
