import { type SQL, sql } from 'drizzle-orm';

/**
 * Queues one message per row of an approved manifest, in one statement, however many. A message is unique by
 * (campaign, occurrence, contact, step) for ever: who has one is left alone, except where an earlier version queued it
 * and a change took it back before it was ever tried. A row whose approval is not this manifest's live one gives none.
 */
export const fanOut = (approvalId: string): SQL => sql`
  insert into messages as m (
    id, tenant_id, campaign_id, occurrence, contact_id, step, customer_id, manifest_row_id, approval_id,
    purpose, channel, address_hash, planned_at
  )
  select r.id, r.tenant_id, f.campaign_id, f.occurrence, r.contact_id, 0, r.customer_id, r.id, a.id,
    r.consent ->> 'purpose', r.channel, r.address_hash, r.planned_at
  from approvals a
  join manifests f on f.id = a.manifest_id and f.digest = a.digest
  join manifest_rows r on r.manifest_id = f.id
  where a.id = ${approvalId} and a.status = 'approved'
  on conflict (campaign_id, occurrence, contact_id, step) do update set
    manifest_row_id = excluded.manifest_row_id, approval_id = excluded.approval_id, purpose = excluded.purpose,
    channel = excluded.channel, address_hash = excluded.address_hash, planned_at = excluded.planned_at,
    customer_id = excluded.customer_id, fallback = 0, status = 'queued', reason = null, detail = null, account_id = null,
    retry_at = null, updated_at = clock_timestamp()
  where m.status = 'dropped' and m.reason = 'superseded'`;
