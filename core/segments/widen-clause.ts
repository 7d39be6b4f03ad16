// How one condition of an audience can mean more: the next larger thing of its kind, never all there is.
import type { Clause, Filter } from '../audience/filter.ts';
import type { FilterScope } from '../audience/filter-scope.ts';
import { cityPlace } from '../places/city-place.ts';

export type Wider = { filter: Filter; because: string };

/** None where a condition has nothing larger of its kind. */
export function widenClause(clause: Clause, { brands }: Pick<FilterScope, 'brands'>): Wider[] {
  if (clause.op === 'between') return widenRange(clause);
  if (clause.op !== 'in') return [];
  const { field } = clause;
  const values = clause.values.map(String);
  const wider = (to: string, found: readonly (string | null | undefined)[], because: string): Wider[] => {
    const all = [...new Set(found.filter((one) => one != null && one !== ''))] as string[];
    return all.length > 0 && found.every((one) => one)
      ? [{ filter: { op: 'in', field: to, values: all }, because }]
      : [];
  };
  if (field === 'city')
    return wider(
      'country',
      values.map((city) => cityPlace(city)?.country),
      'The whole country instead of the city.',
    );
  if (field !== 'brand') return [];
  const named = values.map((value) => brands.find(({ name }) => name === value));
  return [
    ...wider(
      'brand',
      named.map((brand) => brand?.parent),
      'The brand above it, with all that belong to it.',
    ),
    ...wider(
      'owner_group',
      named.map((brand) => brand?.ownerGroup),
      'All brands of the same owner group.',
    ),
  ];
}

type Range = Extract<Clause, { op: 'between' }>;
const AHEAD = /^today\+(\d{1,3})([dwmqy])$/;
const BACK = /^today-(\d{1,3})([dwmqy])$/;
// Far enough to matter, near enough that most of what was meant still holds.
const LOWER_BY = 0.75;

function widenRange(range: Range): Wider[] {
  const { from, to } = range;
  const ahead = typeof to === 'string' ? AHEAD.exec(to) : null;
  if (ahead)
    return [
      {
        filter: { ...range, to: `today+${2 * Number(ahead[1])}${ahead[2]}` },
        because: 'Twice as far ahead.',
      },
    ];
  const back = typeof from === 'string' ? BACK.exec(from) : null;
  if (back)
    return [
      { filter: { ...range, from: `today-${2 * Number(back[1])}${back[2]}` }, because: 'Twice as far back.' },
    ];
  if (typeof from !== 'number' || from < 2) return [];
  return [
    { filter: { ...range, from: Math.floor(from * LOWER_BY) }, because: 'A quarter less is asked of them.' },
  ];
}
