import { sql } from 'drizzle-orm';
import type { LookupResult, Outgoing, Rendered } from '../../channels/contract.ts';
import type { ResultRow } from '../../db/queries/record-results.ts';
import { recordAttempts } from '../../db/queries/record-results.ts';
import { rungAddress, rungRendered } from '../../db/queries/rung.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx, Within } from '../context.ts';
import type { Actor } from '../tenants/roles.ts';
import { monthOf } from './month-of.ts';
import type { OpenSender } from './open-senders.ts';
import { RETRIES } from './record-results.ts';

type Input = {
  within: Within;
  tenantId: string;
  accountId: string;
  opened: OpenSender;
  /** An attempt younger than twice this may still be running somewhere. */
  settleMs: number;
};
type Unknown = {
  id: string;
  number: number;
  address: string;
  /** Without its HTML, which nobody is asked about. */
  rendered: Rendered;
  /** An ISO instant. */
  attemptedAt: string;
};
type Answer = Unknown & { found: LookupResult };

const ACTOR: Actor = { kind: 'system', name: 'lookup' };
const AT_ONCE = 50;
const ASK_AGAIN_MINUTES = 15;

/**
 * Asks the provider what became of messages whose sending was interrupted, where it can say. One that it never got
 * goes back into the queue, by the provider's own word; one it cannot tell of stays unknown for a person.
 */
export async function lookUpUnknown(input: Input): Promise<void> {
  const { within, tenantId, opened } = input;
  const { lookup } = opened.sender;
  if (!lookup) return;
  const unknown = await within(tenantId, ACTOR, (ctx) => takeUnknown(ctx, input));
  if (unknown.length === 0) return;
  const answers: Answer[] = [];
  for (const one of unknown) {
    const found = await lookup.call(opened.sender, toOutgoing(one, input)).catch(() => STILL_UNKNOWN);
    answers.push({ ...one, found });
  }
  await within(tenantId, ACTOR, (ctx) => recordAnswers(ctx, answers));
}

const STILL_UNKNOWN: LookupResult = { outcome: 'unknown' };

/** Those that are old enough and were not asked about lately; asking is put off before it begins. */
async function takeUnknown(ctx: Ctx, { accountId, settleMs }: Input): Promise<Unknown[]> {
  const { rows } = await ctx.tx.execute<Unknown>(sql`
    with due as (
      select m.id, t.started_at from messages m join attempts t on t.message_id = m.id and t.number = m.attempts
      where m.status = 'unknown' and m.account_id = ${accountId}
        and (m.retry_at is null or m.retry_at <= clock_timestamp())
        and t.started_at < clock_timestamp() - make_interval(secs => ${settleMs}::int / 500.0)
      order by m.id limit ${AT_ONCE} for update of m skip locked
    )
    update messages m set retry_at = clock_timestamp() + make_interval(mins => ${ASK_AGAIN_MINUTES}::int)
    from due, manifest_rows r where m.id = due.id and r.id = m.manifest_row_id
    returning m.id, m.attempts as number, ${rungAddress} as address, (${rungRendered}) - 'html' as rendered,
      to_char(due.started_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "attemptedAt"`);
  return rows;
}

const toOutgoing = (
  { id, address, rendered, attemptedAt }: Unknown,
  { opened, tenantId }: Input,
): Outgoing => ({
  messageId: id,
  idempotencyKey: id,
  tenantId,
  to: opened.channel.normalise(address) ?? address,
  content: rendered,
  sender: { name: '', email: '' },
  attemptedAt: new Date(attemptedAt),
});

async function recordAnswers(ctx: Ctx, answers: readonly Answer[]): Promise<void> {
  const results = answers.flatMap((answer) => toRow(answer) ?? []);
  if (results.length === 0) return;
  await ctx.tx.execute(recordAttempts({ results, now: ctx.now, month: monthOf(ctx), ...RETRIES }));
  await recordAudit(ctx, {
    action: 'messages.looked_up',
    data: { results: results.map(({ messageId, outcome }) => ({ messageId, outcome })) },
  });
}

function toRow({ id, number, found }: Answer): ResultRow | null {
  const row = { messageId: id, number, agoMs: 0 };
  if (found.outcome === 'submitted') return { ...row, outcome: 'submitted', providerId: found.providerId };
  if (found.outcome === 'absent')
    return { ...row, outcome: 'retry', retryMs: 0, code: 'unreachable', detail: 'the provider never got it' };
  return null;
}
