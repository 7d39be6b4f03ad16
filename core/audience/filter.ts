import { z } from 'zod';

// Longer than any name; what is longer is no value that anybody means.
const value = z.union([z.string().max(1000), z.number()]);
const ends = z.strictObject({
  from: z.int().nonnegative().nullish(),
  to: z.int().nonnegative().nullish(),
});

/**
 * One condition on one field of the registry.
 * - `in`: the field is one of the values (a brand stands for its subtree, a region for its countries; names as the
 *   tenant spells them, countries as ISO 3166-1 alpha-2, numbers of money fields in minor units)
 * - `between`: from ≤ field ≤ to, both inclusive, one may be missing; dates are yyyy-mm-dd or stay relative to the day
 *   on which the filter is read (relative-day.ts: "today-30d", "month-start", "quarter-end+1q")
 * - `contains`: text in the field, without case or accents
 * - `like`: text in the field, slips of the keys forgiven
 * - `known`: the field has a value at all
 * - `did`: an event field happened: within the days, in answer to the campaign, so many times (once or more unless
 *   told), for so much altogether (minor units of the tenant's currency)
 * - `top`: among those whom all the other conditions admit, the so many (or so many percent) with the highest or
 *   lowest value of the field; only at the top of the tree. By the field `random` it draws them, the same ones for the
 *   same seed.
 */
export const clauseSchema = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('in'), field: z.string(), values: z.array(value).min(1).max(500) }),
  z.strictObject({
    op: z.literal('between'),
    field: z.string(),
    from: value.nullish(),
    to: value.nullish(),
  }),
  z.strictObject({ op: z.literal('contains'), field: z.string(), text: z.string().min(1).max(200) }),
  z.strictObject({ op: z.literal('like'), field: z.string(), text: z.string().min(1).max(200) }),
  z.strictObject({ op: z.literal('known'), field: z.string() }),
  z.strictObject({
    op: z.literal('did'),
    field: z.string(),
    from: z.string().nullish(),
    to: z.string().nullish(),
    campaignId: z.uuid().optional(),
    times: ends.optional(),
    total: ends.optional(),
  }),
  z.strictObject({
    op: z.literal('top'),
    field: z.string(),
    end: z.enum(['highest', 'lowest']),
    count: z.int().min(1).max(10_000_000).optional(),
    percent: z.number().gt(0).max(100).optional(),
    seed: z.string().min(1).max(40).optional(),
  }),
]);

export type Clause = z.infer<typeof clauseSchema>;
export type Did = Extract<Clause, { op: 'did' }>;
export type Top = Extract<Clause, { op: 'top' }>;
export type Ends = z.infer<typeof ends>;
export type Filter = Clause | { all: Filter[] } | { any: Filter[] } | { not: Filter };

/** The filter tree of an audience: clauses under and / or / not, to any depth. `{ all: [] }` is everybody. */
export const filterSchema: z.ZodType<Filter> = z.lazy(() =>
  z.union([
    clauseSchema,
    z.strictObject({ all: z.array(filterSchema).max(200) }),
    z.strictObject({ any: z.array(filterSchema).min(1).max(200) }),
    z.strictObject({ not: filterSchema }),
  ]),
);

export const everybody: Filter = { all: [] };
export const isClause = (filter: Filter): filter is Clause => 'op' in filter;

/** The clauses of a tree, left to right, with whether a `not` stands above each. */
export function clausesOf(filter: Filter, isNegated = false): { clause: Clause; isNegated: boolean }[] {
  if (isClause(filter)) return [{ clause: filter, isNegated }];
  if ('not' in filter) return clausesOf(filter.not, !isNegated);
  return ('all' in filter ? filter.all : filter.any).flatMap((child) => clausesOf(child, isNegated));
}
