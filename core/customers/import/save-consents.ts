import { sql } from 'drizzle-orm';
import { insertRows } from '../../../db/queries/bulk-rows.ts';
import { consents, suppressions } from '../../../db/schema/index.ts';
import { instantAt } from '../../../lib/dates.ts';
import { newId } from '../../../lib/ids.ts';
import type { Ctx } from '../../context.ts';
import type { CustomerPlan } from './plan-customer.ts';

type Entry = Omit<typeof consents.$inferInsert, 'at'> & { id: string; at: Date; isDated: boolean };

/**
 * Enters what the files say about marketing into the ledger, with file and line as the source. Importing again adds
 * nothing; an undated "yes" never outweighs anything that is already recorded of that address; an opt-out suppresses.
 */
export async function saveConsents(ctx: Ctx, plans: readonly CustomerPlan[]): Promise<number> {
  const entries: Entry[] = [];
  const stops: (typeof suppressions.$inferInsert)[] = [];
  for (const { prepared, contacts, outcome } of plans) {
    if (outcome === 'discarded') continue;
    for (const { contactId, line, addresses, consents: said } of contacts.consents) {
      const source = `${prepared.file}, line ${line}`;
      for (const { channel, hash } of addresses) {
        for (const one of said) {
          if (one.only !== null && one.only !== `${channel} ${hash}`) continue;
          if (one.kind === 'opt_out') stops.push(stopRow(ctx, { hash, scope: one.scope, source }));
          else entries.push(consentRow(ctx, { contactId, channel, hash, source, one }));
        }
      }
    }
  }
  const fresh = await withoutKnown(ctx, entries);
  await insertRows(
    ctx.tx,
    consents,
    fresh.map(({ isDated, ...row }) => row),
  );
  for (let from = 0; from < stops.length; from += 1000) {
    await ctx.tx
      .insert(suppressions)
      .values(stops.slice(from, from + 1000))
      .onConflictDoNothing();
  }
  return fresh.length + stops.length;
}

type Said = Extract<CustomerPlan['contacts']['consents'][number]['consents'][number], { kind: 'consent' }>;

const consentRow = (
  ctx: Ctx,
  {
    contactId,
    channel,
    hash,
    source,
    one,
  }: { contactId: string; channel: string; hash: string; source: string; one: Said },
): Entry => ({
  id: newId(),
  tenantId: ctx.tenant.id,
  contactId,
  channel,
  addressHash: hash,
  purpose: 'marketing',
  state: one.state,
  basis: one.basis,
  source,
  evidence: one.evidence,
  actor: ctx.actor,
  at: one.on ? instantAt(one.on, '00:00', ctx.tenant.settings.timeZone) : ctx.now,
  isDated: one.on !== null,
});

const stopRow = (
  ctx: Ctx,
  { hash, scope, source }: { hash: string; scope: 'all' | 'marketing'; source: string },
) => ({
  tenantId: ctx.tenant.id,
  addressHash: hash,
  scope,
  reason: 'opted_out',
  source,
  at: ctx.now,
});

async function withoutKnown(ctx: Ctx, entries: readonly Entry[]): Promise<Entry[]> {
  if (entries.length === 0) return [];
  const hashes = [...new Set(entries.map(({ addressHash }) => addressHash))];
  const rows = await ctx.tx
    .select({ channel: consents.channel, hash: consents.addressHash, state: consents.state, at: consents.at })
    .from(consents)
    .where(
      sql`${consents.purpose} = 'marketing' and ${consents.addressHash} = any(${sql.param(hashes)}::text[])`,
    );
  const there = new Set(rows.map(({ channel, hash }) => `${channel} ${hash}`));
  const same = new Set(
    rows.map(({ channel, hash, state, at }) => `${channel} ${hash} ${state} ${at.getTime()}`),
  );
  const seen = new Set<string>();
  return entries.filter(({ channel, addressHash, state, at, isDated }) => {
    const place = `${channel} ${addressHash}`;
    const key = `${place} ${state} ${at.getTime()}`;
    if (seen.has(key) || same.has(key) || (!isDated && there.has(place))) return false;
    seen.add(key);
    return true;
  });
}
