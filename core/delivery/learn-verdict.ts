import { and, eq, inArray } from 'drizzle-orm';
import type { Verdict } from '../../channels/contract.ts';
import { addresses } from '../../db/schema/index.ts';
import { suppress } from '../consent/suppress.ts';
import type { Ctx } from '../context.ts';

export type Learned = { channel: string; addressHash: string; suppress: Verdict['suppress'] };

const SCOPES = { opted_out: 'all', marketing_stopped: 'marketing' } as const;

/** What providers said of people, at once or in a receipt: who opted out with them, and which addresses are dead. */
export async function learnVerdicts(ctx: Ctx, learned: readonly Learned[]): Promise<void> {
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

/** It is written to no more on this channel (a landline may have WhatsApp); that is no opt-out. */
async function markUnusable(
  ctx: Ctx,
  { channel, hashes }: { channel: string; hashes: string[] },
): Promise<void> {
  await ctx.tx
    .update(addresses)
    .set({ usable: false })
    .where(and(eq(addresses.channel, channel), inArray(addresses.hash, hashes)));
}
