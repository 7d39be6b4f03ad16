import { type SQL, sql } from 'drizzle-orm';
import type { Field } from '../fields/field.ts';
import { dateTest, judge, numberTest, textTest } from './compile-test.ts';
import type { Clause } from './filter.ts';

/**
 * A field of the tenant's own, kept in `texts` and `amounts`. What does not fit the field's kind (a word where a number is
 * declared) is unknown, never a failing cast.
 */
export function compileAttribute(clause: Clause, field: Field): SQL {
  if (field.kind === 'number' || field.kind === 'money') return numberTest(clause, attributeValue(field));
  if (field.kind === 'date') return dateTest(clause, attributeValue(field));
  const folded = sql`(k.texts ->> ${field.key}::text)`;
  if (field.kind === 'yesno') return yesNoTest(clause, folded);
  return textTest(clause, { text: sql`c.attributes ->> ${field.key}::text`, folded });
}

/** A number or a date of the tenant's own, as one. */
export const attributeValue = (field: Field): SQL =>
  field.kind === 'date' ? asDate(written(field)) : asNumber(written(field));

const written = ({ key }: Field): SQL => sql`(k.amounts ->> ${key}::text)`;

const asNumber = (value: SQL): SQL =>
  sql`case when ${value} ~ '^-?[0-9]{1,15}([.][0-9]{1,9})?$' then (${value})::numeric end`;

// A cast that only takes what it can read: pg_input_is_valid is newer than the oldest Postgres served.
const asDate = (value: SQL): SQL =>
  sql`case when ${value} ~ '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$' then
    case when ${value} ~ '^0000' then null when right(${value}, 2)::int > ${lastDay(value)} then null
    else (${value})::date end end`;

const lastDay = (value: SQL): SQL =>
  sql`extract(day from (left(${value}, 8) || '01')::date + interval '1 month' - interval '1 day')`;

const YES = sql`lower(answer.word) in ('true', 'yes', '1', 'y')`;
const NO = sql`lower(answer.word) in ('false', 'no', '0', 'n')`;

function yesNoTest(clause: Clause, value: SQL): SQL {
  const answer = sql`(select case when ${YES} then 'yes' when ${NO} then 'no' end from (select ${value} as word) answer)`;
  if (clause.op !== 'in') return sql`${answer} is not null`;
  return judge(
    sql`${answer} is not null`,
    sql`${answer} = any(${sql.param(clause.values.map(String))}::text[])`,
  );
}
