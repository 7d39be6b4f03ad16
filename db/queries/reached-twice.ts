import { type SQL, sql } from 'drizzle-orm';

/** Whether a message was delivered on more than one of its channels. */
export const isReachedTwice = (messageId: SQL): SQL => sql`(
  select count(distinct r.channel) > 1 from receipts r
  where r.message_id = ${messageId} and not r.is_automatic
    and r.kind in ('delivered', 'read', 'opened', 'clicked'))`;
