import { sql } from 'drizzle-orm';
import { campaignType } from '../content/find-type.ts';
import { isSurvey } from '../content/types.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';
import { netPromoterScore, type SurveyScore } from './net-promoter-score.ts';

/**
 * The score of a campaign whose type asks for one, null for another: each contact's latest answer with a number
 * counts once.
 */
export async function readSurveyScore(
  ctx: Ctx,
  campaign: { id: string; type: string },
): Promise<SurveyScore | null> {
  demand(ctx.actor, 'read');
  if (!isSurvey(await campaignType(ctx, campaign.type))) return null;
  const { rows } = await ctx.tx.execute<{ score: number }>(sql`
    select distinct on (coalesce(contact_id::text, address_hash))
      coalesce(score, (triage -> 'entities' ->> 'score')::int) as score
    from replies
    where campaign_id = ${campaign.id}
      and (score is not null or jsonb_typeof(triage -> 'entities' -> 'score') = 'number')
    order by coalesce(contact_id::text, address_hash), received_at desc, id desc`);
  return netPromoterScore(rows.map(({ score }) => score));
}
