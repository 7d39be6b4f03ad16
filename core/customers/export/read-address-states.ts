import { and, desc, eq, inArray, isNull, ne } from 'drizzle-orm';
import { consents, suppressions } from '../../../db/schema/index.ts';
import type { Ctx } from '../../context.ts';

/** What an address may be used for, as one word each; empty where nothing is recorded. */
export type AddressState = {
  /** "yes" or "no", the last that was said of marketing; and what that rests on. */
  consent: string;
  basis: string;
  /** "everything" or "marketing". */
  stopped: string;
};

type Address = { channel: string; hash: string };

/** Reads the states of many addresses in two statements. */
export async function readAddressStates(
  ctx: Ctx,
  of: readonly Address[],
): Promise<(address: Address) => AddressState> {
  const hashes = [...new Set(of.map(({ hash }) => hash))];
  if (hashes.length === 0) return () => ({ consent: '', basis: '', stopped: '' });
  const said = await ctx.tx
    .selectDistinctOn([consents.addressHash, consents.channel], {
      hash: consents.addressHash,
      channel: consents.channel,
      state: consents.state,
      basis: consents.basis,
    })
    .from(consents)
    .where(and(eq(consents.purpose, 'marketing'), inArray(consents.addressHash, hashes)))
    .orderBy(consents.addressHash, consents.channel, desc(consents.at), desc(consents.id));
  const stops = await ctx.tx
    .select({ hash: suppressions.addressHash, scope: suppressions.scope })
    .from(suppressions)
    .where(
      and(
        inArray(suppressions.addressHash, hashes),
        isNull(suppressions.liftedAt),
        ne(suppressions.scope, 'held'),
      ),
    );
  const lastSaid = new Map(said.map((one) => [`${one.channel} ${one.hash}`, one]));
  const scopes = Map.groupBy(stops, ({ hash }) => hash);
  return ({ channel, hash }) => {
    const last = lastSaid.get(`${channel} ${hash}`);
    const all = scopes.get(hash) ?? [];
    return {
      consent: last ? (last.state === 'granted' ? 'yes' : 'no') : '',
      basis: last?.basis ?? '',
      stopped: all.some(({ scope }) => scope === 'all') ? 'everything' : all.length > 0 ? 'marketing' : '',
    };
  };
}
