import { sql } from 'drizzle-orm';
import { fold } from '../../../lib/text.ts';
import type { Ctx } from '../../context.ts';
import { demand } from '../../tenants/roles.ts';
import { newestFirst } from '../read-as-automatic.ts';

/** Somebody who wrote, with their newest message; waiting ones first. */
export type Speaker = { replyId: string; contact: string | null; customer: string | null; channel: string };

const LATEST_DAYS = 90;
const TITLES = /^(?:khun|k|mr|mrs|ms|miss|dr|herr|herrn|frau|mme|madame|monsieur|m|sr|sra|senor|senora)$/u;

/** Who wrote lately and is called so, by name or by the customer's: every word must fit the one or the other. */
export async function findSpeakers(ctx: Ctx, { who }: { who: string }): Promise<Speaker[]> {
  demand(ctx.actor, 'read');
  const words = fold(who)
    .split(' ')
    .filter((word) => word && !TITLES.test(word) && word !== 'at' && word !== 'from' && word !== 'the');
  if (words.length === 0) return [];
  const { rows } = await ctx.tx.execute<Speaker & { isWaiting: boolean }>(sql`
    select r.id as "replyId", k.name as contact, cu.name as customer, c.channel,
      c.waiting_since is not null as "isWaiting"
    from conversations c
    join lateral (
      select p.id, p.contact_id from replies p where p.conversation_id = c.id
      order by ${newestFirst} limit 1
    ) r on true
    left join contacts k on k.id = coalesce(r.contact_id, c.contact_id)
    left join customers cu on cu.id = c.customer_id
    where c.last_received_at > ${ctx.now}::timestamptz - make_interval(days => ${LATEST_DAYS})
    order by "isWaiting" desc, c.last_received_at desc limit 5000`);
  const fits = ({ contact, customer }: Speaker) => {
    const [person, place] = [fold(contact ?? '').split(' '), fold(customer ?? '').split(' ')];
    return (
      words.every((word) => person.includes(word) || place.includes(word)) &&
      words.some((word) => person.includes(word) || contact === null)
    );
  };
  const found = rows.filter(fits);
  // Of several who are called so, the one who waits for an answer is meant.
  const waiting = found.filter(({ isWaiting }) => isWaiting);
  return waiting.length === 1 ? waiting : found;
}
