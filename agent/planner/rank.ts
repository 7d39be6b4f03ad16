// "the top 20 by value": one condition on all the others, always at the top of the tree.
import type { Filter, Top } from '../../core/audience/filter.ts';
import { all, isClause, isEverybody, partsOf } from './filters.ts';
import type { Item } from './items.ts';

/** What the items of a sentence say of an order; null when they name no number of customers. */
export function readRank(items: readonly Item[], seed: string): Top | null {
  const ranks = items.flatMap((item) => (item.kind === 'rank' ? [item] : []));
  const first = ranks.find(({ size }) => size !== null);
  if (!first?.size) return null;
  const by = ranks.find(({ size }) => size === null)?.field;
  const field = by ?? first.field;
  const isRandom = field === 'random';
  return {
    op: 'top',
    field,
    end: isRandom ? 'highest' : (first.order ?? 'highest'),
    ...first.size,
    ...(isRandom ? { seed } : {}),
  };
}

const isTop = (filter: Filter): filter is Top => isClause(filter) && filter.op === 'top';

export function splitTop(filter: Filter): { rest: Filter; top: Top | null } {
  const parts = partsOf(filter);
  const top = parts.find(isTop) ?? null;
  return { rest: top ? all(parts.filter((part) => !isTop(part))) : filter, top };
}

export const withTop = (filter: Filter, top: Top | null): Filter =>
  top === null ? filter : isEverybody(filter) ? top : all([...partsOf(filter), top]);
