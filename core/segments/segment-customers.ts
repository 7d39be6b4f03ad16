import { audiencePart } from '../audience/audience-part.ts';
import type { Ctx } from '../context.ts';
import type { AudiencePart } from '../parts.ts';
import { findSegment } from './find-segment.ts';

/** The customers of a segment as they are now, as an audience card; throws `segment:unknown`. */
export async function segmentCustomers(ctx: Ctx, segmentId: string): Promise<AudiencePart> {
  const { id, kind, filter } = await findSegment(ctx, segmentId);
  // A dynamic one shows why each is in it; whom a frozen one holds need not match any more.
  return audiencePart(ctx, {
    filter: kind === 'frozen' ? { op: 'in', field: 'segment', values: [id] } : filter,
  });
}
