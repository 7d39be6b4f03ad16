import { eq } from 'drizzle-orm';
import { segments } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { joinWords, plural } from '../../lib/text.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';
import { lockSegment } from './find-segment.ts';
import { segmentUses } from './segment-uses.ts';

/**
 * Deletes a segment that nobody needs any more; its history stays. `segment:used` with those who do: campaigns that
 * are not over, and other segments.
 */
export async function deleteSegment(ctx: Ctx, segmentId: string): Promise<void> {
  demand(ctx.actor, 'draft');
  const { name } = await lockSegment(ctx, segmentId);
  const needing = (await segmentUses(ctx, segmentId)).filter(({ needs }) => needs);
  if (needing.length > 0) {
    const named = needing.slice(0, 5).map((use) => `the ${use.kind} “${use.name}”`);
    const more = needing.length > named.length ? [plural(needing.length - named.length, 'other')] : [];
    throw new AppError(
      'segment:used',
      `The segment “${name}” is used by ${joinWords([...named, ...more])}.`,
      {
        nextStep: 'Change or delete those first.',
        where: { usedBy: needing.map(({ kind, id }) => ({ kind, id })) },
      },
    );
  }
  await ctx.tx
    .update(segments)
    .set({ deletedAt: ctx.now, updatedAt: ctx.now })
    .where(eq(segments.id, segmentId));
  await recordAudit(ctx, { action: 'segment.delete', subject: segmentId });
}
