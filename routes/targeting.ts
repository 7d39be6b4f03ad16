import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { audienceFacets } from '../core/audience/audience-facets.ts';
import { compareAudiences } from '../core/audience/compare-audiences.ts';
import { countAudience } from '../core/audience/count-audience.ts';
import { explainCustomer } from '../core/audience/explain-customer.ts';
import { clauseSchema, filterSchema } from '../core/audience/filter.ts';
import { listOverlap, OVERLAP_PARTS, overlapCustomer } from '../core/audience/list-overlap.ts';
import { measureReach } from '../core/audience/measure-reach.ts';
import { nearestClauses } from '../core/audience/nearest-clauses.ts';
import { readWords } from '../core/audience/read-words.ts';
import { answers } from './answers.ts';
import type { ServerDeps } from './deps.ts';
import { inSession } from './person.ts';
import { limitOf } from './query.ts';

const count = z.int().nonnegative();
/** The true number lies there in nineteen of twenty samples; an exact one is both ends. */
const range = z.object({ low: count, high: count });
const isExact = z.boolean();
/** The range of each figure, where they are estimates. */
const ranges = z.record(z.string(), range).nullable();
const counted = z.object({
  filter: filterSchema,
  words: z.string(),
  count: range.extend({ value: count, isExact }),
});
const facets = z.object({
  filter: filterSchema,
  words: z.string(),
  total: count,
  unknown: count,
  isExact,
  ranges: z.object({ total: range, unknown: range }),
  facets: z.array(
    z.object({
      field: z.string(),
      label: z.string(),
      values: z.array(range.extend({ value: z.string(), words: z.string(), customers: count })),
      unknown: count,
    }),
  ),
});
const channelReach = z.object({
  channel: z.string(),
  customers: count,
  withAddress: count,
  suppressed: count,
  withoutConsent: count,
  duplicate: count,
  capped: count,
  reachable: count,
  reachableCustomers: count,
  ranges,
});
const purpose = z.enum(['service', 'marketing']);
const reach = z.object({
  words: z.string(),
  purpose,
  isExact,
  ranges,
  customers: count,
  contacts: count,
  withoutAddress: count,
  reachableContacts: count,
  reachableCustomers: count,
  channels: z.array(channelReach),
  advice: z.array(
    z.object({
      kind: z.enum(['nobody', 'too_small_for_test', 'over_limit', 'no_account']),
      channel: z.string().nullable(),
      have: count,
      limit: count,
      words: z.string(),
    }),
  ),
});
const side = z.object({ words: z.string(), customers: count });
const overlap = z.object({
  first: side,
  second: side,
  both: count,
  onlyFirst: count,
  onlySecond: count,
  either: count,
  likeness: z.number().nullable(),
});
const culprits = z.object({
  culprits: z.array(
    z.object({
      words: z.string(),
      without: count,
      instead: z.array(z.object({ clause: clauseSchema, words: z.string(), customers: count })),
    }),
  ),
});

const OF_FILTER = z.strictObject({ filter: filterSchema });
/** With `isExact` the numbers themselves, however long they take. */
const COUNTED = OF_FILTER.extend({ isExact: isExact.optional() });

const TWO = z.strictObject({ first: filterSchema, second: filterSchema });

/** What a builder of audiences asks while somebody builds, at any size: numbers, and names a page at a time. */
export const targetingRoutes =
  (deps: ServerDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const asked = <B extends z.ZodType, A extends z.ZodType>(summary: string, body: B, answer: A) => ({
      schema: { tags: ['audience'], summary, body, response: answers(answer) },
      config: { isQuestion: true },
    });
    const long = <R extends { config: object }>(route: R) => ({
      ...route,
      config: { ...route.config, isLong: true },
    });
    const path = (end = '') => `/targeting/audience${end}`;

    const counting = asked(
      'How many customers a filter means: at once, as an estimate where counting takes longer; with `isExact` the number itself.',
      COUNTED,
      counted,
    );
    app.post(path(), counting, (request) =>
      inSession(deps, request, (ctx) => countAudience(ctx, request.body)),
    );

    const faceting = asked(
      'What the customers of a filter are like: how many have which value of each field; estimates where there are very many, unless `isExact`.',
      COUNTED.extend({ fields: z.array(z.string()).max(40).optional() }),
      facets,
    );
    app.post(path('/facets'), long(faceting), (request) =>
      inSession(deps, request, (ctx) => audienceFacets(ctx, request.body)),
    );

    const reaching = asked(
      'How far they can be written to, channel by channel, and whether that is too few or too many; estimates where there are very many, unless `isExact`.',
      COUNTED.extend({ purpose: purpose.default('service') }),
      reach,
    );
    app.post(path('/reach'), long(reaching), (request) =>
      inSession(deps, request, (ctx) => measureReach(ctx, request.body)),
    );

    const comparing = asked('How far two filters mean the same customers.', TWO, overlap);
    app.post(path('/overlap'), comparing, (request) =>
      inSession(deps, request, (ctx) => compareAudiences(ctx, request.body)),
    );

    const overlapping = asked(
      'The customers that both filters mean, or only the first or the second, by name, a page at a time.',
      TWO.extend({ part: z.enum(OVERLAP_PARTS), after: z.uuid().optional(), limit: limitOf(100) }),
      z.object({ customers: z.array(overlapCustomer), next: z.uuid().nullable() }),
    );
    app.post(path('/overlap/customers'), overlapping, (request) =>
      inSession(deps, request, (ctx) => listOverlap(ctx, request.body)),
    );

    const nearest = asked(
      'Which conditions leave nobody, and the nearest that would leave somebody.',
      OF_FILTER,
      culprits,
    );
    app.post(path('/nearest'), nearest, (request) =>
      inSession(deps, request, async (ctx) => ({ culprits: await nearestClauses(ctx, request.body) })),
    );

    const why = asked(
      'Why a customer is among those whom a filter means, or not.',
      OF_FILTER.extend({ customerId: z.uuid() }),
      z.object({ isIn: z.boolean(), because: z.array(z.string()) }),
    );
    app.post(path('/why'), why, (request) =>
      inSession(deps, request, (ctx) => {
        const { filter, customerId } = request.body;
        return explainCustomer(ctx, { draft: { filter, excludedCustomerIds: [] }, customerId });
      }),
    );

    const reading = asked(
      'The filter that an audience’s own words describe.',
      z.strictObject({ words: z.string().min(1).max(20_000) }),
      z.object({ filter: filterSchema }),
    );
    app.post(path('/words'), reading, (request) =>
      inSession(deps, request, async (ctx) => ({
        filter: await readWords(ctx, request.body),
      })),
    );
  };
