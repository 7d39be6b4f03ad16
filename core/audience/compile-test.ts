// The tests that clauses are made of. Each answers null where the tested value is null.
import { type SQL, sql } from 'drizzle-orm';
import { holds, isOneOf } from '../../db/queries/fold.ts';
import type { Clause } from './filter.ts';

/** `test` where `known` holds, else null: some tests (in an empty set, exists) would answer false instead. */
export const judge = (known: SQL, test: SQL): SQL => sql`case when ${known} then (${test}) end`;

export function textTest(clause: Clause, value: SQL): SQL {
  if (clause.op === 'known') return sql`${value} is not null`;
  if (clause.op === 'contains') return judge(sql`${value} is not null`, holds(value, clause.text));
  return judge(sql`${value} is not null`, isOneOf(value, listOf(clause)));
}

export const numberTest = (clause: Clause, value: SQL): SQL => orderedTest(clause, value, sql`numeric`);

export const dateTest = (clause: Clause, value: SQL): SQL => orderedTest(clause, value, sql`date`);

function orderedTest(clause: Clause, value: SQL, type: SQL): SQL {
  if (clause.op === 'known') return sql`(${value}) is not null`;
  if (clause.op !== 'between') return sql`(${value}) = any(${sql.param(listOf(clause))}::${type}[])`;
  const ends = [
    ...(clause.from == null ? [] : [sql`(${value}) >= ${String(clause.from)}::${type}`]),
    ...(clause.to == null ? [] : [sql`(${value}) <= ${String(clause.to)}::${type}`]),
  ];
  return sql.join(ends, sql` and `);
}

const listOf = (clause: Clause): string[] => (clause.op === 'in' ? clause.values.map(String) : []);
