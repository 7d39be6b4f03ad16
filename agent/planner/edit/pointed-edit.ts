// "take it out", "only those", "add them": the draft is edited by whoever was spoken of since it was last touched.
import type { Filter } from '../../../core/audience/filter.ts';
import type { Draft } from '../../../core/campaigns/draft.ts';
import { all, commonParts, isEverybody, partsOf, sameFilter, union } from '../filters.ts';
import type { Frame } from '../frame.ts';
import { isWord } from '../items.ts';
import { has } from '../readings/reading.ts';
import { referentOf } from '../thread/referent.ts';
import { narrowTo } from './edit-filter.ts';

type Audience = Pick<Draft, 'filter' | 'excludedCustomerIds'>;
type Way = 'drop' | 'add' | 'narrow';

/** Null when the sentence says who is meant, points at nobody, or does not say what shall be done with them. */
export function pointedEdit(frame: Frame, draft: Audience): Audience | null {
  const way = frame.scope.isEmpty && pointsBack(frame) ? wayOf(frame) : null;
  const referent = way && referentOf(frame.input.thread);
  if (!way || !referent) return null;
  if ('filter' in referent) {
    const filter = EDITS[way](draft.filter, referent.filter);
    return filter && { ...draft, filter };
  }
  return withCustomer(frame, { draft, way, id: referent.customerId });
}

const POINTERS = new Set([
  'it',
  'them',
  'those',
  'these',
  'they',
  'that',
  'this',
  'one',
  'ones',
  'him',
  'her',
]);
const pointsBack = ({ reader }: Frame): boolean => reader.tokens.some(({ word }) => POINTERS.has(word));

function wayOf(frame: Frame): Way | null {
  const says = (...operators: string[]) =>
    frame.items.some((item) => isWord(item, 'operators', ...operators));
  if (has(frame, 'drop') || says('without', 'except', 'not', 'exceptAfter')) return 'drop';
  if (has(frame, 'add') || says('also')) return 'add';
  return has(frame, 'narrow') || says('only') ? 'narrow' : null;
}

const EDITS: Readonly<Record<Way, (filter: Filter, list: Filter) => Filter | null>> = {
  drop: (filter, list) => {
    const own = besides(list, filter);
    return own.length > 0 ? all([...partsOf(filter), { not: all(own) }]) : null;
  },
  add: (filter, list) => (isEverybody(filter) ? null : union(filter, list)),
  narrow: (filter, list) => narrowTo(filter, all(besides(list, filter))),
};

/** What a list demands beyond the draft. */
const besides = (list: Filter, filter: Filter): Filter[] => {
  const common = commonParts(list, filter);
  return partsOf(list).filter((part) => !common.some((same) => sameFilter(part, same)));
};

function withCustomer(
  { input }: Frame,
  { draft, way, id }: { draft: Audience; way: Way; id: string },
): Audience | null {
  const others = draft.excludedCustomerIds.filter((one) => one !== id);
  if (way === 'drop') return { ...draft, excludedCustomerIds: [...others, id] };
  if (way === 'add' && others.length < draft.excludedCustomerIds.length)
    return { ...draft, excludedCustomerIds: others };
  const name = input.vocabulary.customers.find((customer) => customer.id === id)?.name;
  if (!name) return null;
  const named: Filter = { op: 'in', field: 'name', values: [name] };
  return { filter: way === 'add' ? union(draft.filter, named) : named, excludedCustomerIds: others };
}
