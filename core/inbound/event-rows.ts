import { sql } from 'drizzle-orm';
import type { ChannelEvent } from '../../channels/contract.ts';
import { Sealing } from '../../db/sealing/sealing.ts';
import { newId } from '../../lib/ids.ts';
import type { Ctx } from '../context.ts';
import type { InboundEvent } from './receive-events.ts';

/** `requestId`: by which it was told. */
export type KeptEvent = InboundEvent & { id: string; requestId: string | null };

/** Keeps what a provider told until it was dealt with: one statement, whatever it says. */
export async function keepEvents(ctx: Ctx, events: readonly InboundEvent[]): Promise<void> {
  if (events.length === 0) return;
  const column = (of: (event: InboundEvent) => string | null) => sql.param(events.map(of));
  const told = new Sealing((seal) => events.map(({ event }) => seal.text(JSON.stringify(event))));
  await ctx.tx.execute(sql`
    insert into inbound_events (id, tenant_id, account_id, channel, event, request_id)
    select id, ${ctx.tenant.id}, account_id, channel, event, request_id
    from unnest(${column(() => newId())}::uuid[], ${column((one) => one.accountId)}::uuid[],
      ${column((one) => one.channel)}::text[], ${sql.param(told)}::text[],
      ${column((one) => one.requestId ?? null)}::uuid[])
      as told(id, account_id, channel, event, request_id)`);
}

/**
 * The first that are due, in the order in which they were told, or that one if it still is. Nobody else takes in any of this
 * workspace until the transaction ends: a stop and a start of one person keep their order.
 */
export async function takeEvents(
  ctx: Ctx,
  { limit = 1, only }: { limit?: number; only?: string },
): Promise<KeptEvent[]> {
  await ctx.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${ctx.tenant.id}, 2))`);
  const { rows } = await ctx.tx.execute<Omit<KeptEvent, 'event'> & { event: string }>(sql`
    select id, account_id as "accountId", channel, event, request_id as "requestId" from inbound_events
    where (next_at is null or next_at <= now()) ${only ? sql`and id = ${only}` : sql``}
    order by id limit ${limit}`);
  return rows.map(({ event, ...row }) => ({ ...row, event: readEvent(event) }));
}

function readEvent(text: string): ChannelEvent {
  const event = JSON.parse(text) as ChannelEvent;
  return { ...event, at: new Date(event.at) };
}

/** What was done. */
export async function dropEvents(ctx: Ctx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await ctx.tx.execute(sql`delete from inbound_events where id = any(${sql.param(ids)}::uuid[])`);
}

/** What somebody is at, outside of any transaction, for so long at most. */
export async function leaseEvents(ctx: Ctx, { ids, seconds }: { ids: readonly string[]; seconds: number }) {
  if (ids.length === 0) return;
  await ctx.tx.execute(sql`
    update inbound_events set next_at = now() + make_interval(secs => ${seconds})
    where id = any(${sql.param(ids)}::uuid[])`);
}

const LONGEST_SECONDS = 3_600;

/** It is tried again later, each time after four times as long, an hour at most. How often it has failed by now. */
export async function postponeEvent(ctx: Ctx, id: string): Promise<number> {
  const { rows } = await ctx.tx.execute<{ failures: number }>(sql`
    update inbound_events set failures = failures + 1,
      next_at = now() + make_interval(secs => least(${LONGEST_SECONDS}, 0.25 * 4 ^ least(failures, 10)))
    where id = ${id} returning failures`);
  return rows[0]?.failures ?? 0;
}
