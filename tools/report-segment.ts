import { z } from 'zod';
import type { Part } from '../core/parts.ts';
import { readSegment } from '../core/segments/read-segment.ts';
import type { SegmentView } from '../core/segments/segment.ts';
import { defineTool } from './define.ts';

export const reportSegment = defineTool({
  name: 'report_segment',
  description:
    'A saved segment as it stands: how many it has and had, which campaigns and segments use it, and how the ' +
    'campaigns went that were sent to it (reached, replied, converted).',
  effect: 'read',
  input: z.strictObject({ segmentId: z.uuid() }),
  run: (scope, { segmentId }) =>
    scope.within(async (ctx) => {
      const segment = await readSegment(ctx, segmentId);
      const { kind, version, customers, members, usedBy, performance } = segment;
      const { campaigns, ...outcome } = performance;
      const needing = usedBy.filter(({ needs }) => needs).length;
      return {
        forModel: {
          ...{ segmentId, kind, version, customers, daysCounted: members.length },
          usedBy: usedBy.length,
          neededBy: needing,
          campaigns: campaigns.length,
          ...outcome,
        },
        parts: [
          { kind: 'segments', segments: [rowOf(segment)] },
          ...overTime(segment),
          ...campaignsOf(segment),
        ],
      };
    }),
});

const rowOf = ({ id, name, kind, version, words, customers, countedOn, updatedAt }: SegmentView) => ({
  ...{ id, name, kind, version, words, customers, countedOn, updatedAt },
});

// As many bars as are looked over at a glance.
const MOST_DAYS = 30;

/** Nothing to see in one day. */
function overTime({ name, members }: SegmentView): Part[] {
  if (members.length < 2) return [];
  const bars = members.slice(-MOST_DAYS).map(({ day, customers }) => ({ label: day, value: customers }));
  return [{ kind: 'chart', title: `How many were in ${name}`, unit: 'customers', bars }];
}

function campaignsOf({ name, performance }: SegmentView): Part[] {
  if (performance.campaigns.length === 0) return [];
  const bars = performance.campaigns.map((one) => ({ label: one.name, value: one.replied }));
  return [{ kind: 'chart', title: `Who replied to campaigns to ${name}`, unit: 'customers', bars }];
}
