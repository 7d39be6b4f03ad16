// The tests that clauses are made of. Each answers null where the tested value is null, by the operators themselves:
// a case around them would keep an index from being used.
import { type SQL, sql } from 'drizzle-orm';
import { type Folded, foldedIsOneOf, foldSql, holds, resembles } from '../../db/queries/fold.ts';
import type { Clause } from './filter.ts';

/** `test` where `known` holds, else null: some tests (in an empty set, exists) would answer false instead. */
export const judge = (known: SQL, test: SQL): SQL => sql`case when ${known} then (${test}) end`;

/** A text that is not kept folded. */
export const unfolded = (text: SQL): Folded => ({ text, folded: sql`(${foldSql(text)})` });

/** A column of the customer that is kept folded beside it. */
export const kept = (column: string): Folded => ({
  text: sql.raw(`c.${column}`),
  folded: sql.raw(`k.${column}`),
});

export function textTest(clause: Clause, value: Folded): SQL {
  const known = sql`${value.folded} is not null`;
  if (clause.op === 'contains') return judge(known, holds(value, clause.text));
  if (clause.op === 'like') return judge(known, resembles(value.folded, clause.text));
  if (clause.op === 'in') return foldedIsOneOf(value.folded, clause.values.map(String));
  return known;
}

export const numberTest = (clause: Clause, value: SQL): SQL => orderedTest(clause, value, sql`numeric`);

/** Days are absolute by now: `resolveDays`. */
export const dateTest = (clause: Clause, value: SQL): SQL => orderedTest(clause, value, sql`date`);

export const isAnyOf = (value: SQL, words: readonly string[]): SQL =>
  sql`${value} = any(${sql.param([...words])}::text[])`;

export function orderedTest(clause: Clause, value: SQL, type: SQL): SQL {
  if (clause.op === 'in') return sql`(${value}) = any(${sql.param(clause.values.map(String))}::${type}[])`;
  if (clause.op !== 'between') return sql`(${value}) is not null`;
  const ends = [
    ...(clause.from == null ? [] : [sql`(${value}) >= ${String(clause.from)}::${type}`]),
    ...(clause.to == null ? [] : [sql`(${value}) <= ${String(clause.to)}::${type}`]),
  ];
  return sql.join(ends, sql` and `);
}
