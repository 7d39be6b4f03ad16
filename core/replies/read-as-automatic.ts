import { type SQL, sql } from 'drizzle-orm';

/** Of a reply's `triage`: a machine wrote it, as it was read. What nobody has read yet may be a person's. */
export const readAsAutomatic = (triage: SQL): SQL =>
  sql`(coalesce(${triage} ->> 'intent', '') in ('auto_reply', 'bounce'))`;

/** The newest message of the conversation `c`, as `p`: while somebody waits, what they wrote and not what their machine did. */
export const newestFirst = sql`(c.waiting_since is not null and ${readAsAutomatic(sql`p.triage`)}),
  p.received_at desc, p.id desc`;
