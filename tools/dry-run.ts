import { z } from 'zod';
import type { DryRun } from '../core/approval/dry-run.ts';
import { rehearse } from '../core/approval/rehearse.ts';
import { channelLabel } from '../core/channel-label.ts';
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
  run: async (scope, { campaignId: id }) => {
    const timeZone = await scope.within(async (ctx) => ctx.tenant.settings.timeZone);
    const result = await rehearse(scope.within, { campaignId: id });
    const { recipients, customers, refused, channels, forecast } = result;
    return {
      forModel: { campaignId: id, recipients, customers, refused, channels, forecast },
      parts: [{ kind: 'text', text: inWords(result, timeZone) }],
    };
  },
});

function inWords(run: DryRun, timeZone: string): string {
  const at = (moment: string) =>
    new Date(moment).toLocaleString('en-GB', { timeZone, dateStyle: 'medium', timeStyle: 'short' });
  const when = (from: string, until: string) =>
    at(from) === at(until) ? `at ${at(from)}` : `from ${at(from)} until ${at(until)}`;
  const howMany = `${plural(run.recipients, 'message')} to ${plural(run.customers, 'customer')}`;
  const lines = [
    run.refused === 0
      ? `${howMany}; none is kept back by what was found.`
      : `${howMany}; ${run.refused.toLocaleString('en')} of them may not go out as they are.`,
    ...run.forecast.map(
      ({ channel, messages, from, until }) =>
        `By ${channelLabel(channel)}: ${plural(messages, 'message')}, ${when(from, until)} (${timeZone}).`,
    ),
    `Cost: ${run.costWords}`,
    ...run.findings.map(
      ({ severity, message, repair, messages }) =>
        `${severity === 'error' ? 'Must be mended' : 'To know'}, ${plural(messages, 'message')}: ${message} ${repair}`,
    ),
    ...run.notes,
    ...(run.excluded.length > 0
      ? [`${plural(run.excluded.length, 'customer is', 'customers are')} left out.`]
      : []),
  ];
  // What is said of it afterwards stands apart.
  return `${lines.join('\n')}\n\n`;
}
