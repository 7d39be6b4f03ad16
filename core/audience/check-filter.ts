import { AppError } from '../../lib/errors.ts';
import type { Field } from '../fields/field.ts';
import { checkClause } from './check-clause.ts';
import { clauseSchema, type Filter } from './filter.ts';
import { MOST_WEIGHT, weightOf } from './filter-weight.ts';

// Far above what a person says, far below what makes a statement slow to plan.
const MOST_CLAUSES = 200;
const DEEPEST = 12;

/**
 * Checks a filter from outside against the tenant's fields and answers it in the registry's spelling.
 * Throws `filter:invalid` or `field:unknown`; `where.at` is the place in the tree ("all[1].not").
 */
export function checkFilter(filter: unknown, fields: readonly Field[]): Filter {
  let [clauses, weight] = [0, 0];
  const check = (node: unknown, at: string, depth: number): Filter => {
    if (depth > DEEPEST) throw invalid(at, `is nested more than ${DEEPEST} levels deep`);
    if (typeof node !== 'object' || node === null) throw invalid(at, 'is not a condition');
    const below = (child: unknown, step: string) =>
      check(child, at === TOP ? step : `${at}.${step}`, depth + 1);
    if ('op' in node) {
      clauses += 1;
      if (clauses > MOST_CLAUSES) throw invalid(at, `has more than ${MOST_CLAUSES} conditions`);
      const clause = parseClause(node, at);
      weight += weightOf(clause);
      if (weight > MOST_WEIGHT)
        throw invalid(
          at,
          'asks for more than can be answered at once: long lists, text anywhere, or the highest of',
        );
      if (clause.op === 'top' && !/^(the top|all\[\d+\])$/.test(at))
        throw invalid(
          at,
          'chooses the highest or lowest of a part; that is done at the top of the tree only',
        );
      return checkClause(clause, fields, at);
    }
    const [key, ...others] = Object.keys(node);
    const branch = (node as Record<string, unknown>)[key ?? ''];
    if (others.length > 0) throw invalid(at, 'must be one of all, any, not or a condition, never several');
    if (key === 'not') return { not: below(branch, 'not') };
    if ((key !== 'all' && key !== 'any') || !Array.isArray(branch)) {
      throw invalid(at, 'must be {all: […]}, {any: […]}, {not: …} or a condition with op and field');
    }
    if (key === 'any' && branch.length === 0)
      throw invalid(at, 'names no alternative, so that nobody could match');
    if (branch.length > MOST_CLAUSES) throw invalid(at, `has more than ${MOST_CLAUSES} conditions`);
    const children = branch.map((child, index) => below(child, `${key}[${index}]`));
    return key === 'all' ? { all: children } : { any: children };
  };
  return check(filter, TOP, 0);
}

const TOP = 'the top';

function parseClause(node: object, at: string) {
  const parsed = clauseSchema.safeParse(node);
  if (parsed.success) return parsed.data;
  const { path, message } = parsed.error.issues[0]!;
  throw invalid(at, `is wrong: ${path.join('.') || 'it'}: ${message}`);
}

const invalid = (at: string, why: string): AppError =>
  new AppError('filter:invalid', `The filter at ${at} ${why}.`, {
    nextStep: 'Correct the filter there.',
    where: { at },
  });
