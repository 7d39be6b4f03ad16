// Of somebody who asked for no more messages: what the claim would drop is refused before a person writes it.
import { and, eq, inArray, isNull, ne, or, sql } from 'drizzle-orm';
import { addresses, suppressions } from '../../../db/schema/index.ts';
import type { Ctx } from '../../context.ts';
import type { ReplyRow } from '../read-triage-inputs.ts';
import { isUnconfirmedStop } from '../unconfirmed-stop.ts';
import { refusal } from './refusal.ts';

type Whom = { contactId: string | null; addressHash: string };

/** The gravest stop of messages of service that stands, by any address of theirs; null where none does. */
export async function standingStop(
  ctx: Ctx,
  { contactId, addressHash }: Whom,
): Promise<'all' | 'held' | null> {
  const own = ctx.tx
    .select({ hash: addresses.hash })
    .from(addresses)
    .where(contactId ? eq(addresses.contactId, contactId) : sql`false`);
  const [stop] = await ctx.tx
    .select({ scope: suppressions.scope })
    .from(suppressions)
    .where(
      and(
        or(eq(suppressions.addressHash, addressHash), inArray(suppressions.addressHash, own)),
        ...[ne(suppressions.scope, 'marketing'), isNull(suppressions.liftedAt)],
      ),
    )
    .orderBy(suppressions.scope)
    .limit(1);
  return stop ? (stop.scope === 'held' ? 'held' : 'all') : null;
}

/** Throws `reply:state` when they asked to get nothing more. */
export async function refuseStopped(ctx: Ctx, whom: Whom): Promise<void> {
  const stop = await standingStop(ctx, whom);
  if (stop === 'held')
    throw refusal(
      'They may have asked to get no more messages.',
      'Say first whether they did: the question stands beside what they wrote.',
    );
  if (stop)
    throw refusal('They asked to get no more messages.', 'Leave it, or call them if they asked for that.');
}

/** Throws `reply:state` unless it is a fresh stop that nobody was told about yet. */
export async function refuseConfirmed(ctx: Ctx, reply: ReplyRow): Promise<void> {
  const { rows } = await ctx.tx.execute(
    sql`select 1 from replies r where r.id = ${reply.id} and ${isUnconfirmedStop(ctx.now)}`,
  );
  if (rows.length === 0)
    throw refusal(
      'This is no stop of just now that has to be confirmed.',
      'Leave it: a stop is only obeyed.',
    );
}

/** Of an address: its person took back what they once allowed on that channel, messages of service included. */
export const hasWithdrawn = sql`coalesce((select l.state = 'withdrawn' from consents l
  where l.address_hash = ${addresses.hash} and l.channel = ${addresses.channel} and l.purpose = 'service'
  order by l.at desc, l.id desc limit 1), false)`;
