import { AppError } from '../../lib/errors.ts';
import { describeClause } from './describe-clause.ts';
import { EVERYBODY } from './describe-filter.ts';
import { everybody, type Filter } from './filter.ts';
import { readClause } from './parse-clause.ts';
import type { FilterWords } from './say-value.ts';
import { splitWords } from './split-words.ts';

/**
 * The filter that `describeFilter` described in these words, with the same words at hand: the same tree, but for
 * groups of one and double negations, which words cannot tell. `filter:invalid` names the part that says nothing.
 */
export function parseWords(said: string, words: FilterWords): Filter {
  const text = said.trim();
  if (text === EVERYBODY) return everybody;
  const all = splitWords(text, [', and ']);
  if (all.length > 1) return { all: all.map((part) => parseWords(part, words)) };
  const any = splitWords(text, [', or ']);
  if (any.length > 1) return { any: any.map((part) => parseWords(part, words)) };
  const inner = inBrackets(text, '(');
  if (inner !== null) return parseWords(inner, words);
  const negated = inBrackets(text, 'not (');
  if (negated !== null) return { not: parseWords(negated, words) };
  return parseClause(text, words);
}

/** What stands between an opening and the bracket at the end; a condition never begins with a bracket. */
const inBrackets = (text: string, opening: string): string | null =>
  text.startsWith(opening) && text.endsWith(')') ? text.slice(opening.length, -1) : null;

/** Of all readings the one that says these very words. */
function parseClause(text: string, words: FilterWords): Filter {
  for (const { clause, isNegated } of readClause(text, words)) {
    if (describeClause(clause, { words, isNegated }) === text) return isNegated ? { not: clause } : clause;
  }
  throw new AppError(
    'filter:invalid',
    `“${text.slice(0, 120)}” is not a condition in the words of this workspace.`,
    {
      nextStep:
        'Say it as an audience is described, such as: brand is Hilton, and contract ends 1–31 October 2027.',
      where: { at: text.slice(0, 120) },
    },
  );
}
