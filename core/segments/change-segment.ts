import { eq } from 'drizzle-orm';
import { segments } from '../../db/schema/index.ts';
import { joinWords } from '../../lib/text.ts';
import { readFilterScope } from '../audience/filter-scope.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';
import { checkSegmentFilter, demandFreeName } from './check-segment.ts';
import { invalidSegment } from './create-segment.ts';
import { lockSegment } from './find-segment.ts';
import { saveVersion } from './save-version.ts';
import { type SegmentPatch, segmentPatch } from './segment.ts';

type Change = { segmentId: string; patch: SegmentPatch };

/**
 * Changes a segment, which makes a new version. A frozen one keeps its customers unless a filter comes with the
 * change, or it has only now become frozen. Campaigns that wait for approval or are approved keep whom they froze.
 * Throws `segment:unknown` and what `createSegment` throws.
 */
export async function changeSegment(ctx: Ctx, { segmentId, patch }: Change): Promise<void> {
  demand(ctx.actor, 'draft');
  const before = await lockSegment(ctx, segmentId);
  const scope = await readFilterScope(ctx, patch.filter);
  const filter =
    patch.filter === undefined
      ? before.filter
      : await checkSegmentFilter(ctx, { given: patch.filter, scope, ownId: segmentId });
  const parsed = segmentPatch.safeParse({ ...patch, ...(patch.filter ? { filter } : {}) });
  if (!parsed.success) throw invalidSegment(parsed.error.issues[0]!);
  const { name = before.name, kind = before.kind } = parsed.data;
  await demandFreeName(ctx, { name, butNot: segmentId });
  const version = before.version + 1;
  await ctx.tx
    .update(segments)
    .set({ name, kind, version, updatedAt: ctx.now })
    .where(eq(segments.id, segmentId));
  const isKept = before.kind === 'frozen' && kind === 'frozen' && patch.filter === undefined;
  const change = `changed ${joinWords(Object.keys(parsed.data))}`;
  await saveVersion(ctx, {
    ...{ id: segmentId, version, name, kind, filter, change },
    keepsMembersOf: isKept ? before.version : undefined,
  });
  await recordAudit(ctx, { action: 'segment.change', subject: segmentId, data: { version, change } });
}
