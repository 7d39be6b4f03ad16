// Which wording did better: what is counted is the variant that was frozen with each message, not the one a draft has now.
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Ctx } from '../context.ts';
import { wilson } from '../statistics/wilson.ts';

const count = z.int().nonnegative();

/** From the strongest sign that a message did something to the weakest. */
const MEASURES = ['converted', 'replied', 'clicked', 'read'] as const;
const RATES = ['delivered', 'read', 'clicked', 'replied', 'converted'] as const;

/** The share of what was submitted, with its 95 % interval (core/statistics/wilson.ts), all as fractions. */
const rate = z.object({ share: z.number(), low: z.number(), high: z.number() });

const variantPart = z.object({
  /** A to E. */
  variant: z.string(),
  /** As a person called it; A is the draft itself, and has none. */
  name: z.string().nullable(),
  /** Of the campaign: one that was changed while it was paused went out in several, and letters may have moved. */
  version: z.int().positive(),
  targeted: count,
  submitted: count,
  /** Of those that were submitted, as all that follow. */
  delivered: count,
  /** Opened or read, as far as the channel tells. */
  read: count,
  clicked: count,
  replied: count,
  /** Renewals and calls that people confirmed, codes redeemed, orders told: contacts with at least one. */
  converted: count,
  /** Null where nothing was submitted yet. */
  rates: z.object({ delivered: rate, read: rate, clicked: rate, replied: rate, converted: rate }).nullable(),
});
export type VariantPart = z.infer<typeof variantPart>;

export const variantReport = z.object({
  parts: z.array(variantPart),
  /**
   * By the strongest measure that anybody gave a sign of. `ahead` is the variant whose interval lies above those of all
   * others of the newest version that went out; null where the difference may be chance.
   */
  judged: z.object({ by: z.enum(MEASURES), ahead: z.string().nullable() }).nullable(),
});
export type VariantReport = z.infer<typeof variantReport>;

/** What became of each wording of a campaign, tests left out; null for one that was frozen in one wording only. */
export async function reportVariants(ctx: Ctx, campaignId: string): Promise<VariantReport | null> {
  const rows = await countVariants(ctx, campaignId);
  if (rows.length === 0) return null;
  const parts = rows.map((row) => ({ ...row, rates: ratesOf(row) }));
  return { parts, judged: judge(parts) };
}

type Counted = Omit<VariantPart, 'rates'>;

async function countVariants(ctx: Ctx, campaignId: string): Promise<Counted[]> {
  const { rows } = await ctx.tx.execute<Counted>(sql`
    with theirs as (
      select m.id, m.contact_id, m.variant, f.version, m.status,
        m.status in ('submitted', 'delivered', 'read') as is_out
      from messages m
      join approvals a on a.id = m.approval_id
      join manifests f on f.id = a.manifest_id
      where m.campaign_id = ${campaignId} and m.occurrence = 0 and m.variant is not null
    ),
    clicked as (
      select distinct t.message_id as id from receipts t join theirs on theirs.id = t.message_id
      where t.kind = 'clicked' and not t.is_automatic
    ),
    answered as (
      select distinct contact_id from replies where campaign_id = ${campaignId} and contact_id is not null
    ),
    came as (
      select contact_id from conversions where campaign_id = ${campaignId}
      union
      select contact_id from offer_codes where campaign_id = ${campaignId} and redeemed_at is not null
      union
      select r.contact_id from outcomes o join replies r on r.id = o.reply_id
      where o.campaign_id = ${campaignId} and o.kind in ('renewed', 'call_booked') and r.contact_id is not null
    ),
    counted as (
      select t.variant, t.version, count(*)::int as targeted,
        count(*) filter (where is_out)::int as submitted,
        count(*) filter (where status in ('delivered', 'read'))::int as delivered,
        count(*) filter (where status = 'read')::int as read,
        count(c.id) filter (where is_out)::int as clicked,
        count(a.contact_id) filter (where is_out)::int as replied,
        count(came.contact_id) filter (where is_out)::int as converted
      from theirs t
      left join clicked c on c.id = t.id
      left join answered a on a.contact_id = t.contact_id
      left join came on came.contact_id = t.contact_id
      group by t.variant, t.version
    )
    select counted.*,
      case when variant > 'A' then v.draft -> 'variants' -> (ascii(variant) - ascii('B')) ->> 'name' end as name
    from counted left join campaign_versions v on v.campaign_id = ${campaignId} and v.version = counted.version
    order by counted.version, counted.variant`);
  return rows;
}

function ratesOf(row: Counted): VariantPart['rates'] {
  const { submitted } = row;
  if (submitted === 0) return null;
  const of = (key: (typeof RATES)[number]) => ({
    share: row[key] / submitted,
    ...wilson(row[key], submitted),
  });
  return {
    delivered: of('delivered'),
    read: of('read'),
    clicked: of('clicked'),
    replied: of('replied'),
    converted: of('converted'),
  };
}

function judge(all: readonly VariantPart[]): VariantReport['judged'] {
  const out = all.filter(({ rates }) => rates !== null);
  const newest = Math.max(...out.map(({ version }) => version));
  const parts = out.filter(({ version }) => version === newest);
  const by = MEASURES.find((key) => parts.some((part) => part[key] > 0));
  if (!by || parts.length < 2) return null;
  const ahead = parts.find((one) =>
    parts.every((other) => other === one || one.rates![by].low > other.rates![by].high),
  );
  return { by, ahead: ahead?.variant ?? null };
}
