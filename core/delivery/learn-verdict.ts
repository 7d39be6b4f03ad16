import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Verdict } from '../../channels/contract.ts';
import { addresses } from '../../db/schema/index.ts';
import { newId } from '../../lib/ids.ts';
import { recordAudits } from '../audit/record.ts';
import { suppress } from '../consent/suppress.ts';
import type { Ctx } from '../context.ts';

export type Learned = Verdict & { channel: string; addressHash: string; messageId: string };

const SCOPES = { opted_out: 'all', marketing_stopped: 'marketing' } as const;

/**
 * What providers said of people, at once or in a receipt: who opted out with them, which addresses are dead, and whom
 * they refuse for a while.
 */
export async function learnVerdicts(ctx: Ctx, learned: readonly Learned[]): Promise<void> {
  for (const one of learned) if (one.coolDownMs) await coolDown(ctx, { ...one, forMs: one.coolDownMs });
  for (const { addressHash, suppress: word } of learned) {
    if (word === undefined || word === 'no_such_address') continue;
    await suppress(ctx, { addressHash, scope: SCOPES[word], reason: 'opted_out', source: 'provider' });
  }
  const dead = learned.filter(({ suppress: word }) => word === 'no_such_address');
  for (const [channel, theirs] of Map.groupBy(dead, (one) => one.channel)) {
    const hashes = theirs.map(({ addressHash }) => addressHash);
    await markUnusable(ctx, { channel, hashes });
  }
}

type Cooling = Pick<Learned, 'channel' | 'addressHash' | 'messageId'> & { forMs: number };

/** For messages of the purpose that was refused: a brake on marketing says nothing of service. */
async function coolDown(ctx: Ctx, { channel, addressHash, messageId, forMs }: Cooling): Promise<void> {
  await ctx.tx.execute(sql`
    insert into cool_downs (id, tenant_id, address_hash, channel, purpose, until)
    select ${newId()}, ${ctx.tenant.id}, ${addressHash}, ${channel}, m.purpose,
      clock_timestamp() + make_interval(secs => ${forMs}::float8 / 1000)
    from messages m where m.id = ${messageId}
    on conflict (tenant_id, address_hash, channel, purpose) do update set until = greatest(cool_downs.until, excluded.until)`);
}

/** It is written to no more on this channel (a landline may have WhatsApp); that is no opt-out. */
async function markUnusable(
  ctx: Ctx,
  { channel, hashes }: { channel: string; hashes: string[] },
): Promise<void> {
  const rows = await ctx.tx
    .update(addresses)
    .set({ usable: false })
    .where(and(eq(addresses.channel, channel), inArray(addresses.hash, hashes), eq(addresses.usable, true)))
    .returning({ hash: addresses.hash });
  const subjects = [...new Set(rows.map(({ hash }) => hash))];
  await recordAudits(
    ctx,
    subjects.map((subject) => ({ action: 'address.unusable', subject, data: { channel } })),
  );
}
