// The morning's digest: when a person's day begins, they are told what their customers wrote since the last one.
import { eq, isNull, sql } from 'drizzle-orm';
import type { SurfaceRegistry } from '../../channels/surface-contract.ts';
import { customers, users } from '../../db/schema/index.ts';
import { instantAt, plainDate, todayIn } from '../../lib/dates.ts';
import { plural } from '../../lib/text.ts';
import { listWaiting } from '../approval/list-waiting.ts';
import type { Filter } from '../audience/filter.ts';
import type { Ctx } from '../context.ts';
import { summariseReplies } from '../replies/summarise-replies.ts';
import { can } from '../tenants/roles.ts';
import { linkOf } from './want-alerts.ts';

export type Digest = { userId: string; appId: string; externalId: string; since: Date };

/**
 * Whose digest is due, taken: of several processes one gets it, and what could not be told is not told again, since
 * "my digest" says it at any time. Due once a working day, from the hour at which work begins until it ends by the
 * person's own clocks, where somebody talks to us; the first on the day after they were linked.
 */
export async function takeDigests(ctx: Ctx, surfaces: SurfaceRegistry): Promise<Digest[]> {
  const { replies, timeZone: home } = ctx.tenant.settings;
  if (!replies.digest) return [];
  const zones = await ctx.tx
    .selectDistinct({ zone: sql<string>`coalesce(${users.timeZone}, ${home})` })
    .from(users)
    .where(isNull(users.disabledAt));
  const taken: Digest[] = [];
  for (const { zone } of zones) {
    const begins = morningIn(zone, { now: ctx.now, hours: replies.businessHours });
    if (begins) taken.push(...(await takeOf(ctx, { zone, begins, surfaces })));
  }
  return taken;
}

type Hours = { days: readonly number[]; from: string; to: string };

/** When work began there today; null on days off and outside the hours of work. */
function morningIn(zone: string, { now, hours }: { now: Date; hours: Hours }): Date | null {
  const today = todayIn(now, zone);
  const begins = instantAt(today, hours.from, zone);
  const isAtWork = now >= begins && now < instantAt(today, hours.to, zone);
  return isAtWork && hours.days.includes(plainDate(today).dayOfWeek) ? begins : null;
}

type Morning = { zone: string; begins: Date; surfaces: SurfaceRegistry };

async function takeOf(ctx: Ctx, { zone, begins, surfaces }: Morning): Promise<Digest[]> {
  const { rows } = await ctx.tx.execute<Omit<Digest, 'since'> & { since: string }>(sql`
    with due as (
      select u.id as user_id, l.app_id, l.external_id, d.last
      from users u
      cross join lateral (
        select max(coalesce(k.digest_at, k.created_at)) as last from surface_links k where k.user_id = u.id) d
      cross join lateral (${linkOf(ctx, { userIds: sql`array[u.id]`, surfaces })}) l
      where u.disabled_at is null and d.last < ${begins}
        and coalesce(u.time_zone, ${ctx.tenant.settings.timeZone}) = ${zone})
    update surface_links s set digest_at = ${ctx.now} from due
    where s.user_id = due.user_id and s.app_id = due.app_id and s.external_id = due.external_id
      and (s.digest_at is null or s.digest_at < ${begins})
    returning due.user_id as "userId", due.app_id as "appId", due.external_id as "externalId", due.last as since`);
  return rows.map((row) => ({ ...row, since: new Date(row.since) }));
}

/**
 * What came in since then from the customers of whoever asks, or from everybody where they have none, and what waits for
 * their decision; null when there is nothing to tell. Names and words of customers are in it: for that person only.
 */
export async function digestText(ctx: Ctx, since: Date): Promise<string | null> {
  if (ctx.actor.kind !== 'person' || !can(ctx.actor, 'read')) return null;
  const { name, userId } = ctx.actor;
  const [own] = await ctx.tx
    .select({ id: customers.id })
    .from(customers)
    .where(eq(customers.ownerId, userId))
    .limit(1);
  const filter: Filter | undefined = own ? { op: 'in', field: 'owner', values: [name] } : undefined;
  const { words, replies } = await summariseReplies(ctx, { since, filter });
  const waiting = (await listWaiting(ctx)).filter(({ canDecide }) => canDecide).length;
  if (replies.replies.length === 0 && waiting === 0) return null;
  return [
    `Good morning, ${name.split(' ')[0]}.`,
    ...(replies.replies.length > 0
      ? [`Since the last digest ${own ? 'your customers wrote' : 'customers wrote'}: ${words}`]
      : []),
    ...(waiting > 0
      ? [`${plural(waiting, 'approval')} ${waiting === 1 ? 'waits' : 'wait'} for your decision.`]
      : []),
  ].join('\n');
}
