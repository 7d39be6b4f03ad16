import { formatDate } from '../../lib/dates.ts';
import { describeFilter } from '../audience/describe-filter.ts';
import { clausesOf, type Filter } from '../audience/filter.ts';
import { filterNames } from '../audience/filter-name.ts';
import type { FilterScope } from '../audience/filter-scope.ts';
import type { Ctx } from '../context.ts';
import { isNameTaken } from './find-segment.ts';

const MOST_WORDS = 4;
// A campaign's kind tells how its customers stand; a segment has nothing else that does.
const STANDING = ['contract_status'];

/**
 * A short name, nobody else's, for a segment that nobody named: whom a checked filter is about ("Hilton, Thailand"),
 * else what it says, cut short, else the day on which it was saved.
 */
export async function nameSegment(
  ctx: Ctx,
  { filter, scope }: { filter: Filter; scope: FilterScope },
): Promise<string> {
  const names = filterNames(filter, scope.fields, STANDING).slice(0, MOST_WORDS);
  const words = names.length > 0 ? names.join(', ') : describeFilter(filter, scope);
  const isAnybody = clausesOf(filter).length === 0;
  const base = cutWords(isAnybody ? `Customers, ${formatDate(ctx.today)}` : upperFirst(words), 100);
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? base : `${base} (${number})`;
    if (!(await isNameTaken(ctx, { name }))) return name;
  }
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const cutWords = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most).replace(/\s+\S*$/, '')} …`;
