// "Your message has arrived", "you get no more from us": fixed texts that a person approved ahead (core/approval/standing.ts), sent by code.
import { sql } from 'drizzle-orm';
import type { ChannelRegistry } from '../../channels/contract.ts';
import { standingApprovals } from '../../db/schema/index.ts';
import { isAppError } from '../../lib/errors.ts';
import { approveByStanding } from '../approval/decide-standing.ts';
import { type StandingTerms, standingTerms } from '../approval/standing.ts';
import type { Ctx, Within } from '../context.ts';
import { proposeAnswer } from './desk/propose-answer.ts';
import { highValueAmong } from './high-value-among.ts';
import { isUnconfirmedStop } from './unconfirmed-stop.ts';
import { workingMinutes } from './working-minutes.ts';

type Deps = { within: Within; tenantId: string; channels: ChannelRegistry };
type Due = { replyId: string; channel: string; customerId: string | null; language: string };

const ACTOR = { kind: 'system', name: 'acknowledgement' } as const;
/** What is older is answered by a person, or not at all: an acknowledgement that comes late is worse than none. */
const FRESH_HOURS = 2;

/** Acknowledges, or confirms, what a live standing approval covers, each in a transaction of its own; answers how many. */
export async function acknowledgeDue({ within, tenantId, channels }: Deps): Promise<number> {
  const live = await within(tenantId, ACTOR, (ctx) =>
    ctx.tx.select().from(standingApprovals).where(sql`revoked_at is null and expires_at > ${ctx.now}`),
  );
  let sent = 0;
  for (const { id: standingId, terms: given } of live) {
    const terms = standingTerms.parse(given);
    const due = await within(tenantId, ACTOR, (ctx) =>
      terms.confirmsStop ? findStops(ctx, terms.confirmsStop) : findDue(ctx, { terms, standingId }),
    );
    for (const one of due) {
      const limits = channels.get(one.channel)?.capabilities;
      const text = terms.texts[one.language.slice(0, 2)] ?? terms.texts.en!;
      if (!limits) continue;
      const isSent = await unlessRefused(() =>
        within(tenantId, ACTOR, async (ctx) => {
          const { approvalId } = await proposeAnswer(ctx, {
            ...{ replyId: one.replyId, text, limits, isAcknowledgement: true },
            confirmsStop: terms.confirmsStop !== undefined,
          });
          if (!(await approveByStanding(ctx, { standingId, approvalId }))) throw new NotCovered();
          return true;
        }),
      );
      if (isSent) sent += 1;
    }
  }
  return sent;
}

/** Rolls the frozen message back: what is not approved leaves nothing behind that somebody might approve later. */
class NotCovered extends Error {}

/** A closed window, a stop, a colleague who is writing: expected, and nothing is sent. */
async function unlessRefused(work: () => Promise<boolean>): Promise<boolean> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof NotCovered || isAppError(error)) return false;
    throw error;
  }
}

/** Stops of just now that nobody was told about yet, where the law and the approval allow a word. */
async function findStops(
  ctx: Ctx,
  { channels, exceptCountries = [] }: NonNullable<StandingTerms['confirmsStop']>,
): Promise<Due[]> {
  const { rows } = await ctx.tx.execute<Due>(sql`
    select r.id as "replyId", r.channel, r.customer_id as "customerId", r.triage ->> 'language' as language
    from replies r left join customers cu on cu.id = r.customer_id
    where r.received_at > ${ctx.now}::timestamptz - make_interval(hours => ${FRESH_HOURS})
      and r.triaged_at is not null and r.channel = any(${sql.param(channels)}::text[])
      and not coalesce(cu.country, '') = any(${sql.param(exceptCountries)}::text[]) and ${isUnconfirmedStop(ctx.now)}
    order by r.received_at, r.id limit 100`);
  return rows;
}

type Covered = { terms: StandingTerms; standingId: string };

/**
 * Fresh messages of people, of the kinds that it names, once a conversation (whoever answered it before, and whatever
 * acknowledged it), newer than the approval itself; never to customers of high value, nor in working hours where it
 * is for the others only.
 */
async function findDue(ctx: Ctx, { terms, standingId }: Covered): Promise<Due[]> {
  const { timeZone, replies: policy } = ctx.tenant.settings;
  const aMinuteAgo = new Date(ctx.now.getTime() - 60_000);
  const isAtWork =
    workingMinutes({ from: aMinuteAgo, to: ctx.now, hours: policy.businessHours, timeZone }) > 0;
  if (terms.outsideHoursOnly && isAtWork) return [];
  const { rows } = await ctx.tx.execute<Due>(sql`
    select r.id as "replyId", r.channel, r.customer_id as "customerId", r.triage ->> 'language' as language
    from replies r join standing_approvals s on s.id = ${standingId}
    where r.status = 'open' and r.received_at >= s.created_at
      and r.received_at > ${ctx.now}::timestamptz - make_interval(hours => ${FRESH_HOURS})
      and r.triage ->> 'intent' = any(${sql.param(terms.intents)}::text[]) and r.effects = '[]'::jsonb
      and not exists (select 1 from answers a where a.conversation_id = r.conversation_id)
    order by r.received_at, r.id limit 100`);
  const valued = await highValueAmong(
    ctx,
    rows.map(({ customerId }) => customerId),
  );
  return rows.filter(({ customerId }) => !valued.has(customerId));
}
