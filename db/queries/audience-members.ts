import { type SQL, sql } from 'drizzle-orm';
import { idsOf, neededFor } from './audience-count.ts';
import { audienceFacts, FACTS, factsOf } from './audience-facts.ts';

export type MemberRow = {
  id: string;
  name: string;
  brand: string | null;
  city: string | null;
  country: string | null;
  contractEnd: string | null;
  units: number | null;
  /** Its only contracts are cancelled ones. */
  isCancelled: boolean;
  /** Its price is in another currency than the tenant's. */
  isOtherMoney: boolean;
  /** Clause by clause; what the whole filter says follows from them. */
  verdicts: (boolean | null)[];
};

type Question = {
  where: SQL;
  /** What everybody meets of whom `where` is null, where an index serves that. */
  nearly?: SQL;
  clauses: readonly SQL[];
  currency: string;
};

type Members = Omit<Question, 'nearly'> & {
  /** Only this customer, whatever the filter says of it and whatever its status. */
  customerId?: string;
  /** So many of them, behind a customer in their order. */
  page?: MembersPage;
};

/**
 * Where few of all are meant (`isRare`), who they are is known before their names are followed, so that nobody who is
 * not meant is looked up on the way.
 */
export type MembersPage = { size: number; after: string | undefined; isRare?: boolean };

/** Active customers that match for certain, by name: in an order that no database's locale changes. */
export const audienceMembers = ({ where, clauses, currency, customerId, page }: Members): SQL => sql`
  select c.id, c.name, b.name as brand, c.city, c.country, (${FACTS.endsOn})::text as "contractEnd",
    ${FACTS.unitCount} as units, ${FACTS.isCancelled} as "isCancelled",
    ${isOtherMoney(currency)} as "isOtherMoney", ${verdictsOf(clauses)} as verdicts
  from ${page?.isRare ? factsOf(rarePage(where, page)) : audienceFacts}
  where ${customerId ? sql`k.customer_id = ${customerId}` : sql`k.status = 'active' and (${where}) ${page ? sql`and ${IS_THERE}` : sql``}`}
    ${page ? behind(page) : sql``}
  ${BY_NAME} ${page ? sql`limit ${page.size}::int` : sql``}`;

const BY_NAME = sql`order by lower(c.name) collate "C", c.id`;

const behind = ({ after }: MembersPage): SQL =>
  after === undefined
    ? sql``
    : sql`and (lower(c.name) collate "C", c.id) > (select lower(x.name) collate "C", x.id from customers x where x.id = ${after})`;

/** `k` of the customers on a page. Kept from being joined to all names at once by what is said for nothing else. */
const rarePage = (where: SQL, page: MembersPage): SQL => sql`(
    select c.id from customers c where (c.id in (${idsOf(where)} offset 0)) is true ${behind(page)}
    ${BY_NAME} limit ${page.size}::int) page
  cross join lateral (select * from customer_facts f where f.customer_id = page.id offset 0) k`;

/** Always so; said so that the query planner may begin with the customers, in their order, and end with the page. */
export const IS_THERE = sql`c.id is not null`;

export type UnjudgedRow = Pick<MemberRow, 'isCancelled' | 'isOtherMoney' | 'verdicts'> & {
  customers: number;
};

type Unjudged = Question & {
  without: readonly string[];
  /** What is told apart: to ask for what is not keeps an index from serving alone. */
  apart: { cancelled: boolean; otherMoney: boolean };
};

/** Those that cannot be judged, counted by what is not known of them. */
export function countUnjudged({
  where,
  nearly = sql`true`,
  clauses,
  currency,
  without,
  apart,
}: Unjudged): SQL {
  const verdicts = verdictsOf(clauses);
  return sql`
  select ${apart.cancelled ? FACTS.isCancelled : sql`false`} as "isCancelled",
    ${apart.otherMoney ? isOtherMoney(currency) : sql`false`} as "isOtherMoney",
    ${verdicts} as verdicts, count(*)::int as customers
  from ${neededFor(sql`${nearly} ${where} ${verdicts}`)}
  where k.status = 'active' and ${nearly} and (${where}) is null
    ${without.length > 0 ? sql`and k.customer_id <> all(${sql.param(without)}::uuid[])` : sql``}
  group by 1, 2, 3`;
}

const isOtherMoney = (currency: string): SQL =>
  sql`coalesce(${FACTS.price} is not null and ${FACTS.currency} <> ${currency}, false)`;

const verdictsOf = (clauses: readonly SQL[]): SQL =>
  sql`${clauses.length > 0 ? sql`array[${sql.join([...clauses], sql`, `)}]` : sql`'{}'`}::boolean[]`;

type Count = { status: 'active' | 'review' };

/** How many customers of a status match each condition, in order: one row with `counts`. */
export function countMatching(conditions: readonly SQL[], { status }: Count): SQL {
  const counts = conditions.map((condition) => sql`(count(*) filter (where ${condition}))::int`);
  const counted = sql.join(counts, sql`, `);
  return sql`select array[${counted}]::int[] as counts from ${neededFor(counted)} where k.status = ${status}`;
}
