import { sql } from 'drizzle-orm';
import { TEMPLATE_HOURS } from '../../db/queries/claim-reasons.ts';
import { rungRendered } from '../../db/queries/rung.ts';
import { plural } from '../../lib/text.ts';
import { channelLabel } from '../channel-label.ts';
import type { Ctx } from '../context.ts';

type Waiting = {
  waiting: number;
  channel: string;
  name: string;
  language: string;
  reason: string | null;
  isApproved: boolean;
};

/** What is said of messages that wait because the platform does not take their template; null where none does. */
export async function waitForTemplate(
  ctx: Ctx,
  { campaignId, occurrence }: { campaignId: string; occurrence: number },
): Promise<string | null> {
  const { rows } = await ctx.tx.execute<Waiting>(sql`
    with held as materialized (
      select m.manifest_row_id, m.fallback, m.channel from messages m
      where m.campaign_id = ${campaignId} and m.occurrence = ${occurrence} and m.status = 'queued'
        and m.reason = 'template_withdrawn'
    )
    select (select count(*)::int from held) as waiting, m.channel, t.name, t.language, t.reason, t.status = 'approved' as "isApproved"
    from (select * from held limit 1) m join manifest_rows r on r.id = m.manifest_row_id
    join message_templates t on t.channel = m.channel
      and t.name = (${rungRendered}) #>> '{template,name}' and t.language = (${rungRendered}) #>> '{template,language}'`);
  const [one] = rows;
  if (!one) return null;
  const { waiting, channel, name, language, reason, isApproved } = one;
  const who = plural(waiting, 'message waits', 'messages wait');
  const from = channelLabel(channel);
  if (isApproved)
    return `${who}: the template “${name}” (${language}) of ${from} says something else now than what was approved. They go out when it says that again, and are given up, or go by their next channel, ${TEMPLATE_HOURS} hours after they were due.`;
  if (!reason)
    return `${who}: ${from} does not take the template “${name}” (${language}) at present. They go out when it is approved again, and are given up, or go by their next channel, ${TEMPLATE_HOURS} hours after they were due.`;
  return `${who}: ${from} does not take the template “${name}” (${language}) at present. It says: ${reason.replace(/[.\s]*$/, '.')} They go out when it is approved again, and are given up, or go by their next channel, ${TEMPLATE_HOURS} hours after they were due.`;
}
