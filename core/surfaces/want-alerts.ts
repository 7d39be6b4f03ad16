// Who is told of what customers write. An alert is a card that is wanted in the place where somebody is alone with us.
import { sql } from 'drizzle-orm';
import type { SurfaceRegistry } from '../../channels/surface-contract.ts';
import type { Ctx } from '../context.ts';
import { workingMinutes } from '../replies/working-minutes.ts';
import { wantCard } from './cards.ts';

const SINCE_DAYS = 3;
/** Triage gives up after so many tries (core/replies/triage-reply.ts): then a person reads it. */
const UNREADABLE = 5;

type Due = { replyId: string; appId: string; externalId: string };

/**
 * Wants a card for every reply that somebody should see: for whoever has it, else the customer's owner, else whoever
 * made the campaign, where they talk to us; who talks to us nowhere is passed over. Each reply once. Of high value, or
 * left without an answer, comes again by `wantReminders`.
 */
export async function wantAlerts(ctx: Ctx, surfaces: SurfaceRegistry): Promise<number> {
  const { quietFor } = ctx.tenant.settings.replies;
  const { rows } = await ctx.tx.execute<Due>(sql`
    select r.id as "replyId", l.app_id as "appId", l.external_id as "externalId"
    from replies r
    left join conversations c on c.id = r.conversation_id
    left join customers cu on cu.id = r.customer_id
    left join campaigns ca on ca.id = r.campaign_id
    cross join lateral (${linkOf(ctx, { userIds: sql`array[c.assigned_to, cu.owner_id, ca.created_by]`, surfaces })}) l
    where r.status = 'open' and r.received_at > ${ctx.now}::timestamptz - make_interval(days => ${SINCE_DAYS})
      and (r.triaged_at is not null or r.triage_failures >= ${UNREADABLE})
      and (coalesce((r.triage ->> 'needsHuman')::boolean, true)
        or coalesce(r.triage ->> 'intent', 'other') <> all(${sql.param([...quietFor, 'opt_out'])}::text[]))
      and not exists (select 1 from surface_cards s where s.kind = 'reply' and s.subject_id = r.id)
    order by r.received_at limit 200`);
  await want(ctx, 'reply', rows);
  return rows.length;
}

/**
 * Where the first of these people who does talks to us, the place of last use first: whose account is open, and on
 * platforms with a window only while that is.
 */
export function linkOf(
  ctx: Ctx,
  { userIds, surfaces }: { userIds: ReturnType<typeof sql>; surfaces: SurfaceRegistry },
) {
  const windows = JSON.stringify(
    Object.fromEntries([...surfaces.values()].map(({ key, windowHours }) => [key, windowHours ?? null])),
  );
  return sql`
    select l.app_id, l.external_id from surface_links l join surface_apps a on a.id = l.app_id and a.is_enabled
      join users o on o.id = l.user_id and o.disabled_at is null
    where l.user_id = any(${userIds}) and coalesce(l.last_said_at > ${ctx.now}::timestamptz
      - make_interval(hours => (${windows}::jsonb ->> a.surface)::int), (${windows}::jsonb ->> a.surface) is null)
    order by array_position(${userIds}, l.user_id), l.last_said_at desc nulls last, l.id limit 1`;
}

type Waiting = { replyId: string; since: Date; ownerId: string | null };

/**
 * Wants a card again for what has waited too long, in working minutes: for its owner, then for the lead. Once each for
 * the message that waits.
 */
export async function wantReminders(ctx: Ctx, surfaces: SurfaceRegistry): Promise<void> {
  const { remindAfterMinutes, escalateAfterMinutes, businessHours, leadId } = ctx.tenant.settings.replies;
  const limits = [remindAfterMinutes, escalateAfterMinutes].filter((limit) => limit !== null);
  if (limits.length === 0) return;
  const waited = new Date(ctx.now.getTime() - Math.min(...limits) * 60_000);
  const { rows } = await ctx.tx.execute<Waiting>(sql`
    select r.id as "replyId", c.waiting_since as since, coalesce(c.assigned_to, cu.owner_id, ca.created_by) as "ownerId"
    from conversations c
    join lateral (
      select * from replies p where p.conversation_id = c.id order by p.received_at desc, p.id desc limit 1) r on true
    left join customers cu on cu.id = c.customer_id
    left join campaigns ca on ca.id = r.campaign_id
    where c.status = 'open' and c.waiting_since <= ${waited} and r.status = 'open'
      and (c.snoozed_until is null or c.snoozed_until <= ${ctx.now})
      and not exists (select 1 from surface_cards s where s.kind = 'escalated' and s.subject_id = r.id)
    order by c.waiting_since limit 200`);
  for (const { replyId, since, ownerId } of rows) {
    const minutes = workingMinutes({
      from: new Date(since),
      to: ctx.now,
      hours: businessHours,
      timeZone: ctx.tenant.settings.timeZone,
    });
    if (ownerId && remindAfterMinutes !== null && minutes >= remindAfterMinutes)
      await tell(ctx, { kind: 'late', replyId, surfaces, who: sql`u.id = ${ownerId}` });
    if (escalateAfterMinutes === null || minutes < escalateAfterMinutes) continue;
    const who = leadId ? sql`u.id = ${leadId}` : sql`u.role in ('approver', 'admin')`;
    await tell(ctx, { kind: 'escalated', replyId, surfaces, who });
  }
}

type Telling = {
  kind: 'late' | 'escalated';
  replyId: string;
  surfaces: SurfaceRegistry;
  who: ReturnType<typeof sql>;
};

async function tell(ctx: Ctx, { kind, replyId, surfaces, who }: Telling): Promise<void> {
  const { rows } = await ctx.tx.execute<Omit<Due, 'replyId'>>(sql`
    select l.app_id as "appId", l.external_id as "externalId"
    from users u cross join lateral (${linkOf(ctx, { userIds: sql`array[u.id]`, surfaces })}) l
    where ${who} and not exists (
      select 1 from surface_cards s where s.kind = ${kind} and s.subject_id = ${replyId})`);
  await want(
    ctx,
    kind,
    rows.map((row) => ({ ...row, replyId })),
  );
}

async function want(ctx: Ctx, kind: 'reply' | 'late' | 'escalated', due: readonly Due[]): Promise<void> {
  for (const { replyId: subjectId, appId, externalId } of due)
    await wantCard(ctx, { appId, place: `@${externalId}`, kind, subjectId });
}
