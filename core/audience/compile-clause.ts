import { type SQL, sql } from 'drizzle-orm';
import { contractState, FACTS } from '../../db/queries/audience-facts.ts';
import { isOneOf } from '../../db/queries/fold.ts';
import { SIZE_CLASSES } from '../fields/built-in.ts';
import type { Field } from '../fields/field.ts';
import { compileAttribute } from './compile-attribute.ts';
import { compileBrand, compileOwnerGroup } from './compile-brand.ts';
import { compileRegion } from './compile-region.ts';
import { dateTest, judge, numberTest, textTest } from './compile-test.ts';
import type { Clause } from './filter.ts';
import type { FilterScope } from './filter-scope.ts';

type Compile = (clause: Clause, scope: FilterScope) => SQL;

/** One clause as a three-valued condition over `audienceFacts`. */
export function compileClause(clause: Clause, scope: FilterScope): SQL {
  const field = scope.fields.find(({ key }) => key === clause.field);
  const compile = field?.isBuiltIn ? BUILT_IN[field.key] : undefined;
  return sql`(${compile ? compile(clause, scope) : compileAttribute(clause, field as Field)})`;
}

const text =
  (column: SQL): Compile =>
  (clause) =>
    textTest(clause, column);

const BUILT_IN: Readonly<Record<string, Compile>> = {
  name: text(sql`c.name`),
  brand: compileBrand,
  owner_group: compileOwnerGroup,
  type: text(sql`c.type`),
  city: text(sql`c.city`),
  country: text(sql`c.country`),
  region: compileRegion,
  time_zone: text(sql`c.time_zone`),
  locale: compileLocale,
  tier: text(sql`c.tier`),
  owner: compileOwner,
  tag: compileTag,
  contract_start: (clause) => dateTest(clause, FACTS.startsOn),
  contract_end: (clause) => dateTest(clause, FACTS.endsOn),
  unit_price: (clause, scope) => numberTest(clause, comparable(FACTS.price, scope)),
  contract_value: (clause, scope) =>
    numberTest(clause, comparable(sql`(${FACTS.price}) * ${FACTS.unitCount}`, scope)),
  contract_status: compileStatus,
  unit_count: (clause) => numberTest(clause, FACTS.unitCount),
  unit_name: compileUnitName,
  size: compileSize,
  reachable: compileReachable,
};

// An amount in another currency cannot be compared; one without a currency is in the tenant's.
const comparable = (amount: SQL, { currency }: FilterScope): SQL =>
  sql`case when coalesce(${FACTS.currency}, ${currency}) = ${currency} then ${amount} end`;

/** "th" is every Thai locale, "th-TH" too. */
function compileLocale(clause: Clause): SQL {
  if (clause.op !== 'in') return textTest(clause, sql`c.locale`);
  const language = sql`split_part(c.locale, '-', 1)`;
  const values = clause.values.map(String);
  return judge(
    sql`c.locale is not null`,
    sql`${isOneOf(sql`c.locale`, values)} or ${isOneOf(language, values)}`,
  );
}

function compileOwner(clause: Clause, { people }: FilterScope): SQL {
  const name = sql`(select o.name from users o where o.id = c.owner_id)`;
  if (clause.op !== 'in') return textTest(clause, name);
  const ids = people.filter(({ id }) => clause.values.includes(id)).map(({ id }) => id);
  const named = isOneOf(name, clause.values.map(String));
  return judge(sql`c.owner_id is not null`, sql`${named} or c.owner_id = any(${sql.param(ids)}::uuid[])`);
}

/** A customer without tags is known to have none. */
function compileTag(clause: Clause): SQL {
  if (clause.op === 'known') return sql`cardinality(c.tags) > 0`;
  return sql`exists (select 1 from unnest(c.tags) as tag(name) where ${textTest(clause, sql`tag.name`)})`;
}

function compileUnitName(clause: Clause): SQL {
  if (clause.op === 'known') return sql`u.named is not null`;
  const found = sql`exists (select 1 from units z where z.customer_id = c.id and ${textTest(clause, sql`z.name`)})`;
  return judge(sql`u.named is not null`, found);
}

/** A contract without a known end is active or lapsed: certain when a clause takes both of them, or neither. */
function compileStatus(clause: Clause, { today }: FilterScope): SQL {
  const state = contractState(today);
  if (clause.op !== 'in') return sql`${state} <> 'open'`;
  const both = ['active', 'lapsed'].filter((value) => clause.values.includes(value)).length;
  const open = both === 2 ? sql`true` : both === 0 ? sql`false` : sql`null::boolean`;
  const values = sql.param(clause.values.map(String));
  return sql`case when ${state} = 'open' then ${open} else ${state} = any(${values}::text[]) end`;
}

function compileSize(clause: Clause): SQL {
  if (clause.op !== 'in') return sql`${FACTS.unitCount} is not null`;
  const ranges = SIZE_CLASSES.filter(({ value }) => clause.values.includes(value)).map(
    ({ from, to }) => sql`${FACTS.unitCount} between ${from} and ${to ?? 2_147_483_647}`,
  );
  return judge(sql`${FACTS.unitCount} is not null`, sql.join(ranges, sql` or `));
}

function compileReachable(clause: Clause): SQL {
  if (clause.op !== 'in') return sql`true`;
  const isReachable = sql`exists (
    select 1 from contacts p join addresses a on a.contact_id = p.id and a.usable
    where p.customer_id = c.id and p.left_at is null and not exists (
      select 1 from addresses mine join suppressions s on s.address_hash = mine.hash
      where mine.contact_id = p.id and s.scope = 'all' and s.lifted_at is null))`;
  return sql`(case when ${isReachable} then 'yes' else 'no' end) = any(${sql.param(clause.values.map(String))}::text[])`;
}
