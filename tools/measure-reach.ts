import { z } from 'zod';
import type { Purpose, Reach } from '../core/audience/audience-reach.ts';
import { measureReach as measure } from '../core/audience/measure-reach.ts';
import { campaignType } from '../core/content/find-type.ts';
import type { Ctx } from '../core/context.ts';
import type { ChartPart } from '../core/parts.ts';
import { defineTool } from './define.ts';
import { readWhom, whom } from './whom.ts';

export const measureReach = defineTool({
  name: 'measure_reach',
  description:
    'How many of some customers can be written to, channel by channel, and what stands in the way (no address, opted ' +
    'out, no consent, a shared address, enough messages already); also whether that is too few for a test or more ' +
    'than may be sent now. For service and for marketing messages; of a campaign for its own purpose.',
  effect: 'read',
  input: whom.extend({ channels: z.array(z.string()).optional().describe('Only these, if any were named.') }),
  run: (scope, { channels, ...asked }) =>
    scope.within(async (ctx) => {
      const { type, ...input } = await readWhom(ctx, asked);
      const purposes: readonly Purpose[] = type
        ? [(await campaignType(ctx, type)).purpose]
        : ['service', 'marketing'];
      const measured = [];
      for (const purpose of purposes) measured.push(await measureOne(ctx, { ...input, purpose, channels }));
      return {
        forModel: {
          customers: measured[0]!.customers,
          purposes: measured.map(({ words: _, ...rest }) => rest),
        },
        parts: measured.map(toChart),
      };
    }),
});

type Asked = Parameters<typeof measure>[1] & { channels: string[] | undefined };

async function measureOne(ctx: Ctx, { channels, ...input }: Asked) {
  const reach = await measure(ctx, input);
  const isAsked = (channel: string | null) => !channels || (channel !== null && channels.includes(channel));
  return {
    ...reach,
    channels: reach.channels.filter(({ channel }) => isAsked(channel)),
    // Its words name an account, which is for the person.
    advice: reach.advice
      .filter(({ channel }) => isAsked(channel))
      .map(({ kind, channel, have, limit }) => ({ kind, channel, have, limit })),
  };
}

const toChart = ({ purpose, words, channels }: Pick<Reach, 'purpose' | 'words' | 'channels'>): ChartPart => ({
  kind: 'chart',
  title: `Can be reached with ${purpose} messages: ${words}`,
  unit: 'contacts',
  bars: channels.map(({ channel, reachable }) => ({ label: channel, value: reachable })),
});
