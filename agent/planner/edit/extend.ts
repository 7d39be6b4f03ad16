// "extend it to December": the dates that are there run on to the end that is named.
import { Temporal } from 'temporal-polyfill';
import type { Clause, Filter } from '../../../core/audience/filter.ts';
import { all, isClause, partsOf } from '../filters.ts';

type Range = Extract<Clause, { op: 'between' }>;

const isRange = (filter: Filter): filter is Range => isClause(filter) && filter.op === 'between';

/** Null where there are no such dates to extend. */
export function extendTo(filter: Filter, wanted: Filter): Filter | null {
  if (!isRange(wanted) || typeof wanted.to !== 'string') return null;
  const parts = partsOf(filter);
  const at = parts.findIndex((part) => isRange(part) && part.field === wanted.field);
  const range = parts[at];
  if (!range || !isRange(range)) return null;
  return all(parts.with(at, { ...range, to: afterStart(wanted.to, String(range.from ?? '')) }));
}

/** The end lies behind the beginning: December after next October is the one of that year. */
function afterStart(to: string, from: string): string {
  let end = Temporal.PlainDate.from(to);
  while (end.toString() < from) end = end.add({ years: 1 });
  return end.toString();
}
