import { sql } from 'drizzle-orm';
import type { Database } from '../context.ts';

type Waiting = { what: string; count: number; oldestSeconds: number };

/**
 * What waits in all workspaces together, for whoever runs the server: counts and ages by the database's clock, nothing
 * of what it is. Each line is served by an index of what is not done yet, so that it stays cheap after years.
 */
export async function readWaiting({ owner }: Database): Promise<Waiting[]> {
  const line = (what: string, since: string, rest: string) => sql`
    select ${what}::text as what, count(*)::int as count,
      coalesce(extract(epoch from now() - min(${sql.raw(since)})), 0)::float8 as "oldestSeconds"
    from ${sql.raw(rest)}`;
  const lines = [
    line('messages due', 'planned_at', `messages where status = 'queued' and planned_at <= now()`),
    line('messages on their way', 'lease_until', `messages where status = 'claimed'`),
    line('approvals', 'created_at', `approvals where status = 'requested' and expires_at > now()`),
    line('replies', 'waiting_since', `conversations where status = 'open' and waiting_since is not null`),
    line('imports', 'created_at', `imports where status = 'running'`),
    line('provider events', 'created_at', 'inbound_events'),
  ];
  const { rows } = await owner.execute<Waiting>(sql.join(lines, sql` union all `));
  return rows;
}
