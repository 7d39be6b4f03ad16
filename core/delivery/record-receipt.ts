import { and, eq, sql } from 'drizzle-orm';
import type { Verdict } from '../../channels/contract.ts';
import { isReachedTwice } from '../../db/queries/reached-twice.ts';
import { nextRung } from '../../db/queries/rung.ts';
import { attempts, messages, receipts } from '../../db/schema/index.ts';
import { coverAddresses } from '../../lib/cover-address.ts';
import { isId } from '../../lib/ids.ts';
import { recordAudit } from '../audit/record.ts';
import { suppress } from '../consent/suppress.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';
import { learnVerdicts } from './learn-verdict.ts';

export type Receipt = {
  /** One of the two: our id where the provider carries it, else the provider's own. */
  messageId?: string;
  providerId?: string;
  kind: 'delivered' | 'read' | 'failed' | 'bounced' | 'complained' | 'opened' | 'clicked';
  /** Told by a machine that looked ahead: kept, and changes nothing. */
  isAutomatic?: boolean;
  /** The provider's id of this report: the same one twice is one. */
  externalId: string;
  at: Date;
  detail?: string;
} & Verdict;
export type ReceiptOutcome = 'recorded' | 'duplicate' | 'no_such_message';

/**
 * What a provider reports of a message, in whatever order and however often it comes: read outranks failed outranks
 * delivered outranks submitted. A receipt settles an unknown message, and keeps one that waits from going out again. A
 * hard bounce makes the address unusable; a complaint ends marketing to it; an opt-out that the provider knows of holds.
 */
export async function recordReceipt(ctx: Ctx, input: Receipt): Promise<ReceiptOutcome> {
  demand(ctx.actor, 'control');
  const message = await findMessage(ctx, input);
  if (!message) return 'no_such_message';
  const { kind, externalId, at, detail, isAutomatic = false } = input;
  const channel = await channelOf(ctx, { message, providerId: input.providerId });
  const written = await ctx.tx
    .insert(receipts)
    .values({
      tenantId: ctx.tenant.id,
      messageId: message.id,
      kind,
      externalId,
      isAutomatic,
      channel,
      at,
      detail: detail === undefined ? null : coverAddresses(detail.replaceAll('\0', '')).slice(0, 500),
    })
    .onConflictDoNothing()
    .returning({ id: receipts.id });
  if (written.length === 0) return 'duplicate';
  if (isAutomatic) return 'recorded';
  if (kind !== 'complained') await settle(ctx, message.id);
  if (message.fallback > 0) await noteTwice(ctx, message.id);
  // What is told of an earlier channel says nothing of the address that it goes to now.
  if (channel !== message.channel) return 'recorded';
  const { addressHash, id: messageId } = message;
  const verdict: Verdict = kind === 'bounced' ? { suppress: 'no_such_address' } : input;
  await learnVerdicts(ctx, [{ ...verdict, channel, addressHash, messageId }]);
  if (verdict.suppress === 'no_such_address' || verdict.coolDownMs) await moveOn(ctx, messageId);
  if (kind === 'complained') await endMarketing(ctx, { addressHash, messageId });
  return 'recorded';
}

/** A platform that delivers what it said had failed reaches the person again, on another channel: somebody has to know. */
async function noteTwice(ctx: Ctx, messageId: string): Promise<void> {
  const { rows } = await ctx.tx.execute(sql`
    select 1 where ${isReachedTwice(sql`${messageId}`)} and not exists (
      select 1 from audit_events e where e.subject = ${messageId} and e.action = 'message.reached_twice')`);
  if (rows.length > 0) await recordAudit(ctx, { action: 'message.reached_twice', subject: messageId });
}

type Message = typeof messages.$inferSelect;

async function findMessage(ctx: Ctx, { messageId, providerId }: Receipt): Promise<Message | undefined> {
  if (messageId ? !isId(messageId) : !providerId) return undefined;
  const [message] = await ctx.tx
    .select()
    .from(messages)
    .where(messageId ? eq(messages.id, messageId) : byProvider(providerId ?? ''))
    .limit(1)
    .for('update');
  return message;
}

const byProvider = (providerId: string) =>
  sql`${messages.id} = (select t.message_id from attempts t where t.provider_id = ${providerId} limit 1)
    or ${messages.providerId} = ${providerId}`;

/** The channel of the attempt that the provider speaks of; the present one where it names none that we know. */
async function channelOf(
  ctx: Ctx,
  { message, providerId }: { message: Message; providerId: string | undefined },
): Promise<string> {
  if (!providerId || message.fallback === 0) return message.channel;
  const [attempt] = await ctx.tx
    .select({ channel: attempts.channel })
    .from(attempts)
    .where(and(eq(attempts.messageId, message.id), eq(attempts.providerId, providerId)))
    .limit(1);
  return attempt?.channel ?? message.channel;
}

// Whoever opens a mail or clicks in it has read it.
const READ = sql`'read', 'opened', 'clicked'`;

/** The state follows from all receipts together, so that their order does not matter. */
async function settle(ctx: Ctx, messageId: string): Promise<void> {
  await ctx.tx.execute(sql`
    with told as (
      select bool_or(kind in (${READ})) as is_read,
        bool_or(kind in ('failed', 'bounced') and coalesce(t.channel, m.channel) = m.channel) as is_failed,
        bool_or(kind = 'bounced' and coalesce(t.channel, m.channel) = m.channel) as is_bounced,
        min(at) filter (where kind in (${READ})) as read_at,
        min(at) filter (where kind in ('delivered', ${READ})) as delivered_at
      from receipts t join messages m on m.id = t.message_id where t.message_id = ${messageId} and not t.is_automatic
    )
    update messages m set
      status = case when is_read then 'read' when is_failed then 'failed' else 'delivered' end,
      reason = case when is_read or not is_failed then null when is_bounced then 'bounced' else 'rejected' end,
      read_at = told.read_at, delivered_at = told.delivered_at, submitted_at = coalesce(m.submitted_at, ${ctx.now}),
      retry_at = null, lease_owner = null, lease_until = null, updated_at = clock_timestamp()
    from told where m.id = ${messageId} and (is_read or is_failed or told.delivered_at is not null)`);
  await ctx.tx.execute(sql`
    update attempts t set outcome = 'submitted', ended_at = clock_timestamp()
    from messages m where m.id = ${messageId} and t.message_id = m.id and t.number = m.attempts
      and t.outcome = 'unknown'`);
}

/** What failed after all goes on to the next channel that was frozen for it, while its approval and campaign stand. */
async function moveOn(ctx: Ctx, messageId: string): Promise<void> {
  await ctx.tx.execute(sql`
    update messages m set status = 'queued', reason = null, fallback = m.fallback + 1,
      channel = n.next ->> 'channel', address_hash = n.next ->> 'addressHash', updated_at = clock_timestamp()
    from (
      select m.id, ${nextRung} as next
      from messages m join manifest_rows r on r.id = m.manifest_row_id
      join campaigns c on c.id = m.campaign_id join approvals a on a.id = m.approval_id
      where m.id = ${messageId} and m.status = 'failed' and c.status <> 'stopped' and a.status = 'approved'
    ) n where m.id = n.id and jsonb_typeof(n.next) = 'object'`);
}

type Complaint = { addressHash: string; messageId: string };

async function endMarketing(ctx: Ctx, { addressHash, messageId }: Complaint): Promise<void> {
  await suppress(ctx, { addressHash, scope: 'marketing', reason: 'complained', source: 'receipt' });
  await recordAudit(ctx, { action: 'contact.complained', subject: messageId });
}
