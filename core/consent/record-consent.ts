import { consents } from '../../db/schema/index.ts';
import type { Ctx } from '../context.ts';

export type ConsentEntry = {
  contactId?: string | null;
  channel: string;
  addressHash: string;
  purpose: 'service' | 'marketing';
  state: 'granted' | 'withdrawn';
  /** The legal basis as recorded: "consent", "contract", "legitimate interest", … */
  basis: string;
  wording?: string | null;
  source: string;
  evidence?: string | null;
};

/** Appends to the consent ledger; the newest entry of (address, channel, purpose) is the state from now on. */
export async function recordConsent(
  ctx: Ctx,
  entries: ConsentEntry | readonly ConsentEntry[],
): Promise<void> {
  const rows = [entries].flat().map((entry) => ({
    ...entry,
    tenantId: ctx.tenant.id,
    actor: ctx.actor,
    at: ctx.now,
  }));
  if (rows.length > 0) await ctx.tx.insert(consents).values(rows);
}
