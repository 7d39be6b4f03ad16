import { type SQL, sql } from 'drizzle-orm';
import { fold } from '../../lib/text.ts';

/**
 * A text without case, accents and punctuation, worked out by the database; as lib/text.ts does it for names, except
 * that marks of every script fall away. Both sides of a comparison go through it, whatever they hold. Plain words take
 * the short way, which answers the same in a tenth of the time.
 */
export const foldSql = (text: SQL): SQL => sql`case when ${text} ~ ${PLAIN} then lower(${text})
  else btrim(regexp_replace(lower(normalize(regexp_replace(normalize(${text}, NFKD), ${MARKS}, '', 'g'), NFKC)), ${PUNCTUATION}, ' ', 'g')) end`;

const PLAIN = sql.raw(`'^[A-Za-z0-9]+( [A-Za-z0-9]+)*$'`);
// Ranges of code points: the classes of letters depend on the database's locale, and in "C" they know ASCII only.
const MARKS = sql.raw(`'[\\u0300-\\u036f]+'`);
const PUNCTUATION = sql.raw(
  `'[\\u0001-\\u002f\\u003a-\\u0040\\u005b-\\u0060\\u007b-\\u00bf\\u2000-\\u206f\\u3000-\\u303f]+'`,
);

// Far beyond what anybody says one by one; a list read from elsewhere is folded row by row instead.
const MOST_WRITTEN_OUT = 40;

/**
 * `given`, folded, as an array of the statement. Folding parameters happens while the statement is planned, so that
 * the planner knows how many rows each value has.
 */
export function foldedArray(given: readonly string[]): SQL {
  if (given.length > MOST_WRITTEN_OUT)
    return sql`array(select ${foldSql(sql`given.value`)} from unnest(${sql.param(given)}::text[]) as given(value))`;
  return sql`array[${sql.join(
    given.map((value) => sql`(${foldSql(sql`${sql.param(value)}::text`)})`),
    sql`, `,
  )}]`;
}

/** Whether a text that is folded already is one of `values`; null where it is null. */
export const foldedIsOneOf = (folded: SQL, values: readonly string[]): SQL =>
  sql`${folded} = any(${foldedArray(values)})`;

/** Whether `text`, folded, is one of `values`; null where it is null. */
export const isOneOf = (text: SQL, values: readonly string[]): SQL =>
  foldedIsOneOf(sql`(${foldSql(text)})`, values);

/** A text as it stands, and folded. */
export type Folded = { text: SQL; folded: SQL };

/** Whether `part` is found in a text; a part that is all punctuation is looked for as it is. */
export const holds = ({ text, folded }: Folded, part: string): SQL => {
  const given = sql`${sql.param(part)}::text`;
  const asked = sql`(${foldSql(given)})`;
  // The text itself may stand in another table: it is asked only where folding may leave nothing.
  if (fold(part)) return sql`position(${asked} in ${folded}) > 0`;
  return sql`case when ${asked} = '' then position(${given} in ${text}) > 0
    else position(${asked} in ${folded}) > 0 end`;
};

/**
 * Whether words like those of `part` are found in a folded text: most of their trigrams side by side, or each of them
 * a slip or two of the keys away from a word there ("pukhet" for Phuket, which shares hardly any trigram).
 */
export const resembles = (folded: SQL, part: string): SQL => {
  const asked = sql`(${foldSql(sql`${sql.param(part)}::text`)})`;
  return sql`(word_similarity(${asked}, ${folded}) >= ${sql.raw(String(LIKE_ENOUGH))} or not exists (
    select 1 from unnest(string_to_array(${asked}, ' ')) as word(asked)
    where not exists (
      select 1 from unnest(string_to_array(${folded}, ' ')) as other(word)
      where abs(length(other.word) - length(word.asked)) <= 2 and levenshtein_less_equal(
        left(other.word, 60), left(word.asked, 60), ${SLIPS}) <= ${SLIPS})))`;
};

// Three trigrams of five keep "anantra" for Anantara and drop "garden" for Gordon.
const LIKE_ENOUGH = 0.6;
const SLIPS = sql`(case when length(word.asked) < 4 then 0 when length(word.asked) < 6 then 1 else 2 end)`;
