import { type SQL, sql } from 'drizzle-orm';

/**
 * A text without case, accents and punctuation, worked out by the database; as lib/text.ts does it for names, except
 * that marks of every script fall away. Both sides of a comparison go through it, whatever they hold.
 */
export const foldSql = (text: SQL): SQL =>
  sql`btrim(regexp_replace(lower(normalize(regexp_replace(normalize(${text}, NFKD), ${MARKS}, '', 'g'), NFKC)), ${PUNCTUATION}, ' ', 'g'))`;

// Ranges of code points: the classes of letters depend on the database's locale, and in "C" they know ASCII only.
const MARKS = sql.raw(`'[\\u0300-\\u036f]+'`);
const PUNCTUATION = sql.raw(
  `'[\\u0001-\\u002f\\u003a-\\u0040\\u005b-\\u0060\\u007b-\\u00bf\\u2000-\\u206f\\u3000-\\u303f]+'`,
);

/** Whether `text`, folded, is one of `values`. */
export const isOneOf = (text: SQL, values: readonly string[]): SQL =>
  sql`${foldSql(text)} in (select ${foldSql(sql`given.value`)} from unnest(${sql.param(values)}::text[]) as given(value))`;

/** Whether `part` is found in `text`; a part that is all punctuation is looked for as it is. */
export const holds = (text: SQL, part: string): SQL => {
  const given = sql`${sql.param(part)}::text`;
  return sql`case when ${foldSql(given)} = '' then position(${given} in ${text}) > 0
    else position(${foldSql(given)} in ${foldSql(text)}) > 0 end`;
};
