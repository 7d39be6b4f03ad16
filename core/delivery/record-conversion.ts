import { sql } from 'drizzle-orm';
import { conversions } from '../../db/schema/index.ts';
import type { Money } from '../../lib/money.ts';
import { recordAudit } from '../audit/record.ts';
import { addressHash } from '../consent/address-hash.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';

export type Conversion = {
  /** The teller's own id of it: told twice, it is one. */
  externalId: string;
  /** What it was worth; left out where nobody knows. */
  value?: Money | undefined;
  /** Domain time; now where it is left out. */
  at?: Date | undefined;
} & (
  | { messageId: string }
  /** By an address, normalised: the last campaign whose message reached it within thirty days before. */
  | { address: string }
  | { campaignId: string; contactId: string }
);
export type ConversionOutcome = 'recorded' | 'duplicate' | 'no_message';

const ATTRIBUTION_DAYS = 30;

/** Counts what somebody did elsewhere for the campaign that wrote to them. One without such a message is an outcome. */
export async function recordConversion(
  ctx: Ctx,
  { via, ...given }: Conversion & { via: 'api' | 'pixel' },
): Promise<ConversionOutcome> {
  demand(ctx.actor, 'reply');
  const at = given.at ?? ctx.now;
  const { rows } = await ctx.tx.execute<{ campaignId: string; contactId: string }>(sql`
    select m.campaign_id as "campaignId", m.contact_id as "contactId" from messages m
    where ${whoseOf(ctx, given)} and m.occurrence = 0 and m.status in ('submitted', 'delivered', 'read', 'unknown')
      and coalesce(m.submitted_at, m.planned_at) <= ${at}
      and coalesce(m.submitted_at, m.planned_at) > ${at}::timestamptz - make_interval(days => ${ATTRIBUTION_DAYS}::int)
    order by coalesce(m.submitted_at, m.planned_at) desc, m.id desc limit 1`);
  const [message] = rows;
  if (!message) return 'no_message';
  const { externalId, value } = given;
  const written = await ctx.tx
    .insert(conversions)
    .values({
      ...{ tenantId: ctx.tenant.id, ...message, externalId, via, at },
      ...{ valueMinor: value?.minor ?? null, currency: value?.currency ?? null },
    })
    .onConflictDoNothing()
    .returning({ id: conversions.id });
  if (written.length === 0) return 'duplicate';
  await recordAudit(ctx, { action: 'conversion.recorded', subject: message.campaignId, data: { via } });
  return 'recorded';
}

function whoseOf(ctx: Ctx, given: Conversion) {
  if ('messageId' in given) return sql`m.id = ${given.messageId}`;
  if ('address' in given) {
    const hash = addressHash(ctx.keys, given.address);
    return sql`m.contact_id in (select a.contact_id from addresses a where a.hash = ${hash})`;
  }
  return sql`m.campaign_id = ${given.campaignId} and m.contact_id = ${given.contactId}`;
}
