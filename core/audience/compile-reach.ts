// Whether somebody at a customer can be written to. What is not recorded is not there: none of these is ever unknown.
import { type SQL, sql } from 'drizzle-orm';
import { isAnyOf } from './compile-test.ts';
import type { Clause } from './filter.ts';

const wordsOf = (clause: Clause): string[] => (clause.op === 'in' ? clause.values.map(String) : []);

/** Contacts `p` that are still there, with each usable address `a`, whom no suppression in `scopes` stops. */
const reached = (scopes: SQL, more: SQL = sql`true`): SQL => sql`exists (
  select 1 from contacts p join addresses a on a.contact_id = p.id and a.usable
  where p.customer_id = k.customer_id and p.left_at is null and ${more} and not exists (
    select 1 from addresses mine join suppressions s on s.address_hash = mine.hash
    where mine.contact_id = p.id and s.scope in (${scopes}) and s.lifted_at is null))`;

const ALL = sql`'all', 'held'`;
const MARKETING = sql`'all', 'held', 'marketing'`;

const yesNo = (holds: SQL, clause: Clause): SQL =>
  clause.op === 'in' ? sql`(case when ${holds} then 'yes' else 'no' end) in (${list(clause)})` : sql`true`;

const list = (clause: Clause): SQL =>
  sql.join(
    wordsOf(clause).map((word) => sql`${word}`),
    sql`, `,
  );

export const compileReachable = (clause: Clause): SQL => yesNo(reached(ALL), clause);

/** On one of the channels; `known` is on any. */
export const compileReachableBy = (clause: Clause): SQL =>
  reached(ALL, clause.op === 'in' ? isAnyOf(sql`a.channel`, wordsOf(clause)) : sql`true`);

/** The newest entry of the ledger for an address there, on one of the channels, is a grant for marketing. */
export function compileConsent(clause: Clause): SQL {
  const onChannel = clause.op === 'in' ? isAnyOf(sql`a.channel`, wordsOf(clause)) : sql`true`;
  const granted = sql`(select l.state from consents l
    where l.address_hash = a.hash and l.channel = a.channel and l.purpose = 'marketing'
    order by l.at desc, l.id desc limit 1) = 'granted'`;
  return reached(MARKETING, sql`${onChannel} and ${granted}`);
}

/** Somebody there has opted out, of marketing or of everything; what may be a stop is none until a person says so. */
export const compileOptedOut = (clause: Clause): SQL =>
  yesNo(
    sql`exists (
      select 1 from contacts p join addresses a on a.contact_id = p.id
      join suppressions s on s.address_hash = a.hash
      where p.customer_id = k.customer_id and p.left_at is null and s.lifted_at is null and s.scope <> 'held')`,
    clause,
  );

export const compileContactRole = (clause: Clause): SQL => sql`exists (
  select 1 from contacts p
  where p.customer_id = k.customer_id and p.left_at is null and ${clause.op === 'in' ? isAnyOf(sql`p.role`, wordsOf(clause).map(roleKey)) : sql`true`})`;

const roleKey = (role: string): string =>
  role
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_');
