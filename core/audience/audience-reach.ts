import { type SQL, sql } from 'drizzle-orm';
import { drawnIdsOf } from '../../db/queries/audience-count.ts';
import {
  allMembers,
  type FigureRow,
  knownMembers,
  type Member,
  membersOnPages,
  neighbours,
  audienceReach as reachOf,
} from '../../db/queries/audience-reach.ts';
import type { Ctx } from '../context.ts';
import { followMerges } from '../customers/merge/merged-into.ts';
import { demand } from '../tenants/roles.ts';
import { checkFilter } from './check-filter.ts';
import { chooseTops } from './choose-tops.ts';
import { compileFilter } from './compile-filter.ts';
import { describeFilter } from './describe-filter.ts';
import type { Filter } from './filter.ts';
import { type FilterScope, readFilterScope } from './filter-scope.ts';
import { type ReachFigures, toReach } from './reach-figures.ts';
import { DEAR, type Dear, type Drawn, drawPages, FEWER_PAGES, isDear, largeTable, WHOLE } from './sample.ts';

export type Purpose = 'service' | 'marketing';
export type Reach = ReachFigures & { words: string; purpose: Purpose };
export type ReachInput = {
  filter: unknown;
  purpose: Purpose;
  /** Customers taken out by hand. */
  excludedCustomerIds?: readonly string[] | undefined;
  /** To wait for the numbers themselves, however many customers there are. */
  isExact?: boolean | undefined;
  dear?: Dear;
  /** Who they are, where somebody has found that out already. */
  customerIds?: readonly string[] | undefined;
  /** Of a large workspace at most so many are looked at, where it is counted already how many there are. */
  drawn?: { total: number; most: number } | undefined;
};

/**
 * How far the customers of a filter can be written to for a purpose: per channel the contacts with an address, and of
 * those who opted out, who has no basis for the purpose, who shares an address, who has had as much as the frequency
 * cap allows (by the database's clock, as when sending), and who is left. Roles and hand-made choices come later.
 * Of very many customers it looks at a sample, and answers estimates with their ranges, unless `isExact` asks to wait.
 */
export async function audienceReach(ctx: Ctx, input: ReachInput): Promise<Reach> {
  demand(ctx.actor, 'read');
  const asked = await readFilterScope(ctx, input.filter);
  const filter = checkFilter(input.filter, asked.fields);
  const { purpose, customerIds } = input;
  const isFew = customerIds !== undefined && customerIds.length <= ENOUGH;
  const { members, ...among } = isFew
    ? { members: knownMembers(customerIds.map((id) => ({ id, page: 0 }))), ...WHOLE }
    : await findMembers(ctx, { input, filter, scope: asked });
  const { rows } = await ctx.tx.execute<FigureRow>(
    reachOf({ members, purpose, cap: ctx.tenant.settings.frequencyCap }),
  );
  return { words: describeFilter(filter, asked), purpose, ...toReach(rows, among) };
}

type Finding = { input: ReachInput; filter: Filter; scope: FilterScope };

async function findMembers(ctx: Ctx, { input, ...given }: Finding): Promise<Chosen> {
  const { scope, surely } = await chooseTops(ctx, given);
  const { dear = DEAR_REACH, drawn } = input;
  const excluded = await followMerges(ctx, input.excludedCustomerIds ?? []);
  const isKept =
    excluded.length === 0 ? sql`true` : sql`k.customer_id <> all(${sql.param(excluded)}::uuid[])`;
  const condition = sql`(${surely}) and ${isKept}`;
  if (input.isExact) return { members: allMembers(condition), ...WHOLE };
  const ofFew = sql`(${compileFilter(given.filter, { ...scope, isFew: true })}) and ${isKept}`;
  return chooseMembers(ctx, { condition, ofFew, dear, drawn });
}

// What is looked up of each of so many is found in a thirtieth of a second; of all of a larger workspace it is not.
const ENOUGH = 1000;
const DEAR_REACH: Dear = { ...DEAR, rows: 10_000 };

type Chosen = Drawn & { members: SQL };
/** `ofFew` is the same condition as it is asked of a sample. */
type Asked = { condition: SQL; ofFew: SQL; dear: Dear; drawn: ReachInput['drawn'] };

/** All of them where they are not many, else those on some of the table's pages. */
async function chooseMembers(ctx: Ctx, { condition, ofFew, dear, drawn }: Asked): Promise<Chosen> {
  const everybody = allMembers(condition);
  const table = await largeTable(ctx, dear);
  if (!table) return { members: everybody, ...WHOLE };
  if (drawn) return drawMembers(ctx, { condition, ofFew, ...drawn });
  if (!(await isDear(ctx, everybody, dear))) {
    const { rows } = await ctx.tx.execute<Member>(sql`${everybody} limit ${ENOUGH + 1}::int`);
    if (rows.length <= ENOUGH) return { members: knownMembers(rows), ...WHOLE };
  }
  const blocks = drawPages(table.pages, FEWER_PAGES);
  // Fewer pages where they are full; drawn at random, so that the first of them are as good a sample.
  let read = blocks.slice(0, Math.ceil(blocks.length / 10));
  let { rows } = await ctx.tx.execute<Member>(membersOnPages(ofFew, read));
  if (rows.length < ENOUGH) {
    read = blocks;
    ({ rows } = await ctx.tx.execute<Member>(membersOnPages(ofFew, read)));
  }
  const kept = new Set(read.slice(0, Math.ceil(read.length * Math.min(1, ENOUGH / rows.length))));
  const members = rows.filter(({ page }) => kept.has(page!));
  // Who shares an address with somebody outside the sample is told from who does not.
  const near = await ctx.tx.execute<Member>(neighbours(ofFew, members));
  return { members: knownMembers([...members, ...near.rows]), drawn: kept.size, pages: table.pages };
}

type Drawing = { condition: SQL; ofFew: SQL; total: number; most: number };

/** Each as likely as any other, and as if alone on a page: they say more than as many who lie on the same pages. */
async function drawMembers(ctx: Ctx, { condition, ofFew, total, most }: Drawing): Promise<Chosen> {
  const { rows } = await ctx.tx.execute<{ id: string }>(drawnIdsOf(condition, most));
  const members = rows.map(({ id }, page): Member => ({ id, page }));
  if (members.length < most) return { members: knownMembers(members), ...WHOLE };
  const near = await ctx.tx.execute<Member>(neighbours(ofFew, members));
  return { members: knownMembers([...members, ...near.rows]), drawn: members.length, pages: total };
}
