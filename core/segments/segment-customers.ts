import { audiencePage } from '../audience/audience-page.ts';
import type { Ctx } from '../context.ts';
import type { AudiencePart } from '../parts.ts';
import { findSegment } from './find-segment.ts';

type Asked = {
  segmentId: string;
  limit: number;
  /** The customer that the page before ended with. */
  after?: string | undefined;
};

/** The customers of a segment as they are now, by name, as a page of an audience card; throws `segment:unknown`. */
export async function segmentCustomers(ctx: Ctx, { segmentId, ...page }: Asked): Promise<AudiencePart> {
  const { id, kind, filter } = await findSegment(ctx, segmentId);
  // A dynamic one shows why each is in it; whom a frozen one holds need not match any more.
  const meant = kind === 'frozen' ? { op: 'in', field: 'segment', values: [id] } : filter;
  return audiencePage(ctx, { filter: meant, ...page });
}
