import { type SQL, sql } from 'drizzle-orm';

/**
 * Queues one message per row of an approved manifest, in one statement, however many. A message is unique by
 * (campaign, occurrence, contact, step) for ever: who has one is left alone. A row whose approval is not this
 * manifest's live one gives none. The caller holds the campaign, so that nobody else queues for it meanwhile.
 */
export const fanOut = (approvalId: string): SQL => sql`
  insert into messages (
    id, tenant_id, campaign_id, occurrence, contact_id, step, customer_id, manifest_row_id, approval_id,
    purpose, channel, address_hash, planned_at, variant
  )
  select r.id, r.tenant_id, f.campaign_id, f.occurrence, r.contact_id, 0, r.customer_id, r.id, a.id,
    r.consent ->> 'purpose', r.channel, r.address_hash, r.planned_at, r.variant
  from ${approved(approvalId)}
  where not exists (
    select 1 from messages m
    where m.campaign_id = (select campaign_id from approvals where id = ${approvalId})
      and m.occurrence = f.occurrence and m.contact_id = r.contact_id and m.step = 0)`;

/** Before it: what an earlier version queued, and a change took back before it was ever tried, is queued as it is now. */
export const requeueSuperseded = (approvalId: string): SQL => sql`
  update messages m set
    manifest_row_id = r.id, approval_id = a.id, purpose = r.consent ->> 'purpose', channel = r.channel,
    address_hash = r.address_hash, planned_at = r.planned_at, customer_id = r.customer_id, variant = r.variant, fallback = 0,
    status = 'queued', reason = null, detail = null, account_id = null, retry_at = null,
    updated_at = clock_timestamp()
  from ${approved(approvalId)}
  where m.campaign_id = (select campaign_id from approvals where id = ${approvalId})
    and m.occurrence = f.occurrence and m.contact_id = r.contact_id and m.step = 0
    and m.status = 'dropped' and m.reason = 'superseded'`;

const approved = (approvalId: string): SQL => sql`(
    select * from approvals where id = ${approvalId} and status = 'approved'
  ) a
  join manifests f on f.id = a.manifest_id and f.digest = a.digest
  join manifest_rows r on r.manifest_id = f.id`;
