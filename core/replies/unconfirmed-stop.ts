import { type SQL, sql } from 'drizzle-orm';
import { CONFIRMED_MINUTES } from '../../db/queries/claim-reasons.ts';

/**
 * Of a reply `r`: its stop acted, is fresh and still stands, it is the person's own (no complaint that a provider handed
 * on), and nothing has told them yet that it was heard.
 */
export const isUnconfirmedStop = (now: Date): SQL => sql`(
  r.effects @> '[{"kind": "opt_out"}]' and exists (
    select 1 from suppressions s
    where s.address_hash = r.address_hash and s.lifted_at is null and s.reason = 'opted_out' and s.source = 'reply'
      and s.at > ${now}::timestamptz - make_interval(mins => ${CONFIRMED_MINUTES}::int)
      and not exists (
        select 1 from answers w join standing_approvals t on t.terms ? 'confirmsStop'
        join approvals a on a.id = w.approval_id and a.standing_id = t.id
        join messages m on m.approval_id = a.id and m.status <> 'dropped'
        where w.conversation_id = r.conversation_id and w.created_at >= s.at)))`;
