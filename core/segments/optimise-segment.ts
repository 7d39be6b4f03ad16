// How an audience could be larger or smaller: one change at a time, each counted.
import { audienceFacets } from '../audience/audience-facets.ts';
import { countAudience } from '../audience/count-audience.ts';
import { describeFilter } from '../audience/describe-filter.ts';
import { type Filter, isClause } from '../audience/filter.ts';
import { readFilterScope } from '../audience/filter-scope.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';

export type Optimised = { change: string; filter: Filter; words: string; customers: number };
export type Optimisation = { words: string; customers: number; options: Optimised[] };

type Asked = { filter: Filter; aim: 'larger' | 'smaller' };

// As many as a person compares; and counted one by one.
const MOST = 8;

/**
 * What would make a filter's audience larger (a condition less) or smaller (one of the values that its customers have),
 * the change that alters least first. Whether that is meant is for a person to say; nothing is saved.
 */
export async function optimiseSegment(ctx: Ctx, { filter, aim }: Asked): Promise<Optimisation> {
  demand(ctx.actor, 'read');
  const now = await countAudience(ctx, { filter, isExact: true });
  const ways = aim === 'larger' ? await loosened(ctx, now.filter) : await narrowed(ctx, now.filter);
  const options: Optimised[] = [];
  for (const { change, filter: other } of ways) {
    const { words, count } = await countAudience(ctx, { filter: other, isExact: true });
    const isBetter = aim === 'larger' ? count.value > now.count.value : count.value < now.count.value;
    if (isBetter && count.value > 0) options.push({ change, filter: other, words, customers: count.value });
  }
  const distance = ({ customers }: Optimised) => Math.abs(customers - now.count.value);
  options.sort((a, b) => distance(a) - distance(b));
  return { words: now.words, customers: now.count.value, options: options.slice(0, MOST) };
}

type Way = { change: string; filter: Filter };

async function loosened(ctx: Ctx, filter: Filter): Promise<Way[]> {
  const scope = await readFilterScope(ctx, filter);
  const parts = partsOf(filter);
  return parts.map((part) => ({
    change: `Without “${describeFilter(part, scope)}”`,
    filter: { all: parts.filter((other) => other !== part) },
  }));
}

async function narrowed(ctx: Ctx, filter: Filter): Promise<Way[]> {
  const { facets, total } = await audienceFacets(ctx, { filter });
  const values = facets
    .flatMap(({ field, label, values: all }) => all.map((one) => ({ field, label, ...one })))
    .filter(({ customers }) => customers > 0 && customers < total)
    // The most that one value leaves: to go further, ask again.
    .sort((a, b) => b.customers - a.customers)
    .slice(0, MOST * 2);
  return values.map(({ field, label, value, words }) => ({
    change: `Only ${label.toLowerCase()} ${words}`,
    filter: { all: [...partsOf(filter), { op: 'in', field, values: [value] }] },
  }));
}

const partsOf = (filter: Filter): Filter[] => (!isClause(filter) && 'all' in filter ? filter.all : [filter]);
