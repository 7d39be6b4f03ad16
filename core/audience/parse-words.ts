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
  return parsePart(said, { words, depth: 0 });
}

// A tree is checked to be twelve deep at most; each level may stand in brackets of its own.
const DEEPEST = 30;

type Within = { words: FilterWords; depth: number };

function parsePart(said: string, { words, depth }: Within): Filter {
  const text = said.trim();
  if (depth > DEEPEST)
    throw new AppError('filter:invalid', 'The words have too many brackets in each other.', {
      nextStep: 'Say it with fewer levels.',
      where: { at: text.slice(0, 120) },
    });
  const below = (part: string) => parsePart(part, { words, depth: depth + 1 });
  if (text === EVERYBODY) return everybody;
  const all = splitWords(text, [', and ']);
  if (all.length > 1) return { all: all.map(below) };
  const any = splitWords(text, [', or ']);
  if (any.length > 1) return { any: any.map(below) };
  const inner = inBrackets(text, '(');
  if (inner !== null) return below(inner);
  const negated = inBrackets(text, 'not (');
  if (negated !== null) return { not: below(negated) };
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
