// Applies the steps of a follow-up to the audience of a draft.
import type { Filter } from '../../../core/audience/filter.ts';
import type { Draft } from '../../../core/campaigns/draft.ts';
import { all, any, factored, isEverybody, partsOf } from '../filters.ts';
import { type Item, isWord } from '../items.ts';
import { splitTop, withTop } from '../rank.ts';
import { readScope } from '../scope/read-scope.ts';
import { dropFrom, lift, narrowTo, replaceFacets, widenBy, withoutNegated } from './edit-filter.ts';
import type { Step } from './edit-steps.ts';
import { extendTo } from './extend.ts';

export type Edited = { filter: Filter; excludedCustomerIds: string[] };
/** Why a step cannot be done: it would leave nobody, or could be meant in two ways. */
export type Refused = { refused: 'nobody' | 'everybody' | 'unclear'; text: string };

export function applySteps(
  draft: Pick<Draft, 'filter' | 'excludedCustomerIds'>,
  steps: readonly Step[],
): Edited | Refused {
  const { rest, top } = splitTop(draft.filter);
  let edited: Edited = {
    filter: all(partsOf(rest).map(factored)),
    excludedCustomerIds: [...draft.excludedCustomerIds],
  };
  for (const [at, step] of steps.entries()) {
    const next = applyStep(edited, step, steps[at + 1]?.kind === 'instead-of');
    if ('refused' in next) return next;
    edited = next;
  }
  const lifted = steps.find(({ kind }) => kind === 'lift');
  if (lifted && isEverybody(edited.filter)) return { refused: 'everybody', text: textOf(lifted.items) };
  return { ...edited, filter: withTop(edited.filter, top) };
}

function applyStep(edited: Edited, step: Step, isReplacement: boolean): Edited | Refused {
  const { filter: wanted, excludedCustomerIds: named } = readScope(step.items);
  const ids = customerIds(step.items);
  const text = textOf(step.items);
  if (step.kind === 'drop' || step.kind === 'instead-of')
    return drop(edited, { wanted, ids: [...ids, ...named], text });
  if (step.kind === 'lift') {
    const filter = lift(edited.filter, wanted);
    return filter ? { ...edited, filter } : { refused: 'unclear', text };
  }
  if (step.kind === 'add' || isReplacement)
    return add(edited, {
      wanted,
      ids,
      text,
      isWhole: step.items.some((item) => isWord(item, 'nouns', 'everybody')),
    });
  // "with Paris again": what was excepted comes back.
  const lifted = step.kind === 'change' ? withoutNegated(edited.filter, wanted) : edited.filter;
  if (lifted !== edited.filter) return { ...edited, filter: lifted };
  // "keep the Hyatts" after they were taken out: nobody is both.
  if (step.kind === 'narrow' && withoutNegated(edited.filter, wanted) !== edited.filter)
    return { refused: 'unclear', text };
  const changed =
    (step.kind === 'extend' ? extendTo(edited.filter, wanted) : null) ??
    (step.kind === 'narrow' ? narrowTo : replaceFacets)(edited.filter, wanted);
  const excludedCustomerIds = [
    ...new Set([...edited.excludedCustomerIds.filter((id) => !ids.includes(id)), ...named]),
  ];
  return { filter: changed, excludedCustomerIds };
}

type Change = { wanted: Filter; ids: readonly string[]; text: string };

function drop(edited: Edited, { wanted, ids, text }: Change): Edited | Refused {
  if (ids.length > 0)
    return { ...edited, excludedCustomerIds: [...new Set([...edited.excludedCustomerIds, ...ids])] };
  const filter = dropFrom(edited.filter, wanted);
  return filter ? { ...edited, filter } : { refused: 'nobody', text };
}

function add(
  edited: Edited,
  { wanted, ids, text, isWhole }: Change & { isWhole: boolean },
): Edited | Refused {
  const back = ids.filter((id) => edited.excludedCustomerIds.includes(id));
  if (back.length > 0 && back.length === ids.length) {
    return { ...edited, excludedCustomerIds: edited.excludedCustomerIds.filter((id) => !ids.includes(id)) };
  }
  if (ids.length > 0) return { ...edited, filter: any([edited.filter, wanted]) };
  const filter = widenBy(edited.filter, wanted) ?? (isWhole ? any([edited.filter, wanted]) : null);
  return filter ? { ...edited, filter } : { refused: 'unclear', text };
}

const customerIds = (items: readonly Item[]): string[] =>
  items.flatMap((item) => (item.kind === 'customer' ? item.customers.map(({ id }) => id) : []));

const textOf = (items: readonly Item[]): string =>
  items
    .filter((item) => item.kind === 'clause' || item.kind === 'customer')
    .map(({ text }) => text)
    .join(' ');
