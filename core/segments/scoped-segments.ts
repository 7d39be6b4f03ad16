import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { idsOf } from '../../db/queries/audience-count.ts';
import { segments, segmentVersions } from '../../db/schema/index.ts';
import { compileFilter } from '../audience/compile-filter.ts';
import { clausesOf, type Filter, filterSchema } from '../audience/filter.ts';
import type { FilterScope, ScopedSegment } from '../audience/filter-scope.ts';
import type { Ctx } from '../context.ts';
import { withMergedInto } from '../customers/merge/merged-into.ts';

type Stored = {
  id: string;
  name: string;
  kind: 'dynamic' | 'frozen';
  version: number;
  filter: Filter;
  isGone: boolean;
};

/** The segments of these ids, each with the statement that selects its customers; nobody is in a deleted one. */
export async function scopedSegments(
  ctx: Ctx,
  { ids, scope }: { ids: readonly string[]; scope: FilterScope },
): Promise<ScopedSegment[]> {
  const stored = await readWithNested(ctx, ids);
  const known = new Map<string, ScopedSegment>();
  const resolve = (id: string, above: readonly string[]): ScopedSegment[] => {
    const one = stored.get(id);
    // Saving refuses a circle; one that came about all the same has nobody rather than no end.
    if (!one || above.includes(id)) return [];
    const inner = segmentIdsOf(one.filter).flatMap((nested) => resolve(nested, [...above, id]));
    const segment = known.get(id) ?? {
      id,
      name: one.name,
      isFrozen: one.kind === 'frozen',
      members: membersOf(one, { ...scope, segments: inner }),
    };
    known.set(id, segment);
    return [segment];
  };
  return ids.flatMap((id) => resolve(id, []));
}

/** The ids of the segments that a filter names. */
export const segmentIdsOf = (filter: Filter): string[] => [
  ...new Set(
    clausesOf(filter).flatMap(({ clause }) =>
      clause.op === 'in' && clause.field === 'segment' ? clause.values.map(String) : [],
    ),
  ),
];

function membersOf({ id, kind, version, filter, isGone }: Stored, scope: FilterScope): SQL {
  if (isGone) return sql`select null::uuid where false`;
  if (kind === 'frozen')
    return withMergedInto(
      sql`select m.customer_id from segment_members m where m.segment_id = ${id} and m.version = ${version}`,
    );
  return matchingIds(filter, scope);
}

/** Selects the active customers whom a checked filter admits for certain. */
export const matchingIds = (filter: Filter, scope: FilterScope): SQL => idsOf(compileFilter(filter, scope));

/** Those asked for and all that they are made of, in one statement a level. */
async function readWithNested(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Stored>> {
  const found = new Map<string, Stored>();
  let wanted = [...ids];
  while (wanted.length > 0) {
    const rows = await ctx.tx
      .select({ segment: segments, filter: segmentVersions.filter })
      .from(segments)
      .innerJoin(
        segmentVersions,
        and(eq(segmentVersions.segmentId, segments.id), eq(segmentVersions.version, segments.version)),
      )
      .where(inArray(segments.id, wanted));
    for (const { segment, filter } of rows) {
      const { id, name, kind, version, deletedAt } = segment;
      found.set(id, {
        id,
        name,
        kind,
        version,
        filter: filterSchema.parse(filter),
        isGone: deletedAt !== null,
      });
    }
    wanted = rows
      .flatMap(({ filter }) => segmentIdsOf(filterSchema.parse(filter)))
      .filter((id) => !found.has(id));
  }
  return found;
}
