// Counting and listing customers without a campaign.

import { ask } from '../doubt/ask.ts';
import { doubtsOf } from '../doubts.ts';
import { narrowTo, replaceFacets } from '../edit/edit-filter.ts';
import { isHeadFilter as hasHeads } from '../filters.ts';
import type { Frame } from '../frame.ts';
import { isCue, isWord } from '../items.ts';
import type { Plan } from '../types.ts';
import { calling, has, type Reading, refersBack } from './reading.ts';

export const readFind: Reading = (frame) => {
  const { scope, input } = frame;
  const asks = has(frame, 'count', 'which', 'show', 'audience');
  const isMeant = !scope.isEmpty || (asks && frame.isEverybody) || (asks && frame.moments.open.length > 0);
  if (!isMeant || (!asks && input.thread.campaign) || isElsewhere(frame)) return null;
  return doubtsOf(frame) ?? (narrowsNothing(frame) ? fromWhat(frame) : search(frame));
};

/** "only the gold ones" of what? */
const narrowsNothing = (frame: Frame): boolean => {
  const { campaign, lastFilter } = frame.input.thread;
  const first = frame.items.find((item) => !isWord(item, 'skip'));
  const isNarrowing = first !== undefined && (isCue(first, 'narrow') || isWord(first, 'operators', 'only'));
  return isNarrowing && !campaign && !lastFilter && !has(frame, 'count', 'which', 'show');
};

const fromWhat = (frame: Frame): Plan => {
  const who = frame.sentence.replace(/[.?!\s]+$/u, '');
  const choices = [
    { label: 'Show them', say: `show me ${who}` },
    { label: 'Prepare a campaign for them', say: `draft a campaign for ${who}` },
  ];
  return ask({ text: 'There is no list here yet that could be changed. What shall I do?', choices }, frame);
};

/** "what is the weather like in Paris": a place is named, but nobody is asked for. */
const isElsewhere = (frame: Frame): boolean =>
  frame.unknown.some(({ text }) => !/\p{Lu}/u.test(text)) &&
  !has(frame, 'count') &&
  !frame.isEverybody &&
  !hasHeads(frame.scope.filter);

function search(frame: Frame): Plan {
  const { scope, input } = frame;
  const earlier =
    input.thread.lastFilter ?? (refersBack(frame) ? (input.thread.campaign?.draft.filter ?? null) : null);
  const asks = has(frame, 'count', 'which', 'show');
  const filter =
    earlier && refersBack(frame)
      ? narrowTo(earlier, scope.filter)
      : earlier && !asks
        ? replaceFacets(earlier, scope.filter)
        : scope.filter;
  const excluded = scope.excludedCustomerIds.length > 0 ? withoutCustomers(frame) : null;
  return calling(frame, [
    { name: 'find_customers', args: { filter: excluded ? narrowTo(filter, excluded) : filter } },
  ]);
}

function withoutCustomers({ scope, input }: Frame) {
  const names = input.vocabulary.customers
    .filter(({ id }) => scope.excludedCustomerIds.includes(id))
    .map(({ name }) => name);
  return { not: { op: 'in' as const, field: 'name', values: names } };
}
