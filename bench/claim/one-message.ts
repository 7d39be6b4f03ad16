// What a handler that gets one job for one message has to do: look whether it may go, take it, and write down what became
// of it. On the owner's connection, without row-level security, which ours has.
import type pg from 'pg';

const TAKE = `
  with taken as (
    update messages m set status = 'claimed', attempts = m.attempts + 1, account_id = $2, lease_owner = 'job',
      lease_until = clock_timestamp() + interval '5 minutes', updated_at = clock_timestamp()
    from manifest_rows r
    where m.id = $1 and r.id = m.manifest_row_id and m.status = 'queued'
      and exists (select 1 from approvals a join manifests f on f.id = a.manifest_id
        where a.id = m.approval_id and a.status = 'approved' and a.digest = f.digest and f.id = r.manifest_id)
      and not exists (select 1 from suppressions s where s.tenant_id = m.tenant_id and s.lifted_at is null
        and s.address_hash in (select x.hash from addresses x where x.contact_id = m.contact_id))
      and exists (select 1 from contacts k where k.id = m.contact_id and k.left_at is null)
      and exists (select 1 from customers c where c.id = m.customer_id and c.status = 'active')
      and exists (select 1 from addresses x where x.tenant_id = m.tenant_id and x.hash = m.address_hash
        and x.contact_id = m.contact_id and x.channel = m.channel and x.usable)
      and coalesce((select l.state = 'granted' from consents l
        where l.tenant_id = m.tenant_id and l.address_hash = m.address_hash and l.channel = m.channel
          and l.purpose = m.purpose order by l.at desc limit 1), m.purpose = 'service')
      and not exists (select 1 from contracts k where k.customer_id = m.customer_id and k.status = 'active'
        and k.ends_on > (r.consent ->> 'contractEnd')::date)
    returning m.*, r.rendered
  ), opened as (
    insert into attempts (id, tenant_id, message_id, number, channel, account_id, outcome)
    select gen_random_uuid(), tenant_id, id, attempts, channel, account_id, 'open' from taken
  )
  select attempts, rendered from taken`;
const RECORD = `
  with closed as (
    update attempts set outcome = 'submitted', provider_id = $3, ended_at = clock_timestamp()
    where message_id = $1 and number = $2
  )
  update messages set status = 'submitted', provider_id = $3, submitted_at = now(), lease_owner = null,
    lease_until = null, updated_at = clock_timestamp()
  where id = $1`;

export const handleOne =
  (pool: pg.Pool, accountId: string) =>
  async (messageId: string): Promise<void> => {
    const { rows } = await pool.query<{ attempts: number }>(TAKE, [messageId, accountId]);
    if (rows.length !== 1) throw new Error(`${messageId} was not taken.`);
    await pool.query(RECORD, [messageId, rows[0]!.attempts, `p-${messageId}`]);
  };
