import { type SQL, sql } from 'drizzle-orm';

/**
 * What waits in the queue by campaign and channel, for `with recursive ${waiting(now)}`: `pairs`, one row each with
 * whether the campaign sends (`is_live`; else only its tests do), and `due`, those of them that have a message due.
 * Found by going from one pair to the next in the queue's index: as many steps as there are pairs, however many
 * messages wait.
 */
export const waiting = (now: Date): SQL => sql`
  steps as (
    (select campaign_id, channel from messages where status = 'queued' order by tenant_id, campaign_id, channel limit 1)
    union all
    select n.campaign_id, n.channel from steps s cross join lateral (
      select m.campaign_id, m.channel from messages m
      where m.status = 'queued' and (m.campaign_id, m.channel) > (s.campaign_id, s.channel)
      order by m.tenant_id, m.campaign_id, m.channel limit 1
    ) n
  ),
  pairs as materialized (
    select s.campaign_id, s.channel, c.status, c.status in ('scheduled', 'sending') as is_live
    from steps s join campaigns c on c.id = s.campaign_id
    where c.deleted_at is null and c.status in ('scheduled', 'sending', 'draft', 'waiting', 'done')
  ),
  due as materialized (
    select p.* from pairs p where ${someOf(sql`m.planned_at <= ${now}`)}
  )`;

/** Whether one of a pair's (p) messages (m) that its campaign lets go meets `test`. */
const someOf = (test: SQL): SQL => sql`exists (
  select 1 from messages m
  where m.campaign_id = p.campaign_id and m.channel = p.channel and m.status = 'queued' and ${test}
    and (p.status in ('scheduled', 'sending', 'done') or m.occurrence > 0))`;
