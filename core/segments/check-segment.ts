import { AppError } from '../../lib/errors.ts';
import { checkFilter } from '../audience/check-filter.ts';
import type { Filter } from '../audience/filter.ts';
import type { FilterScope } from '../audience/filter-scope.ts';
import type { Ctx } from '../context.ts';
import { findSegment, isNameTaken } from './find-segment.ts';
import { segmentIdsOf } from './scoped-segments.ts';

/**
 * A filter from outside, in the registry's spelling. Throws what `checkFilter` throws, `segment:unknown` for a segment
 * in it that is not there, and `segment:used` when it would be made of the segment itself.
 */
export async function checkSegmentFilter(
  ctx: Ctx,
  { given, scope, ownId }: { given: unknown; scope: FilterScope; ownId?: string },
): Promise<Filter> {
  const filter = checkFilter(given, scope.fields);
  const seen = new Set<string>();
  const queue = segmentIdsOf(filter);
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    if (id === ownId) throw madeOfItself(id);
    if (seen.has(id)) continue;
    seen.add(id);
    queue.push(...segmentIdsOf((await findSegment(ctx, id)).filter));
  }
  return filter;
}

const madeOfItself = (id: string): AppError =>
  new AppError('segment:used', 'A segment cannot be made of itself.', {
    nextStep: 'Take this segment out of the condition.',
    where: { segmentId: id },
  });

export async function demandFreeName(ctx: Ctx, given: { name: string; butNot?: string }): Promise<void> {
  if (given.name.includes('\0'))
    throw new AppError('input:invalid', 'The name of the segment holds a NUL character.');
  if (!(await isNameTaken(ctx, given))) return;
  throw new AppError('segment:exists', 'There is already a segment of this name.', {
    nextStep: 'Use another name, or change that segment.',
    where: { name: given.name },
  });
}
