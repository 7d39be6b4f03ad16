import { eq } from 'drizzle-orm';
import { audienceMembers, type MemberRow } from '../../db/queries/audience-members.ts';
import { customers } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { isId } from '../../lib/ids.ts';
import type { Draft } from '../campaigns/draft.ts';
import type { Ctx } from '../context.ts';
import { followMerges } from '../customers/merge/merged-into.ts';
import { demand } from '../tenants/roles.ts';
import { checkFilter } from './check-filter.ts';
import { compileClauses, compileFilter } from './compile-filter.ts';
import { lowerFirst } from './describe-clause.ts';
import { describeFilter } from './describe-filter.ts';
import { clausesOf, type Filter, isClause } from './filter.ts';
import { type FilterScope, readFilterScope } from './filter-scope.ts';
import { admittedBy, judgeFilter, type VerdictOf } from './judge-filter.ts';
import { verdictsBy } from './resolve-audience.ts';

type Input = { draft: Pick<Draft, 'filter' | 'excludedCustomerIds'>; customerId: string };

/**
 * Why a customer is in an audience, or why not: the conditions that hold or fail, what is not known, and whether it
 * was taken out by hand or waits for review. `customer:unknown` when the tenant has no such customer.
 */
export async function explainCustomer(
  ctx: Ctx,
  { draft, customerId }: Input,
): Promise<{ isIn: boolean; because: string[] }> {
  demand(ctx.actor, 'read');
  const [customer] = isId(customerId)
    ? await ctx.tx.select({ status: customers.status }).from(customers).where(eq(customers.id, customerId))
    : [];
  if (!customer) throw new AppError('customer:unknown', 'There is no such customer.');
  const scope = await readFilterScope(ctx, draft.filter);
  const filter = checkFilter(draft.filter, scope.fields);
  const verdictOf = await judgeCustomer(ctx, { filter, scope, customerId });
  const byHand = await followMerges(ctx, draft.excludedCustomerIds);
  const outside = [
    ...(customer.status === 'active' ? [] : [STATUS_WORDS[customer.status]]),
    ...(byHand.includes(customerId) ? ['it was taken out by hand'] : []),
  ];
  const isMeant = judgeFilter(filter, verdictOf) === true;
  const judged = isMeant
    ? [admittedBy(filter, { verdictOf, words: scope })]
    : failing(filter, { verdictOf, scope });
  return { isIn: isMeant && outside.length === 0, because: [...outside, ...judged] };
}

const STATUS_WORDS = {
  review: 'it waits for review',
  discarded: 'it was discarded in review',
  merged: 'it was merged into another customer',
} as const;

type Asked = { filter: Filter; scope: FilterScope; customerId: string };

async function judgeCustomer(ctx: Ctx, { filter, scope, customerId }: Asked): Promise<VerdictOf> {
  const clauses = clausesOf(filter).map(({ clause }) => clause);
  const { rows } = await ctx.tx.execute<MemberRow>(
    audienceMembers({
      where: compileFilter(filter, scope),
      clauses: compileClauses(filter, clauses, scope),
      customerId,
      ...scope,
    }),
  );
  return verdictsBy(clauses, rows[0]!.verdicts);
}

type Failing = { verdictOf: VerdictOf; scope: FilterScope };

/** The conditions that keep a customer out: those that fail, and those that cannot be judged. */
function failing(filter: Filter, { verdictOf, scope }: Failing): string[] {
  const verdict = judgeFilter(filter, verdictOf);
  if (verdict === true) return [];
  if (!isClause(filter) && 'all' in filter)
    return filter.all.flatMap((child) => failing(child, { verdictOf, scope }));
  const words = describeFilter(filter, scope);
  if (verdict === false) return [`this does not hold: ${words}`];
  const unknown = clausesOf(filter).filter(({ clause }) => verdictOf(clause) === null);
  const labels = new Set(
    unknown.map(({ clause }) => scope.fields.find(({ key }) => key === clause.field)!.label),
  );
  return [...labels].map((label) => `it cannot be judged, ${lowerFirst(label)} is not known: ${words}`);
}
