import type { Clause } from './filter.ts';

// Far above what a person says, far below what makes a statement slow to plan or to run.
export const MOST_WEIGHT = 200;

/**
 * What a condition costs, in plain comparisons: text that is looked for in everything or with slips of the keys
 * forgiven, things done that are counted up, a choice of the highest (which asks everything else once more), and
 * every few values of a list weigh more than one.
 */
export function weightOf(clause: Clause): number {
  if (clause.op === 'top') return 40;
  if (clause.op === 'did') return clause.times || clause.total ? 5 : 1;
  if (clause.op === 'in') return 1 + Math.floor(clause.values.length / 25);
  if (clause.field === 'anything') return 20;
  return clause.op === 'like' ? 5 : 1;
}
