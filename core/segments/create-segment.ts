import { segments } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { newId } from '../../lib/ids.ts';
import { readFilterScope } from '../audience/filter-scope.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';
import { checkSegmentFilter, demandFreeName } from './check-segment.ts';
import { nameSegment } from './name-segment.ts';
import { saveVersion } from './save-version.ts';
import { type SegmentInput, segmentInput } from './segment.ts';

/**
 * Saves an audience, version 1; answers its id. Throws `input:invalid`, what `checkSegmentFilter` throws, and
 * `segment:exists`.
 */
export async function createSegment(ctx: Ctx, input: SegmentInput): Promise<string> {
  demand(ctx.actor, 'draft');
  const scope = await readFilterScope(ctx, input.filter);
  // The filter goes first: its own check bounds depth and size before anything walks it.
  const filter = await checkSegmentFilter(ctx, { given: input.filter ?? { all: [] }, scope });
  const parsed = segmentInput.safeParse({ ...input, filter });
  if (!parsed.success) throw invalidSegment(parsed.error.issues[0]!);
  const name = parsed.data.name ?? (await nameSegment(ctx, { filter, scope }));
  await demandFreeName(ctx, { name });
  const [id, { kind }] = [newId(), parsed.data];
  await ctx.tx.insert(segments).values({
    ...{ id, tenantId: ctx.tenant.id, name, kind },
    createdBy: ctx.actor.kind === 'person' ? ctx.actor.userId : null,
    createdAt: ctx.now,
    updatedAt: ctx.now,
  });
  await saveVersion(ctx, { id, version: 1, name, kind, filter, change: 'created' });
  await recordAudit(ctx, { action: 'segment.create', subject: id, data: { kind } });
  return id;
}

export const invalidSegment = ({ path, message }: { path: PropertyKey[]; message: string }): AppError =>
  new AppError('input:invalid', `The segment's ${path.join('.') || 'definition'} is wrong: ${message}.`, {
    where: { path: path.join('.') },
  });
