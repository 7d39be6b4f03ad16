import { type SQL, sql } from 'drizzle-orm';
import { byContractState, FACTS } from '../../db/queries/audience-facts.ts';
import { foldedArray, isOneOf } from '../../db/queries/fold.ts';
import { addDays } from '../../lib/dates.ts';
import { ACTIVITY_CLASSES, SIZE_CLASSES } from '../fields/built-in.ts';
import type { Field } from '../fields/field.ts';
import { absoluteDays } from './absolute-days.ts';
import { compileAnything } from './compile-anything.ts';
import { attributeValue, compileAttribute } from './compile-attribute.ts';
import { compileBrand, compileOwnerGroup, nameTest } from './compile-brand.ts';
import { compileDid } from './compile-did.ts';
import { momentTest, startOf } from './compile-moment.ts';
import {
  compileConsent,
  compileContactRole,
  compileOptedOut,
  compileReachable,
  compileReachableBy,
} from './compile-reach.ts';
import { compileRegion } from './compile-region.ts';
import { compileSegment } from './compile-segment.ts';
import { dateTest, isAnyOf, judge, kept, numberTest, textTest, unfolded } from './compile-test.ts';
import { compileChosen, compileTop, drawn } from './compile-top.ts';
import type { Clause, Top } from './filter.ts';
import type { FilterScope } from './filter-scope.ts';

type Compile = (clause: Clause, scope: FilterScope) => SQL;

/** One clause as a three-valued condition over `audienceFacts`. `among` is what a `top` chooses from. */
export function compileClause(given: Clause, scope: FilterScope, among: SQL = sql`true`): SQL {
  const field = scope.fields.find(({ key }) => key === given.field) as Field;
  const isDated = field.kind === 'date' || field.kind === 'event';
  const clause = isDated ? absoluteDays(given, scope.today) : given;
  if (clause.op === 'top') {
    const value = rankOf(clause, scope);
    const chosen = scope.chosen?.get(given);
    return sql`(${chosen ? compileChosen(chosen, value) : compileTop(clause, { value, among })})`;
  }
  const compile = field.isBuiltIn ? BUILT_IN[field.key] : undefined;
  if (field.kind === 'event') return sql`(${compileDid(clause, scope)})`;
  return sql`(${compile ? compile(clause, scope) : compileAttribute(clause, field)})`;
}

type Value = (scope: FilterScope) => SQL;
const valued =
  (value: Value): Compile =>
  (clause, scope) =>
    numberTest(clause, value(scope));
const moment =
  (at: SQL): Compile =>
  (clause, scope) =>
    momentTest(clause, at, scope);
const word =
  (column: string): Compile =>
  (clause) =>
    textTest(clause, kept(column));

// An amount in another currency cannot be compared; one without a currency is in the tenant's.
const comparable = (amount: SQL, of: SQL, { currency }: FilterScope): SQL =>
  sql`case when coalesce(${of}, ${currency}) = ${currency} then ${amount} end`;

/** Whatever its currency, an amount that is on file is known. */
const priced =
  (value: Value, amount: SQL): Compile =>
  (clause, scope) =>
    clause.op === 'known' ? sql`${amount} is not null` : numberTest(clause, value(scope));

const CONTRACT_VALUE = sql`((${FACTS.price}) * ${FACTS.unitCount})`;
/** Fields that can be compared by size: what `top` orders by. */
const VALUES: Readonly<Record<string, Value>> = {
  unit_count: () => FACTS.unitCount,
  unit_price: (scope) => comparable(FACTS.price, FACTS.currency, scope),
  contract_value: (scope) => comparable(CONTRACT_VALUE, FACTS.currency, scope),
  order_count: () => FACTS.orderCount,
  order_value: (scope) => comparable(sql`(${FACTS.orderValue})`, FACTS.orderCurrency, scope),
  contract_start: () => FACTS.startsOn,
  contract_end: () => FACTS.endsOn,
  last_order: () => FACTS.lastOrderAt,
  last_active: () => FACTS.lastActiveAt,
  last_contacted: () => FACTS.lastContactedAt,
  last_reply: () => FACTS.lastReplyAt,
};

/** What a `top` orders customers by. */
export const rankOf = ({ field: key, seed }: Top, scope: FilterScope): SQL =>
  seed ? drawn(seed) : amountOf(scope.fields.find((field) => field.key === key)!, scope);

/** A number, an amount, a day or an instant, to order customers by. */
export const amountOf = (field: Field, scope: FilterScope): SQL =>
  (field.isBuiltIn ? VALUES[field.key]?.(scope) : undefined) ?? attributeValue(field);

const BUILT_IN: Readonly<Record<string, Compile>> = {
  name: word('name'),
  brand: compileBrand,
  owner_group: compileOwnerGroup,
  type: word('type'),
  city: word('city'),
  country: compileCountry,
  region: compileRegion,
  time_zone: (clause) => textTest(clause, unfolded(sql`c.time_zone`)),
  locale: compileLocale,
  tier: word('tier'),
  owner: compileOwner,
  tag: compileTag,
  contract_start: (clause) => dateTest(clause, FACTS.startsOn),
  contract_end: (clause) => dateTest(clause, FACTS.endsOn),
  unit_price: priced(VALUES.unit_price!, sql`(${FACTS.price})`),
  contract_value: priced(VALUES.contract_value!, CONTRACT_VALUE),
  currency: (clause, { currency }) =>
    textTest(
      clause,
      unfolded(sql`coalesce(${FACTS.currency}, case when ${FACTS.price} is not null then ${currency} end)`),
    ),
  contract_status: compileStatus,
  unit_count: valued(VALUES.unit_count!),
  unit_name: compileUnitName,
  size: compileSize,
  reachable: compileReachable,
  reachable_by: compileReachableBy,
  consent: compileConsent,
  opted_out: compileOptedOut,
  contact_role: compileContactRole,
  order_count: valued(VALUES.order_count!),
  order_value: valued(VALUES.order_value!),
  last_order: moment(FACTS.lastOrderAt),
  last_active: moment(FACTS.lastActiveAt),
  activity_status: compileActivityStatus,
  last_contacted: moment(FACTS.lastContactedAt),
  last_reply: moment(FACTS.lastReplyAt),
  segment: compileSegment,
  anything: compileAnything,
};

const valuesOf = (clause: Clause): string[] => (clause.op === 'in' ? clause.values.map(String) : []);

function compileCountry(clause: Clause): SQL {
  return clause.op === 'in' ? isAnyOf(sql`k.country`, valuesOf(clause)) : sql`k.country is not null`;
}

/** "th" is every Thai locale, "th-TH" too. */
function compileLocale(clause: Clause): SQL {
  if (clause.op !== 'in') return textTest(clause, unfolded(sql`c.locale`));
  const language = sql`split_part(c.locale, '-', 1)`;
  const values = valuesOf(clause);
  return sql`${isOneOf(sql`c.locale`, values)} or ${isOneOf(language, values)}`;
}

function compileOwner(clause: Clause, { people }: FilterScope): SQL {
  const isMeant = nameTest(
    clause,
    people.map(({ name }) => name),
  );
  if (!isMeant) return sql`k.owner_id is not null`;
  const values = valuesOf(clause);
  const ids = people.filter(({ id, name }) => values.includes(id) || isMeant(name)).map(({ id }) => id);
  return judge(sql`k.owner_id is not null`, sql`k.owner_id = any(${sql.param(ids)}::uuid[])`);
}

/** A customer without tags is known to have none. */
function compileTag(clause: Clause): SQL {
  if (clause.op === 'known') return sql`cardinality(k.tags) > 0`;
  if (clause.op === 'in') return sql`k.tags && ${foldedArray(valuesOf(clause))}`;
  const test = textTest(clause, unfolded(sql`tag.name`));
  return sql`cardinality(k.tags) > 0 and exists (select 1 from unnest(c.tags) as tag(name) where ${test})`;
}

function compileUnitName(clause: Clause): SQL {
  if (clause.op === 'known') return sql`${FACTS.named} is not null`;
  const test = textTest(clause, unfolded(sql`z.name`));
  return judge(
    sql`${FACTS.named} is not null`,
    sql`exists (select 1 from units z where z.customer_id = k.customer_id and ${test})`,
  );
}

/** A contract without a known end is active or lapsed: certain when a clause takes both of them, or neither. */
function compileStatus(clause: Clause, { today }: FilterScope): SQL {
  if (clause.op !== 'in')
    return byContractState(today, (state) => (state === 'open' ? sql`false` : sql`true`));
  const meant = new Set(valuesOf(clause));
  const has = (state: string) => (meant.has(state) ? sql`true` : sql`false`);
  const open = meant.has('active') === meant.has('lapsed') ? has('active') : sql`null::boolean`;
  const judged = byContractState(today, (state) => (state === 'open' ? open : has(state)));
  // Nothing that is not lapsed passes the end, which has an index.
  const isLapsedOnly = meant.size === 1 && meant.has('lapsed');
  return isLapsedOnly ? sql`${FACTS.endsOn} < ${today}::date and ${judged}` : judged;
}

function compileSize(clause: Clause): SQL {
  if (clause.op !== 'in') return sql`${FACTS.unitCount} is not null`;
  const ranges = SIZE_CLASSES.filter(({ value }) => clause.values.includes(value)).map(
    ({ from, to }) => sql`${FACTS.unitCount} between ${from} and ${to ?? 2_147_483_647}`,
  );
  return sql.join(ranges, sql` or `);
}

function compileActivityStatus(clause: Clause, scope: FilterScope): SQL {
  const since = (days: number) => startOf(addDays(scope.today, -days), scope);
  const state = sql`case when ${FACTS.lastActiveAt} is null then 'never active'
    when ${FACTS.lastActiveAt} >= ${since(ACTIVITY_CLASSES.recent)} then 'recently active'
    when ${FACTS.lastActiveAt} >= ${since(ACTIVITY_CLASSES.quiet)} then 'quiet' else 'dormant' end`;
  return isAnyOf(state, valuesOf(clause));
}
