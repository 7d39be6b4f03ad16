import { z } from 'zod';
import { type DryRun, dryRun } from '../core/approval/dry-run.ts';
import { readCampaign } from '../core/campaigns/read-campaign.ts';
import { plural } from '../lib/text.ts';
import { defineTool } from './define.ts';
import { campaignId } from './schemas.ts';

export const dryRunTool = defineTool({
  name: 'dry_run',
  description:
    'Writes and checks every message of a campaign and reckons when they would go out and what they cost, without ' +
    'sending or keeping anything.',
  effect: 'read',
  input: z.strictObject({ campaignId }),
  run: (scope, input) =>
    scope.within(async (ctx) => {
      const result = await dryRun(ctx, { campaign: await readCampaign(ctx, input.campaignId) });
      const { recipients, customers, refused, channels, forecast } = result;
      return {
        forModel: { campaignId: input.campaignId, recipients, customers, refused, channels, forecast },
        parts: [{ kind: 'text', text: inWords(result, ctx.tenant.settings.timeZone) }],
      };
    }),
});

function inWords(run: DryRun, timeZone: string): string {
  const at = (moment: string) =>
    new Date(moment).toLocaleString('en-GB', { timeZone, dateStyle: 'medium', timeStyle: 'short' });
  const lines = [
    `${plural(run.recipients, 'message')} to ${plural(run.customers, 'customer')}, ${run.refused} of them may not go out as they are.`,
    ...run.forecast.map(
      ({ channel, messages, from, until }) =>
        `${channel}: ${plural(messages, 'message')}, from ${at(from)} until ${at(until)} (${timeZone}).`,
    ),
    `Cost: ${run.costWords}`,
    ...run.findings.map(
      ({ severity, message, messages }) => `${severity}: ${message} (${plural(messages, 'message')})`,
    ),
    ...run.notes,
    ...(run.excluded.length > 0
      ? [`${plural(run.excluded.length, 'customer is', 'customers are')} left out.`]
      : []),
  ];
  return lines.join('\n');
}
