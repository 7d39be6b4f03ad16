// How an audience could be larger or smaller: one change at a time, each counted, with why and how many it would reach.
import { audienceFacets } from '../audience/audience-facets.ts';
import { countAudience } from '../audience/count-audience.ts';
import { describeFilter } from '../audience/describe-filter.ts';
import { type Filter, isClause } from '../audience/filter.ts';
import { readFilterScope } from '../audience/filter-scope.ts';
import { ANYBODY } from '../audience/recipient.ts';
import { whyNobody } from '../audience/why-nobody.ts';
import { campaignType } from '../content/find-type.ts';
import type { Ctx } from '../context.ts';
import { readingOnce } from '../reading-once.ts';
import { readMessageHistory } from '../statistics/message-history.ts';
import { demand } from '../tenants/roles.ts';
import { type AudienceWorth, audienceWorth } from './audience-worth.ts';
import { sayFilter } from './say-filter.ts';
import { widenClause } from './widen-clause.ts';

export type Optimised = AudienceWorth & {
  change: string;
  because: string;
  /** What to say, so that these are found; null where one sentence does not hold it. */
  say: string | null;
  filter: Filter;
  words: string;
  customers: number;
};
export type Optimisation = AudienceWorth & {
  words: string;
  customers: number;
  /** Why there are none, where there are none. */
  notes: string[];
  options: Optimised[];
};

/** `type` says who is written to, and on which consent it rests; without one anybody, on that to marketing. */
type Asked = { filter: Filter; aim: 'larger' | 'smaller'; type?: string | undefined };

// As many as a person compares; and counted one by one.
const MOST = 8;

/**
 * What would make a filter's audience larger (a condition that means more of its kind, or one less) or smaller (one of the
 * values that its customers have), the change that alters least first; never everybody for want of a condition. With each
 * what its messages cost and may bring, as far as the workspace's own history tells, and as much of how it is now.
 * Whether it is meant is for a person to say; nothing is saved. Throws `input:invalid` for a type that there is not.
 */
export async function optimiseSegment(given: Ctx, { filter, aim, type }: Asked): Promise<Optimisation> {
  demand(given.actor, 'read');
  const ctx = readingOnce(given);
  const rules = type ? await campaignType(ctx, type) : { ...ANYBODY, purpose: 'marketing' as const };
  const now = await countAudience(ctx, { filter, isExact: true });
  const ways = aim === 'larger' ? await loosened(ctx, now.filter) : await narrowed(ctx, now.filter);
  const counted: (Way & { words: string; customers: number })[] = [];
  for (const way of ways) {
    const { words, count } = await countAudience(ctx, { filter: way.filter, isExact: true });
    const isBetter = aim === 'larger' ? count.value > now.count.value : count.value < now.count.value;
    if (isBetter && count.value > 0) counted.push({ ...way, words, customers: count.value });
  }
  const distance = ({ customers }: { customers: number }) => Math.abs(customers - now.count.value);
  counted.sort((a, b) => distance(a) - distance(b));
  const history = await readMessageHistory(ctx);
  const options: Optimised[] = [];
  for (const { place: _, ...one } of withoutTwins(counted).slice(0, MOST)) {
    const { filter: other, customers } = one;
    const worth = await audienceWorth(ctx, { filter: other, customers, rules, history });
    options.push({ ...one, say: sayFilter(one.words), ...worth });
  }
  const customers = now.count.value;
  const worth = await audienceWorth(ctx, { filter: now.filter, customers, rules, history });
  const notes = customers > 0 ? [] : await whyNobody(ctx, now.filter);
  return { words: now.words, customers, ...worth, notes, options };
}

type Way = { change: string; because: string; filter: Filter; place?: boolean };

/** Country, language and time zone of the same customers are one way. */
const withoutTwins = <W extends Way & { customers: number }>(ways: readonly W[]): W[] =>
  ways.filter(
    (way, at) =>
      !way.place || !ways.slice(0, at).some((other) => other.place && other.customers === way.customers),
  );

async function loosened(ctx: Ctx, filter: Filter): Promise<Way[]> {
  const scope = await readFilterScope(ctx, null);
  const parts = partsOf(filter);
  const instead = (part: Filter, other: Filter[]): Filter => ({
    all: parts.flatMap((one) => (one === part ? other : [one])),
  });
  return parts.flatMap((part): Way[] => {
    const words = describeFilter(part, scope);
    const wider = isClause(part) ? widenClause(part, scope) : [];
    const without = {
      change: `Without “${words}”`,
      because: 'One condition less.',
      filter: instead(part, []),
    };
    return [
      ...wider.map(({ filter: other, because }) => ({
        change: `“${describeFilter(other, scope)}” instead of “${words}”`,
        because,
        filter: instead(part, [other]),
      })),
      ...(parts.length > 1 ? [without] : []),
    ];
  });
}

const PLACES = new Set(['country', 'locale', 'time_zone']);

async function narrowed(ctx: Ctx, filter: Filter): Promise<Way[]> {
  const { facets, total } = await audienceFacets(ctx, { filter });
  const values = facets
    .flatMap(({ field, label, values: all }) => all.map((one) => ({ field, label, ...one })))
    .filter(({ customers }) => customers > 0 && customers < total)
    // The most that one value leaves: to go further, ask again.
    .sort((a, b) => b.customers - a.customers)
    .slice(0, MOST * 2);
  return values.map(({ field, label, value, words, customers }) => ({
    change: `Only ${label.toLowerCase()} ${words}`,
    because: `${Math.round((100 * customers) / total)}% of them by ${label.toLowerCase()}.`,
    filter: { all: [...partsOf(filter), { op: 'in', field, values: [value] }] },
    place: PLACES.has(field),
  }));
}

const partsOf = (filter: Filter): Filter[] => (!isClause(filter) && 'all' in filter ? filter.all : [filter]);
