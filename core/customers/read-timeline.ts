import { eq, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import { customers } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';

export const TIMELINE_KINDS = [
  'import',
  'message',
  'reply',
  'change',
  'note',
  'activity',
  'consent',
  'merge',
  'review',
] as const;

export const timelineEntry = z.object({
  /** Unique in the timeline. */
  id: z.string(),
  at: z.iso.datetime(),
  kind: z.enum(TIMELINE_KINDS),
  /** In a word or two: a campaign's name, a field, what was done. From files and people: escape it. */
  title: z.string(),
  detail: z.string().nullable(),
  /** Who did it, where somebody did. */
  by: z.string().nullable(),
  /** The campaign, reply, change, import or merge it speaks of. */
  refId: z.uuid().nullable(),
});
export type TimelineEntry = z.infer<typeof timelineEntry>;

export const timelinePage = z.object({
  entries: z.array(timelineEntry),
  /** Give it as `before` for older ones; null at the end. */
  next: z.iso.datetime().nullable(),
});

type Query = { customerId: string; limit: number; before?: string | undefined };

/**
 * What happened with a customer and with those that were merged into it, the newest first. Entries of one instant are
 * never parted by a page. Throws `customer:unknown`.
 */
export async function readTimeline(
  ctx: Ctx,
  { customerId, limit, before }: Query,
): Promise<z.infer<typeof timelinePage>> {
  demand(ctx.actor, 'read');
  const own = await ctx.tx
    .select({ id: customers.id })
    .from(customers)
    .where(or(eq(customers.id, customerId), eq(customers.mergedIntoId, customerId)));
  if (!own.some(({ id }) => id === customerId))
    throw new AppError('customer:unknown', 'There is no such customer.');
  const ids = sql`any(${sql.param(own.map(({ id }) => id))}::uuid[])`;
  const end = before ? sql`where e.at < ${before}::timestamptz` : sql``;
  const { rows } = await ctx.tx.execute<Row>(sql`
    select id, kind, title, detail, by, "refId", changed, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
    from (${events(ids)}) e ${end} order by e.at desc, id fetch first ${limit} rows with ties`);
  const entries = rows.map(({ changed, ...row }) => ({ ...row, detail: sayDetail({ ...row, changed }) }));
  return { entries, next: rows.length >= limit ? rows.at(-1)!.at : null };
}

type Row = TimelineEntry & { changed: [before: unknown, after: unknown] | null };

// Values and what somebody wrote are sealed: the database cannot put them into a sentence.
function sayDetail({ kind, detail, changed }: Pick<Row, 'kind' | 'detail' | 'changed'>): string | null {
  if (!changed) return (kind === 'reply' ? detail?.slice(0, MOST_OF_REPLY) : detail) ?? null;
  const [before, after] = changed.map((value) =>
    value === null ? '–' : typeof value === 'string' ? value : JSON.stringify(value),
  );
  return `${before} → ${after} (${detail})`;
}

const MOST_OF_REPLY = 500;

const events = (ids: ReturnType<typeof sql>) => sql`
  select 'import ' || i.id as id, 'import' as kind, 'Imported' as title,
    c.source->>'file' || coalesce(', line ' || (c.source->>'line'), '') as detail,
    i.created_by->>'name' as by, i.id as "refId", i.created_at as at, null::jsonb as changed
  from customers c join imports i on i.id = c.import_id where c.id = ${ids}
  union all
  select 'message ' || m.id, 'message', k.name,
    concat_ws(', ', m.channel, m.status, m.reason), p.name, k.id,
    coalesce(m.read_at, m.delivered_at, m.submitted_at, m.planned_at), null::jsonb
  from messages m join campaigns k on k.id = m.campaign_id left join contacts p on p.id = m.contact_id
  where m.customer_id = ${ids} and m.occurrence = 0
  union all
  select 'reply ' || r.id, 'reply', coalesce(r.triage->>'intent', 'reply'), r.body, p.name, r.id, r.received_at, null::jsonb
  from replies r left join contacts p on p.id = r.contact_id where r.customer_id = ${ids}
  union all
  select 'change ' || h.id, 'change', concat_ws(' · ', h.field, p.name),
    h.why, h.actor->>'name', h.change_id, h.at, jsonb_build_array(h.before, h.after)
  from value_history h left join contacts p on p.id = h.contact_id where h.customer_id = ${ids}
  union all
  select 'note ' || n.id, 'note', 'Note', n.body, n.actor->>'name', null::uuid, n.at, null::jsonb
  from customer_notes n where n.customer_id = ${ids}
  union all
  select 'activity ' || a.id, 'activity', a.kind,
    nullif(concat_ws(' ', case when a.currency is null then a.value::text
      else trim(to_char(a.value / 100.0, 'FM999999999990.00')) end, a.currency), ''), null, a.campaign_id, a.at, null::jsonb
  from activities a where a.customer_id = ${ids}
  union all
  select 'consent ' || s.id, 'consent', s.purpose || ' on ' || s.channel || ' ' || s.state, s.source, p.name, null::uuid, s.at, null::jsonb
  from consents s join contacts p on p.id = s.contact_id where p.customer_id = ${ids}
  union all
  select 'merge ' || g.id, 'merge', 'Merged with ' || o.name, g.why, g.actor->>'name', g.id, g.at, null::jsonb
  from customer_merges g join customers o on o.id = g.merged_id where g.kept_id = ${ids} and g.undone_at is null
  union all
  select 'review ' || v.id, 'review', 'Review: ' || v.status, v.detail, d.actor->>'name', null::uuid, d.at, null::jsonb
  from review_items v join review_decisions d on d.id = v.decision_id where v.customer_id = ${ids}`;
