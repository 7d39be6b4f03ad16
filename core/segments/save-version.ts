import { and, eq, sql } from 'drizzle-orm';
import { segmentCounts, segmentMembers, segments, segmentVersions } from '../../db/schema/index.ts';
import { newId } from '../../lib/ids.ts';
import type { Filter } from '../audience/filter.ts';
import { readFilterScope } from '../audience/filter-scope.ts';
import type { Ctx } from '../context.ts';
import { matchingIds, scopedSegments } from './scoped-segments.ts';
import { thinCounts } from './thin-counts.ts';

export type SegmentVersion = {
  id: string;
  version: number;
  name: string;
  kind: 'dynamic' | 'frozen';
  filter: Filter;
  change: string;
  /** The version whose customers a frozen one keeps; without it they are those who match now. */
  keepsMembersOf?: number | undefined;
};

/** Writes one version of a segment whose row stands, with its customers when they are frozen, and counts them. */
export async function saveVersion(ctx: Ctx, given: SegmentVersion): Promise<void> {
  const { id, version, name, kind, filter, change } = given;
  await ctx.tx.insert(segmentVersions).values({
    ...{ tenantId: ctx.tenant.id, segmentId: id, version, name, kind, filter, change },
    createdBy: ctx.actor.kind === 'person' ? ctx.actor.userId : null,
    createdAt: ctx.now,
  });
  if (kind === 'frozen') await freezeMembers(ctx, given);
  await recordCount(ctx, id);
}

async function freezeMembers(
  ctx: Ctx,
  { id, version, filter, keepsMembersOf }: SegmentVersion,
): Promise<void> {
  const scope = await readFilterScope(ctx, filter);
  const ids =
    keepsMembersOf === undefined
      ? matchingIds(filter, scope)
      : sql`select customer_id from segment_members where segment_id = ${id} and version = ${keepsMembersOf}`;
  const { rows } = await ctx.tx.execute<{ id: string }>(sql`select f.id from (${ids}) f(id)`);
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    const part = rows.slice(at, at + ROWS_AT_ONCE);
    const own = { tenantId: ctx.tenant.id, segmentId: id, version };
    await ctx.tx
      .insert(segmentMembers)
      .values(part.map((row) => ({ id: newId(), ...own, customerId: row.id })));
  }
}

// Five parameters a row; a statement holds 65,535.
const ROWS_AT_ONCE = 10_000;

/** Counts a segment's active customers now and keeps that as the day's figure. */
export async function recordCount(ctx: Ctx, segmentId: string): Promise<number> {
  const [one] = await scopedSegments(ctx, { ids: [segmentId], scope: await readFilterScope(ctx) });
  if (!one) return 0;
  const { rows } = await ctx.tx.execute<{ n: number }>(
    sql`select count(*)::int as n from (${one.members}) member(id)
      ${one.isFrozen ? sql`join customer_facts k on k.customer_id = member.id and k.status = 'active'` : sql``}`,
  );
  const [segment] = await ctx.tx
    .select({ version: segments.version })
    .from(segments)
    .where(eq(segments.id, segmentId));
  const row = { tenantId: ctx.tenant.id, segmentId, day: ctx.today, version: segment!.version };
  const customers = rows[0]!.n;
  await ctx.tx
    .insert(segmentCounts)
    .values({ ...row, customers })
    .onConflictDoUpdate({
      target: [segmentCounts.segmentId, segmentCounts.day],
      set: { customers, version: row.version },
    });
  return customers;
}

const EACH_DAY = 20;

/** Counts the segments that nobody has counted today, some at a time; answers whether more are left. */
export async function recordDueCounts(ctx: Ctx): Promise<boolean> {
  const due = await ctx.tx
    .select({ id: segments.id })
    .from(segments)
    .where(
      and(
        sql`${segments.deletedAt} is null`,
        sql`not exists (select 1 from segment_counts n where n.segment_id = ${segments.id} and n.day >= ${ctx.today}::date)`,
      ),
    )
    .orderBy(segments.id)
    .limit(EACH_DAY + 1);
  for (const { id } of due.slice(0, EACH_DAY)) await recordCount(ctx, id);
  // Once a day, when the last of them has its count.
  if (due.length > 0 && due.length <= EACH_DAY) await thinCounts(ctx);
  return due.length > EACH_DAY;
}
